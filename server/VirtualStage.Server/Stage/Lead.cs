namespace VirtualStage.Server.Stage;

/// <summary>How far ahead an effect is stamped, so that it has reached the cast when it starts.</summary>
internal static class Lead
{
    public const int LeastMs = 50;
    public const int MostMs = 250;

    /// <summary>When LiteNetLib sends a lost message again: a fixed delay and a multiple of the round trip.</summary>
    private const double ResendMs = 25;
    private const double ResendRoundTrips = 2.1;

    /// <summary>The 95th percentile of the cast's one-way delays with one resend, within limits.</summary>
    public static int Of(IEnumerable<int> roundTripsMs)
    {
        var sorted = roundTripsMs.Order().ToList();
        if (sorted.Count == 0)
        {
            return LeastMs;
        }

        var roundTrip = sorted[(int)Math.Ceiling(sorted.Count * 0.95) - 1];
        return Math.Clamp((int)((roundTrip / 2.0) + ResendMs + (roundTrip * ResendRoundTrips)), LeastMs, MostMs);
    }
}
