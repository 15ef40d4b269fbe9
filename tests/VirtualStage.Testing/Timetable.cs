using System.Diagnostics;

namespace VirtualStage.Testing;

/// <summary>Does things when they are due, on a thread of its own; what is due at the same moment, in the order in which it was put in.</summary>
internal sealed class Timetable : IDisposable
{
    private readonly PriorityQueue<Action, (long Due, long Order)> _due = new();
    private readonly object _gate = new();
    private readonly Thread _thread;
    private long _order;
    private bool _isOver;

    public Timetable()
    {
        _thread = new Thread(Run) { Name = "relay", IsBackground = true };
        _thread.Start();
    }

    public void Add(TimeSpan delay, Action action)
    {
        lock (_gate)
        {
            _due.Enqueue(action, (Stopwatch.GetTimestamp() + (long)(delay.TotalSeconds * Stopwatch.Frequency), _order++));
            Monitor.Pulse(_gate);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isOver = true;
            Monitor.Pulse(_gate);
        }

        _thread.Join();
    }

    private void Run()
    {
        while (Next() is { } action)
        {
            action();
        }
    }

    private Action? Next()
    {
        lock (_gate)
        {
            while (!_isOver)
            {
                if (!_due.TryPeek(out var action, out var at))
                {
                    Monitor.Wait(_gate);
                    continue;
                }

                var wait = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), at.Due);
                if (wait <= TimeSpan.Zero)
                {
                    _due.Dequeue();
                    return action;
                }

                // Rounded up, so that nothing is early; a wait of less than a millisecond is none.
                Monitor.Wait(_gate, (int)Math.Ceiling(wait.TotalMilliseconds));
            }

            return null;
        }
    }
}
