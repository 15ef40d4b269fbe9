using VirtualStage.Matting.Frames;

namespace VirtualStage.Matting;

/// <summary>Plain words for refusals.</summary>
public static class FrameRefusals
{
    public static string Words(this FrameRefusal refusal) => refusal switch
    {
        FrameRefusal.None => "",
        FrameRefusal.TooManyBytes => $"the frame has more than {FrameLimits.MostBytes / (1024 * 1024)} MB: lower the camera's quality or size",
        FrameRefusal.NotAPicture => "the frame is not a JPEG picture",
        FrameRefusal.Truncated => "the end of the frame is missing",
        FrameRefusal.WrongSize => $"frames are {FrameLimits.LeastSide} to {FrameLimits.MostSide} pixels wide and high, and no more than 1920×1080 of them in all: choose another size for the camera",
        FrameRefusal.Unsupported => "the frame is a kind of JPEG that cameras do not send",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };
}
