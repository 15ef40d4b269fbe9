using VirtualStage.Scheduling.Execution;
using VirtualStage.Scheduling.Simulation;
using VirtualStage.Scheduling.Steps;
using VirtualStage.Scheduling.Units;

namespace VirtualStage.Scheduling.Tests.Execution;

public sealed class ExecutorTests
{
    private static readonly ChunkTimes _times = new(1, 1, 1, 0.25);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<ScheduleKind, int, int, int> Runs { get; } = new(
        from kind in Enum.GetValues<ScheduleKind>()
        from size in new[] { (1, 1, 1), (2, 5, 2), (3, 8, 1), (4, 6, 3) }
        select new TheoryDataRow<ScheduleKind, int, int, int>(kind, size.Item1, size.Item2, size.Item3));

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task A_run_follows_the_lists_keeps_every_dependency_and_never_lends_a_devices_state(
        ScheduleKind kind, int devices, int microBatches, int ranks)
    {
        var schedule = ScheduleGenerator.Make(kind, new TrainingShape(devices, microBatches, _times));
        var work = new RecordedWork(schedule.Graph, ranks);

        var timelines = await Executor.Run(schedule, work, new ExecutionOptions(ranks) { QueueLength = 1 }, Cancel);

        Assert.Empty(work.Broken);
        Assert.Equal(ranks, timelines.Count);
        Assert.All(work.Done, pair => Assert.Equal(schedule.Lists[pair.Key.Device].Select(instruction => instruction.Unit), pair.Value));
        Assert.Equal(devices * ranks, work.Done.Count);
        Assert.Equal(schedule.Graph.Units.Count(unit => unit.IsCommunication), work.Carried.Count);
        Assert.All(work.Carried.Values, times => Assert.Equal(1, times));
        Assert.All(timelines, timeline => Assert.Empty(ScheduleChecks.ProblemsOf(schedule, timeline)));
    }

    [Fact]
    public async Task A_paced_run_can_be_laid_beside_its_plan()
    {
        var schedule = ScheduleGenerator.Make(ScheduleKind.Stp, new TrainingShape(2, 3, _times));
        var pace = TimeSpan.FromMilliseconds(20);
        var work = new RecordedWork(schedule.Graph, 1);

        var run = (await Executor.Run(schedule, work, new ExecutionOptions { ComputePace = pace, LinkPace = pace }, Cancel))[0];

        // A wait may last longer on a busy machine, never less.
        var plan = Simulator.Run(schedule);
        Assert.All(schedule.Graph.Units, unit =>
            Assert.True(run.Spans[unit.Id].End - run.Spans[unit.Id].Start >= (unit.Cost * pace.TotalSeconds) - 1e-6, unit.Name));
        Assert.True(run.Makespan >= (plan.Makespan * pace.TotalSeconds) - 1e-6);
        Assert.Equal(
            ScheduleFigures.Of(schedule.Graph, plan).PeakActivations, ScheduleFigures.Of(schedule.Graph, run).PeakActivations);
    }

    [Fact]
    public async Task Whoever_awaits_starts_nothing_before_the_link_is_idle()
    {
        var schedule = ScheduleGenerator.Make(ScheduleKind.ZeroBubbleV, new TrainingShape(2, 3, _times));

        var run = (await Executor.Run(
            schedule, new RecordedWork(schedule.Graph, 1), new ExecutionOptions { LinkPace = TimeSpan.FromMilliseconds(8) }, Cancel))[0];

        foreach (var (one, next) in schedule.Lists.SelectMany(list => list.Zip(list.Skip(1))).Where(pair => pair.First.Awaits))
        {
            foreach (var carried in schedule.Graph.DependentsOf(one.Unit).ToArray().Where(unit => schedule.Graph.Units[unit].IsCommunication))
            {
                Assert.True(run.Spans[next.Unit].Start >= run.Spans[carried].End);
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_unit_that_fails_fails_the_run_with_its_name(bool isCommunication)
    {
        var schedule = ScheduleGenerator.Make(ScheduleKind.Stp, new TrainingShape(3, 6, _times));
        var failing = schedule.Graph.Units.First(unit => unit.Stage == 2 && unit.MicroBatch == 3 && unit.IsCommunication == isCommunication);
        var work = new RecordedWork(schedule.Graph, 2)
        {
            During = (unit, _) =>
            {
                if (unit.Id == failing.Id)
                {
                    throw new InvalidOperationException("out of chalk");
                }
            },
        };

        var failure = await Assert.ThrowsAsync<UnitFailedException>(() => Executor.Run(schedule, work, new ExecutionOptions(2), Cancel));

        Assert.Equal(failing.Name, failure.Unit);
        Assert.Equal($"{failing.Name} failed: out of chalk", failure.Message);
        Assert.IsType<InvalidOperationException>(failure.InnerException);
    }

    [Fact]
    public async Task A_cancelled_run_ends_all_its_threads()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var schedule = ScheduleGenerator.Make(ScheduleKind.GPipe, new TrainingShape(3, 6, _times));
        var threads = new System.Collections.Concurrent.ConcurrentDictionary<Thread, bool>();
        var work = new RecordedWork(schedule.Graph, 2)
        {
            During = (unit, _) =>
            {
                threads[Thread.CurrentThread] = true;
                if (unit is { Stage: 3, MicroBatch: 2 })
                {
                    cancel.Cancel();
                }
            },
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Executor.Run(
            schedule, work, new ExecutionOptions(2) { ComputePace = TimeSpan.FromMinutes(1) / 1000 }, cancel.Token));

        Assert.NotEmpty(threads);
        Assert.All(threads.Keys, thread => Assert.True(thread.Join(TimeSpan.FromSeconds(30))));
    }

    [Fact]
    public async Task Lists_that_deadlock_are_refused_before_anything_starts()
    {
        var schedule = ScheduleGenerator.Make(ScheduleKind.Stp, new TrainingShape(2, 2, _times));
        var wrong = schedule with { Lists = [schedule.Lists[0], [.. schedule.Lists[1].Reverse()]] };
        var work = new RecordedWork(schedule.Graph, 1);

        var refusal = await Assert.ThrowsAsync<ScheduleException>(() => Executor.Run(wrong, work, new ExecutionOptions(), Cancel));

        Assert.Contains("deadlocks", refusal.Message);
        Assert.Empty(work.Done);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(17)]
    public async Task A_number_of_ranks_out_of_range_is_refused(int ranks)
    {
        var schedule = new Schedule("empty", new UnitGraph([]), []);

        await Assert.ThrowsAsync<ScheduleException>(() => Executor.Run(schedule, new RecordedWork(schedule.Graph, 1), new ExecutionOptions(ranks), Cancel));
        Assert.Equal(0, (await Executor.Run(schedule, new RecordedWork(schedule.Graph, 1), new ExecutionOptions(), Cancel))[0].Makespan);
    }
}
