namespace VirtualStage.Scheduling.Inference;

/// <summary>
/// What is done with a frame, and how long it takes: steps one after the other, then tiles that do not need each other (the
/// tensor-parallel split), whose results are brought together, then steps again.
/// </summary>
/// <param name="Merge">Bringing one tile's result to the device that goes on.</param>
public sealed record FrameSteps(IReadOnlyList<double> Before, IReadOnlyList<double> Tiles, double Merge, IReadOnlyList<double> After)
{
    /// <summary>The computation of a whole frame.</summary>
    public double Total => Before.Sum() + Tiles.Sum() + After.Sum();
}
