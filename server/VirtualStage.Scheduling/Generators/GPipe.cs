using VirtualStage.Scheduling.Steps;

namespace VirtualStage.Scheduling.Generators;

/// <summary>
/// All forward passes, then all backward passes, the last micro-batch first (Huang et al., 2019). A device's chunks are
/// neighbours and make one stage.
/// </summary>
internal static class GPipe
{
    public static IReadOnlyList<Instruction> List(TrainingGraph graph, int device)
    {
        var (list, shape) = (new PassWriter(graph), graph.Shape);
        for (var microBatch = 0; microBatch < shape.MicroBatches; microBatch++)
        {
            list.ForwardThrough(shape, device, microBatch);
        }

        for (var microBatch = shape.MicroBatches - 1; microBatch >= 0; microBatch--)
        {
            list.BackwardThrough(shape, device, microBatch);
        }

        return list.List;
    }

    /// <summary>Forward through all chunks of a device.</summary>
    public static void ForwardThrough(this PassWriter list, TrainingShape shape, int device, int microBatch)
    {
        for (var chunk = 0; chunk < shape.ChunksPerDevice; chunk++)
        {
            list.Forward((device * shape.ChunksPerDevice) + chunk, microBatch);
        }
    }

    /// <summary>Backward through all chunks of a device.</summary>
    public static void BackwardThrough(this PassWriter list, TrainingShape shape, int device, int microBatch)
    {
        for (var chunk = shape.ChunksPerDevice - 1; chunk >= 0; chunk--)
        {
            list.WholeBackward((device * shape.ChunksPerDevice) + chunk, microBatch);
        }
    }
}
