namespace VirtualStage.Matting;

/// <summary>How far the taking of a plate is.</summary>
/// <param name="Seen">Frames that were taken.</param>
/// <param name="Kept">Frames of them that are held in memory: a bounded number.</param>
/// <param name="IsEnough">As many as a plate needs.</param>
/// <param name="Refusal">Why this frame was not taken; none when it was.</param>
public readonly record struct PlateProgress(int Seen, int Kept, bool IsEnough, FrameRefusal Refusal);
