namespace VirtualStage.House;

/// <summary>
/// What all of a theatre's pictures of performers may take of its line, by the second. Viewers beyond it are not let in, and
/// when those who are in come to take more (another performer comes on), as many as are too many have to go. Any thread.
/// </summary>
/// <param name="bytesASecond">The budget.</param>
public sealed class PictureBudget(TimeProvider time, long bytesASecond)
{
    /// <summary>What a viewer is taken to need before it was measured: a performer by video.</summary>
    public const long AssumedBytesASecond = 80_000;

    private const double LetInUpTo = 0.9;
    private static readonly TimeSpan _measured = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private long _since = time.GetTimestamp();
    private long _bytes;
    private long _each = AssumedBytesASecond;
    private int _viewers;
    private long _most = long.MaxValue;

    /// <summary>How many look at pictures.</summary>
    public int Viewers
    {
        get
        {
            lock (_gate)
            {
                return _viewers;
            }
        }
    }

    /// <summary>A place for one more viewer, until it is disposed; null where the budget has no room for them.</summary>
    public Place? TryEnter()
    {
        lock (_gate)
        {
            Measure();
            if ((_viewers + 1) * _each > bytesASecond * LetInUpTo)
            {
                return null;
            }

            _viewers++;
            return new Place(this);
        }
    }

    private void Measure()
    {
        var passed = time.GetElapsedTime(_since);
        if (passed < _measured)
        {
            return;
        }

        // Where nobody looked, or nobody was to be seen for a while, nothing was learnt.
        if (_viewers > 0 && _bytes > 0 && passed < 2 * _measured)
        {
            _each = Math.Max(1, (long)(_bytes / passed.TotalSeconds / _viewers));
            _most = bytesASecond / _each;
        }

        (_bytes, _since) = (0, time.GetTimestamp());
    }

    /// <summary>The place of one viewer.</summary>
    public sealed class Place(PictureBudget budget) : IDisposable
    {
        private bool _isGiven;

        /// <summary>The viewer was sent so much.</summary>
        /// <returns>False when this viewer has to go: there are too many. The place is given back with that.</returns>
        public bool Take(int bytes)
        {
            lock (budget._gate)
            {
                budget._bytes += bytes;
                budget.Measure();
                if (budget._viewers > budget._most)
                {
                    GiveBack();
                }

                return !_isGiven;
            }
        }

        /// <summary>The viewer is gone.</summary>
        public void Dispose()
        {
            lock (budget._gate)
            {
                GiveBack();
            }
        }

        private void GiveBack()
        {
            budget._viewers -= _isGiven ? 0 : 1;
            _isGiven = true;
        }
    }
}
