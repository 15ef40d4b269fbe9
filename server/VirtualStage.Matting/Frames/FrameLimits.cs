namespace VirtualStage.Matting.Frames;

/// <summary>What a frame may be.</summary>
public static class FrameLimits
{
    public const int MostBytes = 2 * 1024 * 1024;

    public const int LeastSide = 64;
    public const int MostSide = 1920;

    /// <summary>1920×1080 in whole blocks of 16.</summary>
    public const int MostPixels = 1920 * 1088;

    /// <summary>Scans of a progressive JPEG: encoders make ten or so, a bomb hundreds.</summary>
    public const int MostScans = 20;
}
