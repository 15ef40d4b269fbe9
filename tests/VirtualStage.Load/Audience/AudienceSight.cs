using System.Diagnostics;

namespace VirtualStage.Load.Audience;

/// <summary>What all spectators of a load saw. Any thread.</summary>
internal sealed class AudienceSight
{
    private const int BucketsAMs = 4;

    // The very first message comes while this program still warms up: the quickest may be seconds quicker.
    private const int LeadMs = 5000;

    private readonly int[] _ages = new int[BucketsAMs * 20_000];
    private long _base = long.MinValue;
    private long _messages;
    private long _bytes;
    private long _stalls;
    private int _lost;

    public long Messages => Volatile.Read(ref _messages);

    public void Bytes(int count) => Interlocked.Add(ref _bytes, count);

    public void Lost() => Interlocked.Increment(ref _lost);

    public void Stalled() => Interlocked.Increment(ref _stalls);

    /// <summary>A message came just now that was stamped with a time of the server's.</summary>
    public void Saw(long timeMs)
    {
        Interlocked.Increment(ref _messages);
        var lateMs = (Stopwatch.GetTimestamp() * 1000.0 / Stopwatch.Frequency) - timeMs;
        if (Volatile.Read(ref _base) == long.MinValue)
        {
            Interlocked.CompareExchange(ref _base, (long)lateMs - LeadMs, long.MinValue);
        }

        var bucket = (int)((lateMs - Volatile.Read(ref _base)) * BucketsAMs);
        Interlocked.Increment(ref _ages[Math.Clamp(bucket, 0, _ages.Length - 1)]);
    }

    /// <summary>Forgets what was seen; who was lost stays so.</summary>
    public void Restart()
    {
        Array.Clear(_ages);
        (_messages, _bytes, _stalls) = (0, 0, 0);
    }

    /// <summary>What was seen since the last start.</summary>
    public AudienceFigures Figures(int spectators, double seconds)
    {
        // Clocks of two processes begin at different times: the message that was quickest of all counts as not late.
        var first = Array.FindIndex(_ages, count => count > 0);
        return new AudienceFigures(
            spectators,
            Messages,
            Math.Round(Messages / seconds / spectators, 2),
            Math.Round(_bytes / seconds / spectators),
            At(0.5),
            At(0.95),
            At(0.99),
            _stalls,
            _lost);

        double At(double share)
        {
            long seen = 0;
            for (var bucket = 0; bucket < _ages.Length; bucket++)
            {
                seen += _ages[bucket];
                if (seen >= share * Messages)
                {
                    return (bucket - first) / (double)BucketsAMs;
                }
            }

            return 0;
        }
    }
}
