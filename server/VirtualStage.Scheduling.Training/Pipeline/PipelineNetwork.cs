using VirtualStage.Scheduling.Execution;
using VirtualStage.Scheduling.Steps;
using VirtualStage.Scheduling.Training.Network;
using VirtualStage.Scheduling.Training.Numbers;
using VirtualStage.Scheduling.Units;

namespace VirtualStage.Scheduling.Training.Pipeline;

/// <summary>The network split over pipeline stages and tensor-parallel ranks: what a schedule's units do.</summary>
public sealed class PipelineNetwork : IUnitWork
{
    private readonly TrainingShape _shape;
    private readonly int _ranks;
    private readonly Chunk[,] _chunks;
    private readonly double[] _losses;
    private IReadOnlyList<MicroBatch> _batches = [];

    /// <exception cref="ScheduleException">The sizes do not fit the shape or the ranks.</exception>
    public PipelineNetwork(NetworkSize size, NetworkWeights whole, TrainingShape shape, int ranks)
    {
        shape.Check();
        size.Check(ranks);
        if (size.Layers != shape.Stages * shape.LayersPerChunk)
        {
            throw new ScheduleException($"a network of {size.Layers} layers is not {shape.Stages} chunks of {shape.LayersPerChunk}");
        }

        (_shape, _ranks, _losses) = (shape, ranks, new double[shape.MicroBatches]);
        _chunks = new Chunk[shape.Stages, ranks];
        for (var i = 0; i < _chunks.Length; i++)
        {
            _chunks[i / ranks, i % ranks] = new Chunk(size, whole, shape, i / ranks, i % ranks, ranks);
        }
    }

    /// <summary>Every chunk's weights with their gradients: each rank's own.</summary>
    public IEnumerable<(Matrix Weights, Matrix Gradients)> All => _chunks.Cast<Chunk>().SelectMany(chunk => chunk.All);

    /// <summary>Begins a step: gradients are zero again.</summary>
    public void Begin(IReadOnlyList<MicroBatch> batches)
    {
        _batches = batches;
        foreach (var (_, gradients) in All)
        {
            Array.Clear(gradients.Data);
        }
    }

    /// <summary>Ends a step, when all units have run.</summary>
    /// <returns>The mean loss of the step's characters.</returns>
    public double End()
    {
        for (var rank = 0; rank < _ranks; rank++)
        {
            for (var microBatch = 0; microBatch < _shape.MicroBatches; microBatch++)
            {
                _chunks[0, rank].FinishEmbedding(microBatch, _batches[microBatch]);
            }
        }

        return _losses.Sum();
    }

    /// <summary>The gradients put together again, as the unsplit network has them.</summary>
    public NetworkWeights Gradients() => new(
        _chunks[0, 0].EndGradients.Characters,
        _chunks[0, 0].EndGradients.Positions,
        [.. Enumerable.Range(0, _shape.Stages).SelectMany(stage => Enumerable.Range(0, _shape.LayersPerChunk).Select(layer =>
            LayerWeights.Joined([.. Enumerable.Range(0, _ranks).Select(rank => _chunks[stage, rank].Gradients[layer])])))],
        _chunks[_shape.Stages - 1, 0].EndGradients.Head);

    public void Compute(Unit unit, int rank, CancellationToken cancel)
    {
        var chunk = _chunks[unit.Stage, rank];
        switch (unit.Kind)
        {
            case UnitKind.Forward:
                chunk.Forward(unit.MicroBatch, unit.Part, ValuesBefore(unit, rank));
                break;
            case UnitKind.Backward:
                chunk.Backward(unit.MicroBatch, unit.Part, GradientBehind(unit, rank));
                break;
            default:
                chunk.AddWeightGradients(unit.MicroBatch, unit.Part);
                break;
        }
    }

    /// <summary>The all-reduce: every rank gets the sum of all, in memory of its own.</summary>
    public void Communicate(Unit unit, CancellationToken cancel)
    {
        if (_ranks == 1)
        {
            return;
        }

        var ways = Enumerable.Range(0, _ranks)
            .Select(rank => _chunks[unit.Stage, rank].SlotOf(unit.MicroBatch, unit.Part))
            .Select(slot => unit.Kind == UnitKind.Forward ? slot.Values : slot.Gradients)
            .ToArray();
        var sum = ways[0].Added!;
        foreach (var way in ways.Skip(1))
        {
            sum.Add(way.Added!);
        }

        foreach (var way in ways.Skip(1))
        {
            sum.Data.CopyTo(way.Added!.Data, 0);
        }
    }

    private Matrix ValuesBefore(Unit unit, int rank) => (unit.Stage, unit.Part) switch
    {
        (0, 0) => _chunks[0, rank].Embed(_batches[unit.MicroBatch]),
        (var stage, 0) => _chunks[stage - 1, rank].SlotOf(unit.MicroBatch, _shape.Parts - 1).Values.Take(),
        var (stage, part) => _chunks[stage, rank].SlotOf(unit.MicroBatch, part - 1).Values.Take(),
    };

    private Matrix GradientBehind(Unit unit, int rank)
    {
        if (unit.Part < _shape.Parts - 1)
        {
            return _chunks[unit.Stage, rank].SlotOf(unit.MicroBatch, unit.Part + 1).Gradients.Take();
        }

        if (unit.Stage < _shape.Stages - 1)
        {
            return _chunks[unit.Stage + 1, rank].SlotOf(unit.MicroBatch, 0).Gradients.Take();
        }

        var (loss, gradient) = _chunks[unit.Stage, rank].Judge(unit.MicroBatch, _batches[unit.MicroBatch]);
        if (rank == 0)
        {
            _losses[unit.MicroBatch] = loss;
        }

        return gradient;
    }
}
