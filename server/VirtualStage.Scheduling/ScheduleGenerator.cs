using VirtualStage.Scheduling.Generators;
using VirtualStage.Scheduling.Simulation;
using VirtualStage.Scheduling.Steps;

namespace VirtualStage.Scheduling;

/// <summary>Makes schedules.</summary>
public static class ScheduleGenerator
{
    private static readonly bool[] _waysToClose = [true, false];

    /// <summary>Makes a schedule that is valid for any number of micro-batches.</summary>
    /// <exception cref="ScheduleException">There is no such schedule for this shape; the message says why.</exception>
    public static Schedule Make(ScheduleKind kind, TrainingShape shape)
    {
        shape.Check();
        CheckChunks(kind, shape.ChunksPerDevice);
        return kind switch
        {
            ScheduleKind.GPipe => Listed(kind, new TrainingGraph(shape, Placement.Contiguous, handsOnWholeBackward: true), GPipe.List),
            ScheduleKind.OneForwardOneBackward =>
                Listed(kind, new TrainingGraph(shape, Placement.Contiguous, handsOnWholeBackward: true), OneForwardOneBackward.List),
            ScheduleKind.Interleaved => Listed(kind, new TrainingGraph(shape, Placement.Circle, handsOnWholeBackward: true), Interleaved.List),
            ScheduleKind.ZeroBubbleV => Listed(kind, new TrainingGraph(shape, Placement.V, handsOnWholeBackward: false), ZeroBubbleV.List),
            _ => Stp(new TrainingGraph(shape, Placement.V, handsOnWholeBackward: false)),
        };
    }

    private static Schedule Listed(ScheduleKind kind, TrainingGraph graph, Func<TrainingGraph, int, IReadOnlyList<Instruction>> list) =>
        new(ScheduleNames.Of(kind), graph.Graph, [.. Enumerable.Range(0, graph.Shape.Devices).Select(device => list(graph, device))]);

    /// <summary>Of two ways to close, the faster one.</summary>
    private static Schedule Stp(TrainingGraph graph) => _waysToClose
        .Select(fills => new Schedule(
            ScheduleNames.Of(ScheduleKind.Stp), graph.Graph, Simulator.Record(graph.Graph, new StpClosing(graph, fills))))
        .MinBy(schedule => Simulator.Run(schedule).Makespan)!;

    private static void CheckChunks(ScheduleKind kind, int chunks)
    {
        ScheduleException.ThrowIf(
            kind is ScheduleKind.ZeroBubbleV or ScheduleKind.Stp && chunks != 2,
            $"{ScheduleNames.Of(kind)} holds two chunks a device, one on the way down and one on the way up; not {chunks}");
        ScheduleException.ThrowIf(
            kind == ScheduleKind.Interleaved && chunks < 2,
            "interleaved needs two chunks a device or more; with one there is nothing to interleave: take 1f1b");
    }
}
