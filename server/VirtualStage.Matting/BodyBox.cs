namespace VirtualStage.Matting;

/// <summary>Where the body is in the picture: parts of its width and height from the upper left, 0 to 1. The feet are at the bottom.</summary>
public readonly record struct BodyBox(float Left, float Top, float Right, float Bottom)
{
    public bool IsEmpty => Right <= Left || Bottom <= Top;

    public float Width => Right - Left;

    public float Height => Bottom - Top;
}
