namespace VirtualStage.Matting;

/// <summary>Why a frame was not taken.</summary>
public enum FrameRefusal
{
    None,

    /// <summary>More bytes than a frame may have.</summary>
    TooManyBytes,

    /// <summary>Not a JPEG, or one that is malformed.</summary>
    NotAPicture,

    /// <summary>Its end is missing.</summary>
    Truncated,

    /// <summary>Smaller or larger than frames may be.</summary>
    WrongSize,

    /// <summary>A kind of JPEG that cameras do not send and that takes too long: 12 bits, CMYK, lossless, hundreds of scans.</summary>
    Unsupported,
}
