using VirtualStage.Scheduling.Inference;
using VirtualStage.Scheduling.Simulation;

namespace VirtualStage.Scheduling.Tests.Inference;

public sealed class FramePlansTests
{
    private static readonly FrameSteps _steps = FrameSteps.MattingStandIn;

    public static TheoryData<string, int, int> Plans { get; } = new(
        from plan in new[] { "threads", "stages", "braided" }
        from size in new[] { (1, 1), (1, 7), (2, 5), (4, 3) }
        select new TheoryDataRow<string, int, int>(plan, size.Item1, size.Item2));

    [Theory]
    [MemberData(nameof(Plans))]
    public void Every_plan_does_every_step_of_every_frame_in_order(string plan, int sources, int frames)
    {
        var schedule = Make(plan, sources, frames);
        var timeline = Simulator.Run(schedule);

        Assert.Equal(plan, schedule.Name);
        Assert.Empty(ScheduleChecks.ProblemsOf(schedule));
        Assert.Empty(ScheduleChecks.ProblemsOf(schedule, timeline));
        Assert.Equal(sources * frames * 8, schedule.Graph.Units.Count(unit => !unit.IsCommunication));
        Assert.All(schedule.Graph.Units.GroupBy(unit => unit.MicroBatch), frame =>
        {
            Assert.Equal(frame.Key % sources, Assert.Single(frame.Select(unit => unit.Stage).Distinct()));
            Assert.Equal(frame.Max(unit => timeline.Spans[unit.Id].End), timeline.Spans[frame.Last().Id].End);
        });
    }

    [Fact]
    public void A_source_of_its_own_thread_takes_the_time_of_all_its_steps()
    {
        var schedule = Make("threads", 2, 10);

        var trial = FrameTrial.Of(schedule.Graph, Simulator.Run(schedule).Times(0.001));

        Assert.Equal(2 * 1000 / _steps.Total, trial.FramesPerSecond, 1e-6);
        Assert.Equal(_steps.Total, trial.LatencyP95.TotalMilliseconds, 1e-3);
    }

    [Fact]
    public void A_plain_pipeline_is_as_fast_as_its_longest_stage()
    {
        var schedule = Make("stages", 1, 200);

        // Decode to the first tile: 16.75 ms; the rest: 11.95.
        Assert.Equal(16.75, Simulator.Run(schedule).Makespan / 200, 0.1);
        Assert.Equal(2, schedule.Lists.Count);
    }

    [Fact]
    public void Braided_frames_keep_both_devices_busy_and_are_out_as_soon_as_from_threads()
    {
        var braided = Make("braided", 1, 200);

        var trial = FrameTrial.Of(braided.Graph, Simulator.Run(braided).Times(0.001));

        Assert.True(trial.FramesPerSecond > 0.97 * 2 * 1000 / _steps.Total, $"{trial.FramesPerSecond}");
        Assert.Equal(_steps.Total, trial.LatencyP95.TotalMilliseconds, 0.5);
    }

    [Theory]
    [InlineData(34.8, 28.7, 60, 25, true, "not more than a tenth later")]
    [InlineData(34.8, 28.7, 38.3, 28.7, true, "not more than a tenth later")]
    [InlineData(34.8, 28.7, 38.2, 20, false, "not a tenth faster")]
    [InlineData(69.7, 28.7, 69.7, 22, false, "not a tenth faster")]
    [InlineData(34.8, 28.7, 60, 31.5, true, "not more than a tenth later")]
    [InlineData(34.8, 28.7, 60, 31.6, false, "more than a tenth later")]
    public void Braiding_is_chosen_when_it_is_a_tenth_faster_and_at_most_a_tenth_later(
        double threads, double threadsLatency, double braided, double braidedLatency, bool isChosen, string reason)
    {
        var choice = FrameChoice.Of(
            new FrameTrial(threads, TimeSpan.FromMilliseconds(threadsLatency)), new FrameTrial(braided, TimeSpan.FromMilliseconds(braidedLatency)));

        Assert.Equal(isChosen, choice.IsBraided);
        Assert.EndsWith(reason, choice.Reason);
        Assert.Contains(FormattableString.Invariant($"{braided:0.0} frames a second where threads do {threads:0.0}"), choice.Reason);
    }

    /// <summary>Four threads on two cores: each runs half of the time.</summary>
    [Fact]
    public void Threads_that_are_more_than_the_cores_share_them()
    {
        var (timeline, trial) = FrameTrial.Planned(Make("threads", 4, 3), cores: 2, TimeSpan.FromMilliseconds(1));

        Assert.Equal(2 * 1000 / _steps.Total, trial.FramesPerSecond, 1e-6);
        Assert.Equal(2 * _steps.Total, trial.LatencyP95.TotalMilliseconds, 1e-3);
        Assert.Equal(6 * _steps.Total / 1000, timeline.Makespan, 1e-9);
    }

    [Fact]
    public void One_performer_is_braided_on_two_cores_and_more_have_a_thread_each()
    {
        foreach (var performers in new[] { 1, 2, 4 })
        {
            var (_, threads) = FrameTrial.Planned(Make("threads", performers, 12), cores: 2, TimeSpan.FromMilliseconds(1));
            var (_, braided) = FrameTrial.Planned(Make("braided", performers, 12), cores: 2, TimeSpan.FromMilliseconds(1));

            Assert.Equal(performers == 1, FrameChoice.Of(threads, braided).IsBraided);
        }
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 65)]
    [InlineData(64, 1000, 2)]
    public void A_plan_out_of_range_is_refused(int sources, int frames, int devices) =>
        Assert.Throws<ScheduleException>(() => FramePlans.Braided(_steps, sources, frames, devices));

    [Fact]
    public void A_frame_without_steps_is_refused() =>
        Assert.Throws<ScheduleException>(() => FramePlans.Stages(new FrameSteps([], [new("tile", 1)], 0, [new("end", 1)]), 1, 1, 2));

    private static Schedule Make(string plan, int sources, int frames) => plan switch
    {
        "threads" => FramePlans.DevicePerSource(_steps, sources, frames),
        "stages" => FramePlans.Stages(_steps, sources, frames, devices: 2),
        _ => FramePlans.Braided(_steps, sources, frames, devices: 2),
    };
}
