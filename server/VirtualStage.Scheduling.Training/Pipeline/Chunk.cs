using VirtualStage.Scheduling.Training.Network;
using VirtualStage.Scheduling.Training.Numbers;

namespace VirtualStage.Scheduling.Training.Pipeline;

/// <summary>One rank's share of one virtual stage: weights, gradients and what is kept between passes. One thread owns it.</summary>
internal sealed class Chunk
{
    private readonly NetworkWeights _ends;
    private readonly NetworkWeights _endGradients;
    private readonly ILayerPart[] _parts;
    private readonly Head? _head;
    private readonly Slot[,] _slots;

    public Chunk(NetworkSize size, NetworkWeights whole, Steps.TrainingShape shape, int stage, int rank, int ranks)
    {
        var layers = whole.Layers.Skip(stage * shape.LayersPerChunk).Take(shape.LayersPerChunk);
        Layers = [.. layers.Select(layer => layer.ShareOf(rank, ranks))];
        Gradients = [.. Layers.Select(_ => LayerWeights.Zero(size, ranks))];
        _parts = [.. Layers.Zip(Gradients).SelectMany(layer =>
            new ILayerPart[] { new Attention(size, layer.First, layer.Second), new Mlp(layer.First, layer.Second) })];

        // Only the first stage has an embedding, and only the last one a head; every rank has its own of them.
        (_ends, _endGradients) = (EndsOf(size, whole, stage == 0, stage == shape.Stages - 1), EndsOf(size, null, stage == 0, stage == shape.Stages - 1));
        _head = stage == shape.Stages - 1 ? new Head(_ends.Head, _endGradients.Head, 1f / (shape.MicroBatches * size.Rows)) : null;
        _slots = new Slot[shape.MicroBatches, shape.Parts];
        for (var i = 0; i < _slots.Length; i++)
        {
            _slots[i / shape.Parts, i % shape.Parts] = new Slot();
        }
    }

    public IReadOnlyList<LayerWeights> Layers { get; }

    public IReadOnlyList<LayerWeights> Gradients { get; }

    /// <summary>Embedding and head, empty where another stage has them.</summary>
    public NetworkWeights EndGradients => _endGradients;

    /// <summary>All weights with their gradients.</summary>
    public IEnumerable<(Matrix Weights, Matrix Gradients)> All => _ends.All.Zip(_endGradients.All)
        .Concat(Layers.SelectMany(layer => layer.All).Zip(Gradients.SelectMany(layer => layer.All)));

    public Slot SlotOf(int microBatch, int part) => _slots[microBatch, part];

    public Matrix Embed(MicroBatch batch) => Embedding.Forward(_ends, batch);

    public void Forward(int microBatch, int part, Matrix input)
    {
        var slot = _slots[microBatch, part];
        slot.Values.Set(input, _parts[part].Forward(input, out var state));
        slot.State = state;
    }

    /// <returns>The loss of the micro-batch, and the gradient that the last part begins with.</returns>
    public (double Loss, Matrix Gradient) Judge(int microBatch, MicroBatch batch)
    {
        var slot = _slots[microBatch, _parts.Length - 1];
        var (loss, gradient, state) = _head!.Backward(slot.Values.Take(), batch);
        slot.Head = state;
        return (loss, gradient);
    }

    public void Backward(int microBatch, int part, Matrix gradient)
    {
        var slot = _slots[microBatch, part];
        slot.Gradients.Set(gradient, _parts[part].Backward(slot.State!, gradient));
    }

    public void AddWeightGradients(int microBatch, int part)
    {
        var slot = _slots[microBatch, part];
        _parts[part].AddWeightGradients(slot.State!);
        if (slot.Head is not null)
        {
            _head!.AddWeightGradients(slot.Head);
        }

        (slot.State, slot.Head) = (null, null);
    }

    /// <summary>What is left when all gradients have come down: those of the characters themselves.</summary>
    public void FinishEmbedding(int microBatch, MicroBatch batch) =>
        Embedding.AddWeightGradients(_endGradients, batch, _slots[microBatch, 0].Gradients.Take());

    private static NetworkWeights EndsOf(NetworkSize size, NetworkWeights? whole, bool isFirst, bool isLast) => new(
        isFirst ? Copy(whole?.Characters, size.Vocabulary, size.Width) : new Matrix(0, size.Width),
        isFirst ? Copy(whole?.Positions, size.Context, size.Width) : new Matrix(0, size.Width),
        [],
        isLast ? Copy(whole?.Head, size.Width, size.Vocabulary) : new Matrix(0, size.Vocabulary));

    private static Matrix Copy(Matrix? from, int rows, int columns) => from?.RowsFrom(0, rows) ?? new Matrix(rows, columns);
}
