using System.Collections.Concurrent;

namespace VirtualStage.Scheduling.Execution;

/// <summary>That a unit has ended: of a rank, or of a link as a whole.</summary>
internal readonly record struct Ended(int Unit, int Rank);

/// <summary>
/// What a thread is told. Whoever finds another's queue full listens to their own while they wait, so that nobody waits for
/// somebody who waits for them.
/// </summary>
internal sealed class Inbox(int length, Action<Ended> received, CancellationToken ending) : IDisposable
{
    private static readonly TimeSpan _breath = TimeSpan.FromMilliseconds(1);

    private readonly BlockingCollection<Ended> _queue = new(length);

    public void Receive() => received(_queue.Take(ending));

    /// <summary>Tells another thread; called by the thread that owns this inbox.</summary>
    public void Tell(Inbox other, Ended message)
    {
        while (!other._queue.TryAdd(message, (int)_breath.TotalMilliseconds, ending))
        {
            while (_queue.TryTake(out var own))
            {
                received(own);
            }
        }
    }

    public void Dispose() => _queue.Dispose();
}
