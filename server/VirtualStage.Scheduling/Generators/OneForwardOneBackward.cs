using VirtualStage.Scheduling.Steps;

namespace VirtualStage.Scheduling.Generators;

/// <summary>
/// As many forward passes ahead as there are devices behind, then one forward and one backward in turn (PipeDream-Flush,
/// Narayanan et al., 2021). A device's chunks are neighbours and make one stage.
/// </summary>
internal static class OneForwardOneBackward
{
    public static IReadOnlyList<Instruction> List(TrainingGraph graph, int device)
    {
        var (list, shape) = (new PassWriter(graph), graph.Shape);
        var ahead = Math.Min(shape.Devices - 1 - device, shape.MicroBatches);
        for (var microBatch = 0; microBatch < shape.MicroBatches + ahead; microBatch++)
        {
            if (microBatch < shape.MicroBatches)
            {
                list.ForwardThrough(shape, device, microBatch);
            }

            if (microBatch >= ahead)
            {
                list.BackwardThrough(shape, device, microBatch - ahead);
            }
        }

        return list.List;
    }
}
