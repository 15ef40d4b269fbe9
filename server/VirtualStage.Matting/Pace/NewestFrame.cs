namespace VirtualStage.Matting.Pace;

/// <summary>
/// A place for one frame between who receives and who mattes: a newer frame takes the place of one that waits, so that
/// there is never more than one, and no delay builds up. For one thread on either side.
/// </summary>
public sealed class NewestFrame
{
    private readonly Lock _lock = new();
    private byte[] _waiting = [];
    private byte[] _taken = [];
    private int _length;
    private long _timeMs;
    private bool _isThere;

    /// <summary>Frames that a newer one took the place of.</summary>
    public long Replaced { get; private set; }

    /// <summary>Leaves a copy of a frame; whoever is larger than a frame may be is refused.</summary>
    public FrameRefusal Put(ReadOnlySpan<byte> jpeg, long timeMs)
    {
        if (jpeg.Length > Frames.FrameLimits.MostBytes)
        {
            return FrameRefusal.TooManyBytes;
        }

        lock (_lock)
        {
            Replaced += _isThere ? 1 : 0;
            if (_waiting.Length < jpeg.Length)
            {
                _waiting = new byte[jpeg.Length + (jpeg.Length / 2)];
            }

            jpeg.CopyTo(_waiting);
            (_length, _timeMs, _isThere) = (jpeg.Length, timeMs, true);
            return FrameRefusal.None;
        }
    }

    /// <summary>Takes the frame that waits; its bytes are the taker's until the next call.</summary>
    public bool TryTake(out ReadOnlySpan<byte> jpeg, out long timeMs)
    {
        lock (_lock)
        {
            if (!_isThere)
            {
                jpeg = [];
                timeMs = 0;
                return false;
            }

            (_waiting, _taken) = (_taken, _waiting);
            _isThere = false;
            jpeg = _taken.AsSpan(0, _length);
            timeMs = _timeMs;
            return true;
        }
    }
}
