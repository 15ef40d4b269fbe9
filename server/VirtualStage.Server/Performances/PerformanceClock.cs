namespace VirtualStage.Server.Performances;

/// <summary>
/// Performance time: it runs from when the performance was opened, at a rate, while a server plays it. After a
/// restart it goes on from the last checkpoint.
/// </summary>
/// <param name="time">The machine's clock.</param>
/// <param name="startMs">Performance time now.</param>
/// <param name="rate">Performance milliseconds in a real one.</param>
public sealed class PerformanceClock(TimeProvider time, long startMs, double rate)
{
    private readonly long _started = time.GetTimestamp();

    /// <summary>Performance milliseconds in a real one.</summary>
    public double Rate => rate;

    /// <summary>Performance time now.</summary>
    public long NowMs => startMs + (long)(time.GetElapsedTime(_started).TotalMilliseconds * rate);

    /// <summary>The real time until a performance time; zero when it has come.</summary>
    public TimeSpan Until(long timeMs) => TimeSpan.FromMilliseconds(Math.Max(0, timeMs - NowMs) / rate);
}
