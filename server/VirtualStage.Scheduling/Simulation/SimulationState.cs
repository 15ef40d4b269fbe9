using VirtualStage.Scheduling.Units;

namespace VirtualStage.Scheduling.Simulation;

/// <summary>
/// What has ended, what is under way, and what comes next. Time is counted in whole billionths of the unit that costs are
/// given in: things that happen at the same moment then do so exactly, whatever sums led there.
/// </summary>
internal sealed class SimulationState
{
    private const double Resolution = 1e9;

    private readonly UnitGraph _graph;
    private readonly int[] _missing;
    private readonly Span[] _spans;
    private readonly bool[] _isBusy;
    private readonly bool[] _isAwaiting;
    private readonly int[] _onLink;
    private readonly Queue<int>[] _forLink;
    private readonly PriorityQueue<int, (long Time, int Order)> _ends = new();
    private int _order;

    public SimulationState(UnitGraph graph)
    {
        _graph = graph;
        _missing = [.. graph.Units.Select(unit => unit.Needs.Count)];
        _spans = new Span[graph.Units.Count];
        Array.Fill(_spans, new Span(double.NaN, double.NaN));
        (_isBusy, _isAwaiting) = (new bool[graph.Devices], new bool[graph.Devices]);
        _onLink = new int[graph.Devices];
        Array.Fill(_onLink, -1);
        _forLink = [.. Enumerable.Range(0, graph.Devices).Select(_ => new Queue<int>())];
        foreach (var unit in graph.Units.Where(unit => unit.Needs.Count == 0 && unit.IsCommunication))
        {
            Offer(unit);
        }
    }

    public long Time { get; private set; }

    public int Ended { get; private set; }

    /// <summary>Whether everything that a unit needs has ended.</summary>
    public bool IsReady(int unit) => _missing[unit] == 0;

    public bool IsLinkIdle(int device) => _onLink[device] < 0;

    public bool IsIdle(int device) => !_isBusy[device] && (!_isAwaiting[device] || IsLinkIdle(device));

    public void Start(int device, Instruction instruction)
    {
        _isBusy[device] = true;
        _isAwaiting[device] = instruction.Awaits;
        Begin(instruction.Unit);
    }

    /// <summary>Goes on to the next moment at which something ends.</summary>
    /// <returns>False when nothing is under way.</returns>
    public bool Advance()
    {
        if (!_ends.TryPeek(out _, out var next))
        {
            return false;
        }

        Time = next.Time;
        while (_ends.TryPeek(out var unit, out next) && next.Time == Time)
        {
            _ends.Dequeue();
            End(_graph.Units[unit]);
        }

        return true;
    }

    public Timeline Timeline() => new(_spans);

    private void Begin(int unit)
    {
        var end = Time + (long)Math.Round(_graph.Units[unit].Cost * Resolution);
        _spans[unit] = new Span(Time / Resolution, end / Resolution);
        _ends.Enqueue(unit, (end, _order++));
    }

    private void End(Unit unit)
    {
        Ended++;
        if (unit.IsCommunication)
        {
            _onLink[unit.Device] = -1;
        }
        else
        {
            _isBusy[unit.Device] = false;
        }

        foreach (var dependent in _graph.DependentsOf(unit.Id))
        {
            if (--_missing[dependent] == 0 && _graph.Units[dependent].IsCommunication)
            {
                Offer(_graph.Units[dependent]);
            }
        }

        if (unit.IsCommunication && _forLink[unit.Device].TryDequeue(out var waiting))
        {
            Carry(waiting, unit.Device);
        }
    }

    private void Offer(Unit communication)
    {
        // While something waits, it goes first.
        if (_onLink[communication.Device] >= 0 || _forLink[communication.Device].Count > 0)
        {
            _forLink[communication.Device].Enqueue(communication.Id);
        }
        else
        {
            Carry(communication.Id, communication.Device);
        }
    }

    private void Carry(int unit, int device)
    {
        _onLink[device] = unit;
        Begin(unit);
    }
}
