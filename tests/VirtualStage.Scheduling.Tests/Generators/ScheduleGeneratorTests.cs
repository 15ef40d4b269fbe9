using VirtualStage.Scheduling.Simulation;
using VirtualStage.Scheduling.Steps;

namespace VirtualStage.Scheduling.Tests.Generators;

public sealed class ScheduleGeneratorTests
{
    private static readonly ChunkTimes _times = new(1, 1, 1, 0.25);

    [Theory]
    [InlineData(ScheduleKind.ZeroBubbleV, 3, "two chunks")]
    [InlineData(ScheduleKind.Stp, 1, "two chunks")]
    [InlineData(ScheduleKind.Interleaved, 1, "take 1f1b")]
    public void A_schedule_that_there_is_not_is_refused_with_the_reason(ScheduleKind kind, int chunks, string reason)
    {
        var refusal = Assert.Throws<ScheduleException>(() => ScheduleGenerator.Make(kind, new TrainingShape(2, 4, _times, chunks)));

        Assert.Contains(reason, refusal.Message);
    }

    [Theory]
    [InlineData(0, 1, 1.0, "0 devices")]
    [InlineData(65, 1, 1.0, "65 devices")]
    [InlineData(1, 0, 1.0, "0 micro-batches")]
    [InlineData(1, 1025, 1.0, "1025 micro-batches")]
    [InlineData(1, 1, -1.0, "forward takes -1")]
    [InlineData(1, 1, double.NaN, "forward takes NaN")]
    [InlineData(1, 1, double.PositiveInfinity, "forward takes")]
    public void A_shape_out_of_range_is_refused_with_the_range(int devices, int microBatches, double forward, string reason)
    {
        var shape = new TrainingShape(devices, microBatches, _times with { Forward = forward });

        Assert.Contains(reason, Assert.Throws<ScheduleException>(() => ScheduleGenerator.Make(ScheduleKind.Stp, shape)).Message);
    }

    [Fact]
    public void Too_many_units_and_times_for_some_chunks_alone_are_refused()
    {
        Assert.Contains("units of computation", Refusal(new TrainingShape(64, 1024, [_times], LayersPerChunk: 8)));
        Assert.Contains("times for 3 chunks", Refusal(new TrainingShape(2, 4, [_times, _times, _times])));
        static string Refusal(TrainingShape shape) => Assert.Throws<ScheduleException>(() => ScheduleGenerator.Make(ScheduleKind.Stp, shape)).Message;
    }

    [Fact]
    public void In_a_v_device_r_holds_stages_r_and_2p_minus_1_minus_r()
    {
        var graph = new TrainingGraph(new TrainingShape(3, 1, _times), Placement.V, handsOnWholeBackward: false);

        Assert.Equal([0, 1, 2, 2, 1, 0], Enumerable.Range(0, 6).Select(graph.DeviceOf));
    }

    [Fact]
    public void In_the_steady_state_of_stp_no_device_waits_for_an_all_reduce()
    {
        var schedule = ScheduleGenerator.Make(ScheduleKind.Stp, new TrainingShape(4, 64, _times));
        var timeline = Simulator.Run(schedule);
        Assert.All(schedule.Lists, list =>
        {
            var steady = list.Skip(list.Count / 4).Take(list.Count / 2).Select(instruction => timeline.Spans[instruction.Unit]).ToArray();
            Assert.All(steady.Zip(steady.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start, 1e-9));
        });
    }

    [Fact]
    public void The_same_shape_gives_the_same_schedule()
    {
        var shape = new TrainingShape(3, 7, _times);

        var (one, other) = (ScheduleGenerator.Make(ScheduleKind.Stp, shape), ScheduleGenerator.Make(ScheduleKind.Stp, shape));

        Assert.Equal(one.Lists.SelectMany(list => list), other.Lists.SelectMany(list => list));
    }

    [Fact]
    public void Stp_beats_the_others_wherever_there_is_something_to_hide()
    {
        foreach (var (devices, microBatches) in new[] { (2, 8), (4, 16), (8, 64) })
        {
            var shape = new TrainingShape(devices, microBatches, new ChunkTimes(1, 1.2, 0.9, 0.3));
            var makespans = Enum.GetValues<ScheduleKind>().ToDictionary(kind => kind, kind => Simulator.Run(ScheduleGenerator.Make(kind, shape)).Makespan);
            Assert.Equal(ScheduleKind.Stp, makespans.MinBy(pair => pair.Value).Key);
        }
    }
}
