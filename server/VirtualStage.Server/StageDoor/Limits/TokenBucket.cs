namespace VirtualStage.Server.StageDoor.Limits;

/// <summary>How much of something is let through.</summary>
/// <param name="PerSecond">For as long as one likes.</param>
/// <param name="AtOnce">After a while of nothing.</param>
internal readonly record struct Allowance(double PerSecond, double AtOnce);

/// <summary>Lets through what an allowance allows. Pure: the caller says what time it is.</summary>
internal struct TokenBucket(Allowance allowance, TimeSpan now)
{
    private double _tokens = allowance.AtOnce;
    private TimeSpan _filled = now;

    /// <summary>Takes so much; false, and nothing taken, when there is not so much.</summary>
    /// <param name="now">On a clock that never goes back.</param>
    public bool TryTake(TimeSpan now, double tokens = 1)
    {
        if (now > _filled)
        {
            _tokens = Math.Min(allowance.AtOnce, _tokens + ((now - _filled).TotalSeconds * allowance.PerSecond));
            _filled = now;
        }

        if (_tokens < tokens)
        {
            return false;
        }

        _tokens -= tokens;
        return true;
    }
}
