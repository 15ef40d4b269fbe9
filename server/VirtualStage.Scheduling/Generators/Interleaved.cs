using VirtualStage.Scheduling.Steps;

namespace VirtualStage.Scheduling.Generators;

/// <summary>
/// 1F1B over v chunks a device (Megatron-LM, Narayanan et al., 2021): micro-batches go in groups of p through chunk after
/// chunk, so that the pipeline's ramps are a chunk long instead of a device's whole share.
/// </summary>
internal static class Interleaved
{
    public static IReadOnlyList<Instruction> List(TrainingGraph graph, int device)
    {
        var (list, shape) = (new PassWriter(graph), graph.Shape);
        var (p, v) = (shape.Devices, shape.ChunksPerDevice);

        // A last group that is not full deadlocks: the pattern is that of a full one.
        var microBatches = (shape.MicroBatches + p - 1) / p * p;
        var passes = v * microBatches;
        var ahead = Math.Min((2 * (p - 1 - device)) + ((v - 1) * p), passes);
        for (var pass = 0; pass < passes + ahead; pass++)
        {
            if (pass < passes)
            {
                list.Forward((ChunkOf(pass) * p) + device, MicroBatchOf(pass));
            }

            if (pass >= ahead)
            {
                list.WholeBackward(((v - 1 - ChunkOf(pass - ahead)) * p) + device, MicroBatchOf(pass - ahead));
            }
        }

        return list.List;

        int ChunkOf(int pass) => pass / p % v;
        int MicroBatchOf(int pass) => (pass / (p * v) * p) + (pass % p);
    }
}
