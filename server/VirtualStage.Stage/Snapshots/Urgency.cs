namespace VirtualStage.Stage.Snapshots;

/// <summary>How much it matters that an actor is told of now: 0 for not at all.</summary>
internal static class Urgency
{
    /// <summary>The most urgent.</summary>
    public const int Most = 63;

    private const int Left = Most - 1;
    private const int Lost = Most - 2;

    /// <summary>Of who was due a whole period ago, and for who is not known yet.</summary>
    private const int Due = 16;

    private const int Unknown = 2 * Due;

    /// <summary>Of an actor who is on.</summary>
    /// <param name="sinceTick">Tick at which the pose became what it is.</param>
    /// <param name="period">So many ticks apart the actor is told of.</param>
    public static byte Of(in KnownActor known, uint sinceTick, uint tick, int period, bool isSelf, bool isLost)
    {
        if (isSelf)
        {
            return Most;
        }

        if (known.SentTick == 0)
        {
            return (byte)(Unknown + (Interest.MaxPeriod - period));
        }

        // What is on its way and has not changed since is told again only when it is held for lost.
        var periods = (tick - known.SentTick) * Due / (uint)(IsNews(known, sinceTick) ? period : Interest.MaxPeriod);
        return isLost ? (byte)Lost : periods < Due ? (byte)0 : (byte)Math.Min(periods, Lost - 1);
    }

    /// <summary>True when there is something to tell, or it is not known whether what was told arrived.</summary>
    public static bool IsOpen(in KnownActor known, uint sinceTick) => IsNews(known, sinceTick) || known.IsInFlight;

    public static byte OfLeaving(in KnownActor known, uint tick) =>
        known.SentTick < known.LeftTick || tick - known.SentTick >= Interest.MaxPeriod / 3 ? (byte)Left : (byte)0;

    /// <summary>The least urgency that fits a number of bits, with all that is more urgent.</summary>
    /// <param name="room">Bits that are left for those that are just that urgent.</param>
    public static int Least(ReadOnlySpan<int> bitsBy, int bits, out int room)
    {
        for (var urgency = Most; urgency > 0; urgency--)
        {
            if (bits < bitsBy[urgency])
            {
                room = bits;
                return urgency;
            }

            bits -= bitsBy[urgency];
        }

        room = 0;
        return 0;
    }

    private static bool IsNews(in KnownActor known, uint sinceTick) => known.SentTick < sinceTick;
}
