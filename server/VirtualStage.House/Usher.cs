namespace VirtualStage.House;

/// <summary>
/// Brings new frames to every so-many-th row, on a thread of the pool. While it is on its way it is not sent out again: it
/// goes once more when it is back.
/// </summary>
internal sealed class Usher(Seating seating, int first, int step, TimeProvider time) : IThreadPoolWorkItem
{
    private Turn _turn;
    private long _sentOut;
    private volatile bool _isForAll;

    /// <summary>How long its last round with a frame for everybody took, from being sent out to its end.</summary>
    public TimeSpan Round { get; private set; }

    /// <summary>Sends it out. By the loop; never waits.</summary>
    /// <param name="isForAll">True for a frame of the layer that everybody is sent.</param>
    public void SendOut(bool isForAll)
    {
        _isForAll = isForAll;
        if (_turn.TryTake())
        {
            _sentOut = time.GetTimestamp();
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    void IThreadPoolWorkItem.Execute()
    {
        do
        {
            _turn.Begin();
            var (rows, isForAll) = (seating.Rows, _isForAll);
            for (var row = first; row < rows.Length; row += step)
            {
                foreach (var spectator in rows[row])
                {
                    spectator?.Push();
                }
            }

            Round = isForAll ? time.GetElapsedTime(_sentOut) : Round;
            _sentOut = time.GetTimestamp();
        }
        while (!_turn.TryGiveBack());
    }
}
