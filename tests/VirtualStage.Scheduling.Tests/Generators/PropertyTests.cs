using FsCheck;
using FsCheck.Fluent;
using VirtualStage.Scheduling.Simulation;
using VirtualStage.Scheduling.Steps;

namespace VirtualStage.Scheduling.Tests.Generators;

/// <summary>
/// What holds of any schedule. VIRTUALSTAGE_PROPERTY_RUNS says how many are tried; from 10000 on, every p up to 16 with
/// every m up to 128 is tried as well.
/// </summary>
public sealed class PropertyTests
{
    private static readonly int _runs =
        int.TryParse(Environment.GetEnvironmentVariable("VIRTUALSTAGE_PROPERTY_RUNS"), out var runs) ? runs : 150;

    [Fact]
    public void Every_schedule_is_complete_never_deadlocks_keeps_every_dependency_and_its_bound_of_memory() => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(_runs), Prop.ForAll(Shapes.Any, problem => Check(problem.Kind, problem.Shape)));

    [Fact]
    public void Every_number_of_micro_batches_up_to_a_few_times_the_devices_has_a_schedule()
    {
        foreach (var devices in Enumerable.Range(1, 6))
        {
            foreach (var microBatches in Enumerable.Range(1, (3 * devices) + 2))
            {
                CheckAll(devices, microBatches);
            }
        }
    }

    /// <summary>The ends of phases: as many micro-batches as a phase takes, one fewer and one more.</summary>
    [Theory]
    [InlineData(7, 10)]
    [InlineData(11, 13)]
    [InlineData(14, 16)]
    public void Every_p_up_to_16_has_every_schedule_where_phases_begin_and_end(int from, int to)
    {
        foreach (var devices in Enumerable.Range(from, to - from + 1))
        {
            foreach (var microBatches in new[] { 1, devices - 1, devices, devices + 1, (2 * devices) - 1, 2 * devices, (3 * devices) - 1 })
            {
                CheckAll(devices, microBatches);
            }
        }
    }

    /// <summary>Where the authors' published generator of STP deadlocks: 2p ≤ m &lt; 3p−1.</summary>
    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    public void Stp_does_not_deadlock_between_twice_and_three_times_the_devices(int devices)
    {
        foreach (var microBatches in Enumerable.Range((2 * devices) - 1, devices + 2))
        {
            Check(ScheduleKind.Stp, new TrainingShape(devices, microBatches, new ChunkTimes(1, 1, 1, 0.25)));
        }
    }

    [Fact]
    public void Every_p_up_to_16_with_every_m_up_to_128_has_every_schedule()
    {
        Assert.SkipUnless(_runs >= 10_000, "takes minutes: `make soak` runs it, or VIRTUALSTAGE_PROPERTY_RUNS=10000");
        Parallel.ForEach(Enumerable.Range(1, 16), devices =>
        {
            for (var microBatches = 1; microBatches <= 128; microBatches++)
            {
                CheckAll(devices, microBatches);
            }
        });
    }

    private static void CheckAll(int devices, int microBatches)
    {
        foreach (var kind in Enum.GetValues<ScheduleKind>())
        {
            Check(kind, new TrainingShape(devices, microBatches, new ChunkTimes(1, 1.25, 0.75, 0.25)));
        }
    }

    private static void Check(ScheduleKind kind, TrainingShape shape)
    {
        var schedule = ScheduleGenerator.Make(kind, shape);
        var timeline = Simulator.Run(schedule);
        var figures = ScheduleFigures.Of(schedule.Graph, timeline);

        Assert.Empty(ScheduleChecks.ProblemsOf(schedule));
        Assert.Empty(ScheduleChecks.ProblemsOf(schedule, timeline));
        Assert.InRange(figures.PeakActivations, 1, ScheduleChecks.MostActivations(kind, shape));
        Assert.All(figures.Devices, device => Assert.Equal(
            figures.Makespan, device.Busy + device.TensorBubble + device.PipelineBubble + device.Outside, 1e-6));
    }
}
