using VirtualStage.Scheduling.Simulation;
using VirtualStage.Scheduling.Units;

namespace VirtualStage.Scheduling.Inference;

/// <summary>Ways to share the frames of several sources among devices.</summary>
public static class FramePlans
{
    public const int MostFrames = 10_000;

    /// <summary>A device for each source: it does everything of one frame, then of the next.</summary>
    public static Schedule DevicePerSource(FrameSteps steps, int sources, int frames)
    {
        Check(steps, sources, frames, sources);
        var graph = Frames(steps, sources, frames, (source, _, _) => source);
        return new Schedule("threads", graph, InOrder(graph));
    }

    /// <summary>A plain pipeline: each device does its stretch of the steps of every frame, cut so that the longest is short.</summary>
    public static Schedule Stages(FrameSteps steps, int sources, int frames, int devices)
    {
        Check(steps, sources, frames, devices);
        var stages = Cut([.. steps.All.Select(step => step.Cost)], devices);
        var graph = Frames(steps, sources, frames, (_, _, part) => stages[part]);
        return new Schedule("stages", graph, InOrder(graph));
    }

    /// <summary>
    /// Braided: frames take the devices in turn as their home, tiles are shared among all, and each device does what is ready
    /// of the oldest frame: so merges and the last steps of one frame are hidden under the first ones of the next.
    /// </summary>
    public static Schedule Braided(FrameSteps steps, int sources, int frames, int devices)
    {
        Check(steps, sources, frames, devices);
        var (first, behind) = (steps.Before.Count, steps.Before.Count + steps.Tiles.Count);
        var graph = Frames(steps, sources, frames, (_, frame, part) => (frame + (part >= first && part < behind ? part - first : 0)) % devices);
        return new Schedule("braided", graph, Simulator.Record(graph, new OldestFirst(graph)));
    }

    private static void Check(FrameSteps steps, int sources, int frames, int devices)
    {
        ScheduleException.ThrowIf(sources is < 1 or > 64 || devices is < 1 or > 64, $"{sources} sources on {devices} devices: 1 to 64 are possible");
        ScheduleException.ThrowIf(frames < 1 || (long)frames * sources > MostFrames, $"{frames} frames of {sources} sources: 1 to {MostFrames} in all are possible");
        ScheduleException.ThrowIf(steps.Before.Count == 0 || steps.Tiles.Count == 0 || steps.After.Count == 0, "a frame has steps before its tiles, tiles, and steps after them");
    }

    private static UnitGraph Frames(FrameSteps steps, int sources, int frames, Func<int, int, int, int> deviceOf)
    {
        var graph = new FrameGraph(steps);
        for (var frame = 0; frame < frames * sources; frame++)
        {
            var (source, number) = (frame % sources, frame);
            graph.Add(source, number, part => deviceOf(source, number, part));
        }

        return graph.Build();
    }

    private static IReadOnlyList<Instruction>[] InOrder(UnitGraph graph) =>
        [.. Enumerable.Range(0, graph.Devices).Select(device => graph.Units
            .Where(unit => unit.Device == device && !unit.IsCommunication)
            .Select(unit => new Instruction(unit.Id, Awaits: false)).ToArray())];

    /// <summary>The device of each step, when they are cut into stretches of which the longest is as short as can be.</summary>
    private static int[] Cut(double[] costs, int devices)
    {
        var limits = Enumerable.Range(0, costs.Length).SelectMany(from => Enumerable.Range(1, costs.Length - from).Select(count => costs.AsSpan(from, count).ToArray().Sum()));
        return limits.Order().Select(limit => Stretches(costs, limit)).First(stretches => stretches[^1] < devices);
    }

    private static int[] Stretches(double[] costs, double limit)
    {
        var (stretches, stretch, sum) = (new int[costs.Length], 0, 0.0);
        for (var i = 0; i < costs.Length; i++)
        {
            if (costs[i] > limit + 1e-9)
            {
                // Too short for this step alone.
                return [int.MaxValue];
            }

            sum += costs[i];
            if (sum > limit + 1e-9)
            {
                (stretch, sum) = (stretch + 1, costs[i]);
            }

            stretches[i] = stretch;
        }

        return stretches;
    }
}
