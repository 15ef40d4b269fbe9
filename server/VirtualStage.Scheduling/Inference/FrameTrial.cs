using VirtualStage.Scheduling.Simulation;
using VirtualStage.Scheduling.Units;

namespace VirtualStage.Scheduling.Inference;

/// <summary>What a plan came to with frames that were always there: how many a second, and how long 95 of 100 took at most.</summary>
public sealed record FrameTrial(double FramesPerSecond, TimeSpan LatencyP95)
{
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
    /// What a plan comes to on the cores that there are, before it is run. Devices that are more than the cores share them
    /// evenly, as threads do, and all take so much longer.
    /// </summary>
    /// <param name="unit">How long a cost of 1 takes.</param>
    public static (Timeline Timeline, FrameTrial Trial) Planned(Schedule plan, int cores, TimeSpan unit)
    {
        var timeline = Simulator.Run(plan).Times(unit.TotalSeconds * Math.Max(1, plan.Graph.Devices / (double)cores));
        return (timeline, Of(plan.Graph, timeline));
    }
}
