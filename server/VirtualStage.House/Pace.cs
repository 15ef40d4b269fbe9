namespace VirtualStage.House;

/// <summary>How often somebody may do something: so often at once after a while without it, and then at intervals.</summary>
internal struct Pace(TimeSpan every, int atOnce)
{
    private TimeSpan _until;

    /// <summary>True when it may be done now, and counts.</summary>
    /// <param name="now">On a clock that never goes back.</param>
    public bool TryTake(TimeSpan now)
    {
        // Each lasts for an interval; a few may be heaped up.
        var from = _until > now ? _until : now;
        if (from + every - now > atOnce * every)
        {
            return false;
        }

        _until = from + every;
        return true;
    }
}
