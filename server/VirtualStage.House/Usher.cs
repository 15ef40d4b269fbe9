using System.Diagnostics;

namespace VirtualStage.House;

/// <summary>
/// Brings new frames to every so-many-th row, on a thread of the pool. While it is on its way it is not sent out again: it
/// goes once more when it is back.
/// </summary>
internal sealed class Usher(Seating seating, int first, int step) : IThreadPoolWorkItem
{
    private const int Idle = 0;
    private const int Going = 1;
    private const int GoingAgain = 2;

    private int _state;
    private long _sentOut;
    private volatile bool _isForAll;

    /// <summary>How long its last round with a frame for everybody took, from being sent out to its end.</summary>
    public TimeSpan Round { get; private set; }

    /// <summary>Sends it out. By the loop; never waits.</summary>
    /// <param name="isForAll">True for a frame of the layer that everybody is sent.</param>
    public void SendOut(bool isForAll)
    {
        _isForAll = isForAll;
        if (Interlocked.CompareExchange(ref _state, Going, Idle) == Idle)
        {
            _sentOut = Stopwatch.GetTimestamp();
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
        else
        {
            // It may be back just now: then it is sent out after all.
            if (Interlocked.CompareExchange(ref _state, GoingAgain, Going) == Idle)
            {
                SendOut(isForAll);
            }
        }
    }

    void IThreadPoolWorkItem.Execute()
    {
        do
        {
            Volatile.Write(ref _state, Going);
            var (rows, isForAll) = (seating.Rows, _isForAll);
            for (var row = first; row < rows.Length; row += step)
            {
                foreach (var spectator in rows[row])
                {
                    spectator?.Push();
                }
            }

            Round = isForAll ? Stopwatch.GetElapsedTime(_sentOut) : Round;
            _sentOut = Stopwatch.GetTimestamp();
        }
        while (Interlocked.CompareExchange(ref _state, Idle, Going) != Going);
    }
}
