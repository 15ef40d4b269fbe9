using VirtualStage.Scheduling.Simulation;
using VirtualStage.Scheduling.Units;

namespace VirtualStage.Scheduling.Inference;

/// <summary>What a plan came to with frames that were always there: how many a second, and how long 95 of 100 took at most.</summary>
public sealed record FrameTrial(double FramesPerSecond, TimeSpan LatencyP95)
{
    /// <summary>By how much braiding must be faster before it is worth its complication, and may be later.</summary>
    public const double Margin = 0.1;

    /// <param name="timeline">In seconds, as the executor gives it.</param>
    public static FrameTrial Of(UnitGraph graph, Timeline timeline)
    {
        double[] latencies = [.. graph.Units.GroupBy(unit => unit.MicroBatch)
            .Select(frame => frame.Max(unit => timeline.Spans[unit.Id].End) - frame.Min(unit => timeline.Spans[unit.Id].Start))
            .Order()];
        return new FrameTrial(
            latencies.Length / timeline.Makespan, TimeSpan.FromSeconds(latencies[(int)Math.Ceiling(0.95 * latencies.Length) - 1]));
    }

    /// <summary>
    /// The rule: each source has a thread of its own, unless braiding does at least a tenth more frames a second on this
    /// machine, and keeps them no more than a tenth longer.
    /// </summary>
    public static bool PrefersBraided(FrameTrial threads, FrameTrial braided) =>
        braided.FramesPerSecond >= (1 + Margin) * threads.FramesPerSecond && braided.LatencyP95 <= (1 + Margin) * threads.LatencyP95;
}
