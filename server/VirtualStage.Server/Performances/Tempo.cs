namespace VirtualStage.Server.Performances;

/// <summary>How fast performances run on this server: 1, or faster for a rehearsal of the technique.</summary>
public sealed record Tempo(double Rate)
{
    public const double Least = 0.1;
    public const double Most = 60;
}
