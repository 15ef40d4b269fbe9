namespace VirtualStage.Productions.Performances;

/// <summary>Show time: it runs with performance time while the show runs, and stands still otherwise.</summary>
/// <param name="BeforeMs">Show time when it last began to run (or stopped).</param>
/// <param name="SinceMs">Performance time at which it began to run; null while it stands.</param>
public sealed record ShowClock(long BeforeMs, long? SinceMs)
{
    internal static readonly ShowClock Zero = new(0, null);

    /// <summary>Show time at a performance time.</summary>
    public long ShowMsAt(long timeMs) => SinceMs is { } since ? BeforeMs + Math.Max(0, timeMs - since) : BeforeMs;

    /// <summary>The performance time of a show time to come, if nothing stops the show before.</summary>
    public long TimeMsOf(long showMs) => (SinceMs ?? 0) + (showMs - BeforeMs);

    internal ShowClock Started(long timeMs) => SinceMs is null ? new ShowClock(BeforeMs, timeMs) : this;

    internal ShowClock Stopped(long timeMs) => new(ShowMsAt(timeMs), null);
}
