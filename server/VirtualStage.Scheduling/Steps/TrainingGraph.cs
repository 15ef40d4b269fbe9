using VirtualStage.Scheduling.Units;

namespace VirtualStage.Scheduling.Steps;

/// <summary>
/// The units of one training step. A chunk's forward pass is an attention part and an MLP part for each layer, each of which
/// ends in an all-reduce that the next part waits for; the activation gradient goes through the parts backwards, with an
/// all-reduce after each as well; a part's weight gradient waits for its activation gradient alone.
/// </summary>
public sealed class TrainingGraph
{
    private static readonly UnitKind[] _kinds = [UnitKind.Forward, UnitKind.Backward, UnitKind.Weight];

    private readonly int _ofOneKind;

    /// <param name="handsOnWholeBackward">
    /// Whether the stage before waits for a chunk's weight gradients too: so it is where a framework computes both
    /// gradients in one pass and sends when that returns.
    /// </param>
    public TrainingGraph(TrainingShape shape, Placement placement, bool handsOnWholeBackward)
    {
        shape.Check();
        (Shape, Placement) = (shape, placement);
        _ofOneKind = shape.Stages * shape.MicroBatches * shape.Parts;
        Graph = new UnitGraph([.. Computations(handsOnWholeBackward), .. AllReduces()]);
    }

    public TrainingShape Shape { get; }

    public Placement Placement { get; }

    public UnitGraph Graph { get; }

    public int Forward(int stage, int microBatch, int part) => Id(UnitKind.Forward, stage, microBatch, part);

    public int Backward(int stage, int microBatch, int part) => Id(UnitKind.Backward, stage, microBatch, part);

    public int Weight(int stage, int microBatch, int part) => Id(UnitKind.Weight, stage, microBatch, part);

    /// <summary>The weight gradient that goes with an activation gradient.</summary>
    public int WeightOf(int backward) => _ofOneKind + backward;

    /// <summary>The all-reduce behind a forward or backward unit.</summary>
    public int AllReduceOf(int unit) => (3 * _ofOneKind) + unit;

    public int DeviceOf(int stage) => Placement switch
    {
        Placement.Contiguous => stage / Shape.ChunksPerDevice,
        Placement.Circle => stage % Shape.Devices,
        _ => stage < Shape.Devices ? stage : (2 * Shape.Devices) - 1 - stage,
    };

    private int Id(UnitKind kind, int stage, int microBatch, int part) =>
        ((int)kind * _ofOneKind) + (((stage * Shape.MicroBatches) + microBatch) * Shape.Parts) + part;

    private IEnumerable<Unit> Computations(bool handsOnWholeBackward) =>
        from kind in _kinds
        from stage in Enumerable.Range(0, Shape.Stages)
        from microBatch in Enumerable.Range(0, Shape.MicroBatches)
        from part in Enumerable.Range(0, Shape.Parts)
        select new Unit(
            Id(kind, stage, microBatch, part), kind, stage, microBatch, part, DeviceOf(stage), CostOf(kind, stage),
            NeedsOf(kind, stage, microBatch, part, handsOnWholeBackward))
        {
            Activations = kind switch
            {
                UnitKind.Forward => new MemoryUse(part == 0 ? 1 : 0, 0),
                UnitKind.Backward => new MemoryUse(0, part == 0 ? 1 : 0),
                _ => default,
            },
            Deferred = kind switch
            {
                UnitKind.Backward => new MemoryUse(1.0 / Shape.Parts, 0),
                UnitKind.Weight => new MemoryUse(0, 1.0 / Shape.Parts),
                _ => default,
            },
        };

    private IEnumerable<Unit> AllReduces() =>
        from kind in _kinds[..2]
        from stage in Enumerable.Range(0, Shape.Stages)
        from microBatch in Enumerable.Range(0, Shape.MicroBatches)
        from part in Enumerable.Range(0, Shape.Parts)
        let of = Id(kind, stage, microBatch, part)
        select new Unit(
            AllReduceOf(of), kind, stage, microBatch, part, DeviceOf(stage), Shape.TimesOf(stage).AllReduce / Shape.Parts, [of], IsCommunication: true);

    private double CostOf(UnitKind kind, int stage) => kind switch
    {
        UnitKind.Forward => Shape.TimesOf(stage).Forward,
        UnitKind.Backward => Shape.TimesOf(stage).Backward,
        _ => Shape.TimesOf(stage).Weight,
    } / Shape.Parts;

    private int[] NeedsOf(UnitKind kind, int stage, int microBatch, int part, bool handsOnWholeBackward)
    {
        var last = Shape.Parts - 1;
        switch (kind)
        {
            case UnitKind.Forward:
                return part > 0 ? [AllReduceOf(Forward(stage, microBatch, part - 1))]
                    : stage > 0 ? [AllReduceOf(Forward(stage - 1, microBatch, last))]
                    : [];
            case UnitKind.Backward when part < last:
                return [AllReduceOf(Backward(stage, microBatch, part + 1))];
            case UnitKind.Backward:
                var forward = AllReduceOf(Forward(stage, microBatch, last));
                return stage == Shape.Stages - 1 ? [forward]
                    : [forward, AllReduceOf(Backward(stage + 1, microBatch, 0)), .. handsOnWholeBackward ? WeightsOf(stage + 1, microBatch) : []];
            default:
                return [Backward(stage, microBatch, part)];
        }
    }

    private IEnumerable<int> WeightsOf(int stage, int microBatch) =>
        Enumerable.Range(0, Shape.Parts).Select(part => Weight(stage, microBatch, part));
}
