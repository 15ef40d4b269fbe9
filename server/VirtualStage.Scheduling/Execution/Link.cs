using VirtualStage.Scheduling.Simulation;

namespace VirtualStage.Scheduling.Execution;

/// <summary>The thread of a device's link: it carries each communication when all ranks are there, in the order in which they became ready.</summary>
internal sealed class Link : IDisposable
{
    private readonly Run _run;
    private readonly int[] _missing;
    private readonly Span[] _spans;
    private readonly Queue<int> _ready;
    private readonly int _toCarry;

    public Link(Run run, int device)
    {
        (_run, Device) = (run, device);
        var units = run.Schedule.Graph.Units;
        _spans = new Span[units.Count];
        _missing = [.. units.Select(unit => unit.Needs.Sum(need => units[need].IsCommunication ? 1 : run.Options.Ranks))];
        _ready = new Queue<int>(units.Where(unit => unit.IsCommunication && unit.Device == device && unit.Needs.Count == 0).Select(unit => unit.Id));
        _toCarry = units.Count(unit => unit.IsCommunication && unit.Device == device);
        Inbox = new Inbox(run.Options.QueueLength, Heard, run.Ending);
    }

    public int Device { get; }

    public Inbox Inbox { get; }

    public Span SpanOf(int unit) => _spans[unit];

    public void Carry()
    {
        for (var carried = 0; carried < _toCarry; carried++)
        {
            while (_ready.Count == 0)
            {
                Inbox.Receive();
            }

            var unit = _run.Schedule.Graph.Units[_ready.Dequeue()];
            _spans[unit.Id] = _run.Timed(unit, _run.Options.LinkPace, () => _run.Work.Communicate(unit, _run.Ending));
            foreach (var device in _run.Listeners[unit.Id].Workers)
            {
                for (var rank = 0; rank < _run.Options.Ranks; rank++)
                {
                    Inbox.Tell(_run.WorkerOf(device, rank).Inbox, new Ended(unit.Id, rank));
                }
            }

            Heard(new Ended(unit.Id, Rank: 0));
        }
    }

    public void Dispose() => Inbox.Dispose();

    private void Heard(Ended message)
    {
        foreach (var dependent in _run.Schedule.Graph.DependentsOf(message.Unit))
        {
            var unit = _run.Schedule.Graph.Units[dependent];
            if (unit.IsCommunication && --_missing[dependent] == 0)
            {
                _ready.Enqueue(dependent);
            }
        }
    }
}
