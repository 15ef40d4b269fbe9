namespace VirtualStage.Scheduling.Inference;

/// <summary>One step of a frame.</summary>
/// <param name="Cost">How long it takes.</param>
public sealed record FrameStep(string Name, double Cost);

/// <summary>
/// What is done with a frame, and how long it takes: steps one after the other, then tiles that do not need each other (the
/// tensor-parallel split), whose results are brought together, then steps again.
/// </summary>
/// <param name="Merge">Bringing one tile's result to the device that goes on.</param>
public sealed record FrameSteps(IReadOnlyList<FrameStep> Before, IReadOnlyList<FrameStep> Tiles, double Merge, IReadOnlyList<FrameStep> After)
{
    /// <summary>
    /// Matting a frame of 720 lines with two tiles of 384²: the milliseconds that the steps of a prototype took on one thread
    /// of one machine. They stand in until there is a pipeline that measures its own.
    /// </summary>
    public static FrameSteps MattingStandIn { get; } = new(
        [new("decode", 2.7), new("mask", 5.3), new("alignment", 1.3)],
        [new("left tile", 7.45), new("right tile", 7.45)],
        0.1,
        [new("blend", 0.6), new("colour", 1.0), new("encode", 2.9)]);

    /// <summary>All steps in their order.</summary>
    public IReadOnlyList<FrameStep> All => [.. Before, .. Tiles, .. After];

    /// <summary>The computation of a whole frame.</summary>
    public double Total => All.Sum(step => step.Cost);
}
