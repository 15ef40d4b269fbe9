namespace VirtualStage.Testing;

/// <summary>What a bad network does to each datagram, in each direction.</summary>
/// <param name="Loss">How many of all get lost, 0 to 1.</param>
/// <param name="Doubled">How many come twice.</param>
/// <param name="Reordered">How many are held back for so long that later ones overtake them.</param>
/// <param name="Delay">How long each is on its way.</param>
/// <param name="Jitter">By how much that varies at most, up or down.</param>
public sealed record Faults(
    double Loss = 0, double Doubled = 0, double Reordered = 0, TimeSpan Delay = default, TimeSpan Jitter = default)
{
    /// <summary>A network without faults.</summary>
    public static readonly Faults None = new();
}
