using OpenCvSharp;

namespace VirtualStage.Matting.Frames;

/// <summary>The decoded frame of the moment: three bytes a pixel, blue, green, red. It is good until the next one.</summary>
internal sealed unsafe class FramePicture : IDisposable
{
    private Mat? _mat;

    public int Width { get; private set; }

    public int Height { get; private set; }

    public byte* Data { get; private set; }

    /// <summary>Bytes from one row to the next.</summary>
    public int Stride { get; private set; }

    public Mat Mat => _mat ?? throw new InvalidOperationException("there is no frame");

    /// <summary>Decodes a frame that is within the limits; others are refused before anything is decoded.</summary>
    /// <param name="isHalf">Half the width and height, which costs a quarter.</param>
    public FrameRefusal Read(ReadOnlySpan<byte> jpeg, bool isHalf)
    {
        var refusal = JpegHeader.Check(jpeg, out var width, out var height);
        if (refusal != FrameRefusal.None)
        {
            return refusal;
        }

        // A picture of 64 pixels cannot be halved and be one still.
        isHalf &= Math.Min(width, height) >= 2 * FrameLimits.LeastSide;
        try
        {
            var read = Cv2.ImDecode(jpeg, (isHalf ? ImreadModes.ReducedColor2 : ImreadModes.Color) | ImreadModes.IgnoreOrientation);
            if (read.Empty() || read.Type() != MatType.CV_8UC3)
            {
                read.Dispose();
                return FrameRefusal.NotAPicture;
            }

            Take(read);
            return FrameRefusal.None;
        }
        catch (OpenCVException)
        {
            return FrameRefusal.NotAPicture;
        }
    }

    public void Take(Mat picture)
    {
        _mat?.Dispose();
        _mat = picture;
        Width = picture.Width;
        Height = picture.Height;
        Data = (byte*)picture.Data;
        Stride = (int)picture.Step();
    }

    public void Dispose() => _mat?.Dispose();
}
