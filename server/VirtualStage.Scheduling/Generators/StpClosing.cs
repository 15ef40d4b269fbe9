using VirtualStage.Scheduling.Simulation;
using VirtualStage.Scheduling.Steps;

namespace VirtualStage.Scheduling.Generators;

/// <summary>Follows the openings, and then lets every device decide by list scheduling.</summary>
/// <param name="fillsAllReduces">Whether weight gradients fill the waits for a device's own all-reduces too; else those for others alone.</param>
internal sealed class StpClosing(TrainingGraph graph, bool fillsAllReduces) : IDispatcher
{
    private readonly StpDevice[] _devices =
        [.. Enumerable.Range(0, graph.Shape.Devices).Select(device => new StpDevice(graph, device, fillsAllReduces))];

    public Instruction? Next(int device, SimulationState state) => _devices[device].Next(state);
}

/// <summary>
/// One device: it braids two passes at most, goes on with what it has begun before it begins something, forward before
/// backward, and fills with weight gradients what would be waiting.
/// </summary>
internal sealed class StpDevice
{
    /// <summary>The most passes that are braided.</summary>
    private const int Strands = 2;

    private readonly TrainingGraph _graph;
    private readonly int _device;
    private readonly bool _fillsAllReduces;
    private readonly IReadOnlyList<Instruction> _opening;
    private readonly Queue<Pass> _forwards;
    private readonly Queue<Pass>[] _backwards;
    private readonly List<Pass> _begun = [];
    private readonly Queue<int> _weights = new();
    private int _next;
    private int _held;

    public StpDevice(TrainingGraph graph, int device, bool fillsAllReduces)
    {
        (_graph, _device, _fillsAllReduces) = (graph, device, fillsAllReduces);
        var opening = new StpOpening(graph, device);
        _opening = opening.List;
        _held = opening.Held;
        var (list, up) = (new PassWriter(graph), graph.Shape.Stages - 1 - device);
        _forwards = Left(opening.UpForwards, microBatch => new Pass(list.Forwards(up, microBatch), IsForward: true));
        _backwards =
        [
            Left(opening.DownBackwards, microBatch => new Pass(list.Backwards(device, microBatch), IsForward: false)),
            Left(opening.UpBackwards, microBatch => new Pass(list.Backwards(up, microBatch), IsForward: false)),
        ];
    }

    public Instruction? Next(SimulationState state)
    {
        if (_next < _opening.Count)
        {
            return state.IsReady(_opening[_next].Unit) ? _opening[_next++] : null;
        }

        if (_begun.FirstOrDefault(pass => state.IsReady(pass.Next)) is { } begun)
        {
            return Take(begun);
        }

        if (_begun.Count < Strands && NewPass(state) is { } found)
        {
            return Take(found);
        }

        return _weights.Count > 0 && (_fillsAllReduces || state.IsLinkIdle(_device))
            ? new Instruction(_weights.Dequeue(), Awaits: false)
            : null;
    }

    private Pass? NewPass(SimulationState state)
    {
        if (_held < 3 * _graph.Shape.Devices && _forwards.TryPeek(out var forward) && state.IsReady(forward.Next))
        {
            _held++;
            _begun.Insert(0, forward);
            return _forwards.Dequeue();
        }

        foreach (var backwards in _backwards)
        {
            if (backwards.TryPeek(out var backward) && state.IsReady(backward.Next))
            {
                _begun.Add(backward);
                return backwards.Dequeue();
            }
        }

        return null;
    }

    private Instruction Take(Pass pass)
    {
        var unit = pass.Take();
        if (!pass.IsForward)
        {
            _weights.Enqueue(_graph.WeightOf(unit));
        }

        if (pass.IsOver)
        {
            _begun.Remove(pass);
            _held -= pass.IsForward ? 0 : 1;
        }

        return new Instruction(unit, Awaits: false);
    }

    private Queue<Pass> Left(int from, Func<int, Pass> pass) =>
        new(Enumerable.Range(0, _graph.Shape.MicroBatches).Skip(from).Select(pass));

    private sealed record Pass(int[] Units, bool IsForward)
    {
        private int _taken;

        public int Next => Units[_taken];

        public bool IsOver => _taken == Units.Length;

        public int Take() => Units[_taken++];
    }
}
