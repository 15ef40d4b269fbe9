using VirtualStage.Scheduling.Steps;

namespace VirtualStage.Scheduling.Generators;

/// <summary>
/// Writes one device's list, pass by pass. A pass of a micro-batch that there is not is left out: a list for more
/// micro-batches stays a valid one without some of them, because no micro-batch waits for another. So a generator whose
/// pattern needs more than there are writes the pattern and loses what is too much.
/// </summary>
internal sealed class PassWriter(TrainingGraph graph)
{
    public List<Instruction> List { get; } = [];

    public bool Has(int microBatch) => microBatch < graph.Shape.MicroBatches;

    /// <summary>A forward pass by itself: the device waits for every all-reduce.</summary>
    public void Forward(int stage, int microBatch) => Alone(Forwards(stage, microBatch));

    /// <summary>An activation gradient by itself: the device waits for every all-reduce.</summary>
    public void Backward(int stage, int microBatch) => Alone(Backwards(stage, microBatch));

    /// <summary>Both gradients in one pass: each part's all-reduce is hidden under its weight gradient.</summary>
    public void WholeBackward(int stage, int microBatch)
    {
        foreach (var (backward, weight) in Backwards(stage, microBatch).Zip(Weights(stage, microBatch)))
        {
            List.Add(new Instruction(backward, Awaits: false));
            List.Add(new Instruction(weight, Awaits: true));
        }
    }

    public void Weight(int stage, int microBatch) => List.AddRange(Weights(stage, microBatch).Select(unit => new Instruction(unit, Awaits: false)));

    /// <summary>Two passes part by part: the all-reduce of one is hidden under the computation of the other.</summary>
    public void Braid(int[] first, int[] second)
    {
        if (first.Length == 0 || second.Length == 0)
        {
            Alone([.. first, .. second]);
            return;
        }

        foreach (var (one, other) in first.Zip(second))
        {
            List.Add(new Instruction(one, Awaits: false));
            List.Add(new Instruction(other, Awaits: false));
        }
    }

    public int[] Forwards(int stage, int microBatch) => Parts(microBatch, part => graph.Forward(stage, microBatch, part));

    public int[] Backwards(int stage, int microBatch) => Parts(microBatch, part => graph.Backward(stage, microBatch, Last - part));

    public int[] Weights(int stage, int microBatch) => Parts(microBatch, part => graph.Weight(stage, microBatch, Last - part));

    private int Last => graph.Shape.Parts - 1;

    private int[] Parts(int microBatch, Func<int, int> unit) => Has(microBatch) ? [.. Enumerable.Range(0, graph.Shape.Parts).Select(unit)] : [];

    private void Alone(IEnumerable<int> units) => List.AddRange(units.Select(unit => new Instruction(unit, Awaits: true)));
}
