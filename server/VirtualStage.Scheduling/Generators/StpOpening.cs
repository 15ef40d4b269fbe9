using VirtualStage.Scheduling.Steps;

namespace VirtualStage.Scheduling.Generators;

/// <summary>
/// The part of an STP list that is the same whatever units cost: warm-up and steady state, until the down-going chunk has no
/// forward pass left. Forward passes down and activation gradients of the up-going chunk travel the same way, as do forward
/// passes up and gradients of the down-going one: so braided in pairs they make two waves, and the schedule is 1F1B of waves.
/// The gradient comes first in a braid: it is what others wait for, and its last all-reduce is hidden under the forward's
/// last part.
/// </summary>
internal sealed class StpOpening
{
    private readonly PassWriter _list;
    private readonly int _down;
    private readonly int _up;
    private readonly int _microBatches;

    public StpOpening(TrainingGraph graph, int device)
    {
        _list = new PassWriter(graph);
        var p = graph.Shape.Devices;
        (_down, _up, _microBatches) = (device, (2 * p) - 1 - device, graph.Shape.MicroBatches);
        WarmUp(p, device);
        Rush(p - 1 - device);
        while (_list.Has(DownForwards))
        {
            Wave(_up, UpBackwards++, _down, DownForwards++);
            Wave(_down, DownBackwards++, _up, UpForwards++);
        }
    }

    public IReadOnlyList<Instruction> List => _list.List;

    /// <summary>Chunks whose activations are held at its end.</summary>
    public int Held => Math.Min(DownForwards, _microBatches) + Math.Min(UpForwards, _microBatches) - DownBackwards - UpBackwards;

    public int DownForwards { get; private set; }

    public int UpForwards { get; private set; }

    public int DownBackwards { get; private set; }

    public int UpBackwards { get; private set; }

    /// <summary>
    /// 2p−1 forward passes down and device+1 up. Those on the way of the first micro-batch are alone; the device+1 last ones
    /// are braided in pairs, so that no device waits for more than 2p of their all-reduces.
    /// </summary>
    private void WarmUp(int p, int device)
    {
        for (var i = 0; i < (2 * (p - device)) - 1; i++)
        {
            _list.Forward(_down, DownForwards++);
        }

        for (var i = 0; i < device; i++)
        {
            _list.Forward(_up, UpForwards++);
            _list.Forward(_down, DownForwards++);
        }

        if (device % 2 == 0)
        {
            _list.Forward(_up, UpForwards++);
        }
        else
        {
            _list.Braid(_list.Forwards(_up, UpForwards++), _list.Forwards(_down, DownForwards++));
        }

        while (DownForwards < (2 * p) - 1)
        {
            _list.Braid(_list.Forwards(_down, DownForwards++), _list.Forwards(_down, DownForwards++));
        }
    }

    /// <summary>
    /// Until the first gradient has gone down and come up again: the device keeps feeding both ways, with weight gradients
    /// put off so that gradients travel fast, and then under forward passes that have no gradient to braid with.
    /// </summary>
    private void Rush(int waves)
    {
        for (var i = 0; i < waves && _list.Has(DownForwards); i++)
        {
            _list.Braid(_list.Backwards(_up, UpBackwards), _list.Forwards(_down, DownForwards++));
            _list.Braid(_list.Forwards(_up, UpForwards++), _list.Weights(_up, UpBackwards++));
        }
    }

    private void Wave(int back, int gradient, int forth, int microBatch)
    {
        _list.Braid(_list.Backwards(back, gradient), _list.Forwards(forth, microBatch));
        _list.Weight(back, gradient);
    }
}
