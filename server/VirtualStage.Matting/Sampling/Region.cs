namespace VirtualStage.Matting.Sampling;

/// <summary>A part of a picture, in pixels; it may reach beyond the picture's edges.</summary>
internal readonly record struct Region(float X, float Y, float Width, float Height)
{
    public float Right => X + Width;

    public float Bottom => Y + Height;
}
