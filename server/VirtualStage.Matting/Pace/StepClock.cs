namespace VirtualStage.Matting.Pace;

/// <summary>Takes the times of steps that follow one another, in milliseconds.</summary>
internal struct StepClock(TimeProvider time)
{
    private readonly long _began = time.GetTimestamp();
    private long _at = time.GetTimestamp();

    public readonly double Total => time.GetElapsedTime(_began).TotalMilliseconds;

    public double Next()
    {
        var now = time.GetTimestamp();
        var spent = time.GetElapsedTime(_at, now);
        _at = now;
        return spent.TotalMilliseconds;
    }
}
