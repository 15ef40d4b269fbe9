namespace VirtualStage.Server.Performances;

/// <summary>How performances run on this server.</summary>
/// <param name="Rate">How fast: 1, or faster for a rehearsal of the technique.</param>
/// <param name="GoDebounceMs">Real time between two GOs of persons: a shorter one is taken for the same press.</param>
public sealed record Tempo(double Rate, int GoDebounceMs)
{
    public const int MostDebounceMs = 2000;
    public const double Least = 0.1;
    public const double Most = 60;
}
