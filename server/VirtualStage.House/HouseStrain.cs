namespace VirtualStage.House;

/// <summary>
/// Judges whether so many watch that half of the frames must be enough for all: when bringing a frame to everybody takes
/// longer than half of the time to the next. It goes back when a quarter of that is enough, and not before some seconds.
/// </summary>
internal sealed class HouseStrain(TimeProvider time)
{
    private static readonly TimeSpan _tooLong = TimeSpan.FromMilliseconds(33);
    private static readonly TimeSpan _shortEnough = TimeSpan.FromMilliseconds(8);
    private static readonly TimeSpan _rest = TimeSpan.FromSeconds(10);

    private double _averageMs;
    private long _changed;
    private volatile bool _isTooMuch;

    public bool IsTooMuch => _isTooMuch;

    /// <summary>Takes the time of a round to everybody. By the loop.</summary>
    public void Note(TimeSpan round)
    {
        _averageMs += (round.TotalMilliseconds - _averageMs) * 0.1;
        var isTooMuch = _averageMs > (_isTooMuch ? _shortEnough : _tooLong).TotalMilliseconds;
        if (isTooMuch == _isTooMuch || (!isTooMuch && time.GetElapsedTime(_changed) < _rest))
        {
            return;
        }

        _isTooMuch = isTooMuch;
        _changed = time.GetTimestamp();
    }
}
