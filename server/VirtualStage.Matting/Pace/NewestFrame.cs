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
    private FrameStamp _stamp;
    private bool _isThere;

    /// <summary>Frames that a newer one took the place of.</summary>
    public long Replaced { get; private set; }

    /// <summary>Leaves a copy of a frame; whoever is larger than a frame may be is refused.</summary>
    /// <param name="replaced">The frame that it took the place of; null for none.</param>
    public FrameRefusal Put(ReadOnlySpan<byte> jpeg, FrameStamp stamp, out FrameStamp? replaced)
    {
        replaced = null;
        if (jpeg.Length > Frames.FrameLimits.MostBytes)
        {
            return FrameRefusal.TooManyBytes;
        }

        lock (_lock)
        {
            if (_isThere)
            {
                Replaced++;
                replaced = _stamp;
            }

            if (_waiting.Length < jpeg.Length)
            {
                _waiting = new byte[jpeg.Length + (jpeg.Length / 2)];
            }

            jpeg.CopyTo(_waiting);
            (_length, _stamp, _isThere) = (jpeg.Length, stamp, true);
            return FrameRefusal.None;
        }
    }

    /// <summary>Takes the frame that waits; its bytes are the taker's until the next call.</summary>
    public bool TryTake(out ReadOnlySpan<byte> jpeg, out FrameStamp stamp)
    {
        lock (_lock)
        {
            if (!_isThere)
            {
                jpeg = [];
                stamp = default;
                return false;
            }

            (_waiting, _taken) = (_taken, _waiting);
            _isThere = false;
            jpeg = _taken.AsSpan(0, _length);
            stamp = _stamp;
            return true;
        }
    }
}
