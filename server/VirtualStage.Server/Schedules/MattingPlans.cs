using VirtualStage.Contracts.Console;
using VirtualStage.Scheduling;
using VirtualStage.Scheduling.Drawing;
using VirtualStage.Scheduling.Inference;
using VirtualStage.Scheduling.Simulation;

namespace VirtualStage.Server.Schedules;

/// <summary>
/// Plans the matting of performers' frames on the cores of this machine, by what the matting measured of itself or, while no
/// performer is here, by what stands in for it. The matting follows the rule's usual outcome, a thread for each performer.
/// </summary>
internal static class MattingPlans
{
    public const int MostPerformers = 8;

    /// <summary>More cores than these a picture has no room for.</summary>
    private const int MostCores = 8;

    private const int FramesOfEach = 6;

    private static readonly TimeSpan _unit = TimeSpan.FromMilliseconds(1);

    public static MattingPlan Of(FrameSteps steps, int performers, int cores)
    {
        cores = Math.Clamp(cores, 1, MostCores);
        var frames = FramesOfEach * Math.Max(1, cores / performers);
        Planned[] planned =
        [
            .. new[]
            {
                FramePlans.DevicePerSource(steps, performers, frames),
                FramePlans.Stages(steps, performers, frames, cores),
                FramePlans.Braided(steps, performers, frames, cores),
            }.Select(schedule => Planned.Of(schedule, cores)),
        ];
        var choice = FrameChoice.Of(planned[0].Trial, planned[^1].Trial);
        return new MattingPlan(
            performers,
            cores,
            (choice.IsBraided ? planned[^1] : planned[0]).Schedule.Name,
            choice.Reason,
            IsStandIn: ReferenceEquals(steps, FrameSteps.MattingStandIn),
            [.. steps.All.Select(step => new MattingStep(step.Name, step.Cost))],
            [.. planned.Select(one => one.View())]);
    }

    private sealed record Planned(Schedule Schedule, Timeline Timeline, FrameTrial Trial)
    {
        public static Planned Of(Schedule schedule, int cores)
        {
            var (timeline, trial) = FrameTrial.Planned(schedule, cores, _unit);
            return new Planned(schedule, timeline.Times(1 / _unit.TotalSeconds), trial);
        }

        public MattingTimeline View() => new(
            Schedule.Name,
            Math.Round(Trial.FramesPerSecond, 1),
            Math.Round(Trial.LatencyP95.TotalMilliseconds, 1),
            TimelineSvg.Stack([new Drawing(Schedule, Timeline, $"{Schedule.Name}, in milliseconds")]),
            [.. Schedule.Graph.Units.GroupBy(unit => unit.MicroBatch).Select(frame => new MattingFrame(
                frame.Key,
                frame.First().Stage + 1,
                Math.Round(frame.Min(unit => Timeline.Spans[unit.Id].Start), 1),
                Math.Round(frame.Max(unit => Timeline.Spans[unit.Id].End), 1),
                string.Join(", ", frame.Select(unit => unit.Device).Distinct().Order())))]);
    }
}
