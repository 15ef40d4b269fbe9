namespace VirtualStage.Matting;

/// <summary>What came of a frame.</summary>
/// <param name="Refusal">Why there is no matted picture; none when there is.</param>
public readonly record struct MatteOutcome(FrameRefusal Refusal)
{
    public bool IsMatted => Refusal == FrameRefusal.None;
}
