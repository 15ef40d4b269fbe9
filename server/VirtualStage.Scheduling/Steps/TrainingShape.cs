namespace VirtualStage.Scheduling.Steps;

/// <summary>What is trained on what: the size of a schedule's problem.</summary>
/// <param name="Devices">p: the pipeline's devices, each of which may be several tensor-parallel ranks in step.</param>
/// <param name="MicroBatches">m.</param>
/// <param name="Times">The times of a chunk: one for all, or one for each of the p·v virtual stages.</param>
/// <param name="ChunksPerDevice">v: the virtual stages that a device holds.</param>
/// <param name="LayersPerChunk">Layers of a chunk; each has an attention part and an MLP part, which end in an all-reduce.</param>
public sealed record TrainingShape(
    int Devices, int MicroBatches, IReadOnlyList<ChunkTimes> Times, int ChunksPerDevice = 2, int LayersPerChunk = 1)
{
    public const int MostDevices = 64;
    public const int MostMicroBatches = 1024;
    public const int MostChunks = 8;
    public const int MostLayers = 16;

    /// <summary>Units of computation that one schedule may have: above this a plan takes seconds and gigabytes.</summary>
    public const int MostUnits = 1_000_000;

    public TrainingShape(int devices, int microBatches, ChunkTimes times, int chunksPerDevice = 2, int layersPerChunk = 1)
        : this(devices, microBatches, [times], chunksPerDevice, layersPerChunk)
    {
    }

    public int Stages => Devices * ChunksPerDevice;

    /// <summary>The parts of a chunk's pass: attention and MLP of each layer.</summary>
    public int Parts => 2 * LayersPerChunk;

    public ChunkTimes TimesOf(int stage) => Times.Count == 1 ? Times[0] : Times[stage];

    /// <exception cref="ScheduleException">Something is out of its range; the message says what and which range.</exception>
    public void Check()
    {
        CheckRange("devices", Devices, MostDevices);
        CheckRange("micro-batches", MicroBatches, MostMicroBatches);
        CheckRange("chunks a device", ChunksPerDevice, MostChunks);
        CheckRange("layers a chunk", LayersPerChunk, MostLayers);
        var units = 3L * Stages * MicroBatches * Parts;
        ScheduleException.ThrowIf(units > MostUnits, $"the schedule would have {units:N0} units of computation; {MostUnits:N0} are possible");
        ScheduleException.ThrowIf(
            Times.Count != 1 && Times.Count != Stages, $"there are times for {Times.Count} chunks; one for all or {Stages} are needed");
        foreach (var times in Times)
        {
            CheckTime("forward", times.Forward);
            CheckTime("backward", times.Backward);
            CheckTime("weight", times.Weight);
            CheckTime("all-reduce", times.AllReduce);
        }
    }

    private static void CheckRange(string what, int value, int most) =>
        ScheduleException.ThrowIf(value < 1 || value > most, $"{value} {what}: 1 to {most} are possible");

    private static void CheckTime(string what, double time) => ScheduleException.ThrowIf(
        !double.IsFinite(time) || time is < 0 or > ChunkTimes.Most, $"{what} takes {time}: 0 to {ChunkTimes.Most:N0} is possible");
}
