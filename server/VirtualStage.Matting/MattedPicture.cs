namespace VirtualStage.Matting;

/// <summary>
/// A performer cut out of one frame. It belongs to its caller, who gives it to <see cref="PerformerMatting.Matte"/> again for
/// another frame: the buffers are used anew.
/// </summary>
public sealed class MattedPicture
{
    private readonly Output.JpegBuffer _colour = new();
    private readonly Output.JpegBuffer _alpha = new();

    public int Width { get; internal set; }

    public int Height { get; internal set; }

    /// <summary>The time that the frame was given with: performance time, in milliseconds.</summary>
    public long TimeMs { get; internal set; }

    /// <summary>A JPEG of the performer on black: colours are multiplied by alpha and freed of the room's light.</summary>
    public ReadOnlyMemory<byte> Colour => _colour.Bytes;

    /// <summary>A grey JPEG of the same size: how much of each pixel is performer.</summary>
    public ReadOnlyMemory<byte> Alpha => _alpha.Bytes;

    /// <summary>Empty when nobody is there; the pictures are black then.</summary>
    public BodyBox Body { get; internal set; }

    /// <summary>Head, hands and feet, as they were last found: a few times a second.</summary>
    public BodyPose Pose { get; } = new();

    /// <summary>Somebody else is in the picture, who is left out.</summary>
    public bool HasOthers { get; internal set; }

    public PlateHealth Health { get; internal set; }

    /// <summary>The lesser mode: without a plate that fits, or without the refinement network.</summary>
    public bool IsLesser { get; internal set; }

    /// <summary>What the performer and the console should know; empty when all is well.</summary>
    public string Words { get; internal set; } = "";

    public MatteSteps Steps { get; internal set; }

    internal Output.JpegBuffer ColourBuffer => _colour;

    internal Output.JpegBuffer AlphaBuffer => _alpha;
}
