namespace VirtualStage.Load;

/// <summary>What a number of measurements came to.</summary>
/// <param name="P50">Half of them are not above it.</param>
internal sealed record Percentiles(double P50, double P95, double P99, double Most)
{
    /// <summary>Of at least one measurement, by nearest rank, to a hundredth.</summary>
    public static Percentiles Of(IEnumerable<double> measured)
    {
        double[] sorted = [.. measured.Order()];
        return new Percentiles(At(0.5), At(0.95), At(0.99), At(1));

        double At(double share) => Math.Round(sorted[Math.Max(0, (int)Math.Ceiling(sorted.Length * share) - 1)], 2);
    }
}
