namespace VirtualStage.Server.Stage;

/// <summary>How often something happened in the last minute, to the second.</summary>
internal sealed class MinuteCount
{
    private const int Seconds = 60;

    private readonly long[] _counts = new long[Seconds];
    private long _second;

    /// <summary>The count of the last minute.</summary>
    public long Total { get; private set; }

    /// <summary>Counts something that happened in a second; seconds never go back.</summary>
    public void Add(long second, long count)
    {
        for (var passed = Math.Min(second - _second, Seconds); passed > 0; passed--)
        {
            ref var old = ref _counts[(second - passed + 1) % Seconds];
            Total -= old;
            old = 0;
        }

        _second = Math.Max(_second, second);
        _counts[_second % Seconds] += count;
        Total += count;
    }
}
