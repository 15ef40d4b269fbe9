namespace VirtualStage.Matting.Pace;

/// <summary>Which frame it is, and when.</summary>
/// <param name="Number">As its sender counts.</param>
/// <param name="TimeMs">Performance time at which it was taken.</param>
/// <param name="CameMs">When it came, by the machine's clock.</param>
public readonly record struct FrameStamp(uint Number, long TimeMs, long CameMs);
