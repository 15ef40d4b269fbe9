using VirtualStage.Scheduling.Simulation;

namespace VirtualStage.Scheduling.Execution;

/// <summary>The thread of one rank of a device: it follows the device's list and owns the rank's state.</summary>
internal sealed class Worker : IDisposable
{
    private readonly Run _run;
    private readonly bool[] _hasEnded;
    private readonly Span[] _spans;
    private int _toHear;
    private int _onLink;

    public Worker(Run run, int device, int rank)
    {
        (_run, Device, Rank) = (run, device, rank);
        var units = run.Schedule.Graph.Units;
        (_hasEnded, _spans) = (new bool[units.Count], new Span[units.Count]);
        _toHear = units.Count(unit => IsFromElsewhere(unit.Id) && run.Listeners[unit.Id].Workers.Contains(device));
        Inbox = new Inbox(run.Options.QueueLength, Heard, run.Ending);
    }

    public int Device { get; }

    public int Rank { get; }

    public Inbox Inbox { get; }

    public Span SpanOf(int unit) => _spans[unit];

    public void FollowList()
    {
        foreach (var instruction in _run.Schedule.Lists[Device])
        {
            var unit = _run.Schedule.Graph.Units[instruction.Unit];
            foreach (var need in unit.Needs)
            {
                while (!_hasEnded[need])
                {
                    Inbox.Receive();
                }
            }

            _spans[unit.Id] = _run.Timed(unit, _run.Options.ComputePace, () => _run.Work.Compute(unit, Rank, _run.Ending));
            Tell(unit.Id);
            while (instruction.Awaits && _onLink > 0)
            {
                Inbox.Receive();
            }
        }

        // Others must not find a full queue that nobody empties any more.
        while (_toHear > 0)
        {
            Inbox.Receive();
        }
    }

    public void Dispose() => Inbox.Dispose();

    private void Tell(int unit)
    {
        Note(unit);
        var (workers, links) = _run.Listeners[unit];
        foreach (var device in workers)
        {
            if (device != Device)
            {
                Inbox.Tell(_run.WorkerOf(device, Rank).Inbox, new Ended(unit, Rank));
            }
        }

        foreach (var device in links)
        {
            Inbox.Tell(_run.LinkOf(device).Inbox, new Ended(unit, Rank));
        }
    }

    private void Heard(Ended message)
    {
        _toHear--;
        Note(message.Unit);
    }

    /// <summary>Keeps count of what the device's link has been given and has not carried yet.</summary>
    private void Note(int unit)
    {
        var graph = _run.Schedule.Graph;
        _hasEnded[unit] = true;
        _onLink -= graph.Units[unit].IsCommunication && graph.Units[unit].Device == Device ? 1 : 0;
        foreach (var dependent in graph.DependentsOf(unit))
        {
            var next = graph.Units[dependent];
            _onLink += next.IsCommunication && next.Device == Device && next.Needs.All(need => _hasEnded[need]) ? 1 : 0;
        }
    }

    private bool IsFromElsewhere(int unit)
    {
        var found = _run.Schedule.Graph.Units[unit];
        return found.IsCommunication || found.Device != Device;
    }
}
