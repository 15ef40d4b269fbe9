using OpenCvSharp;
using VirtualStage.Matting.Frames;
using VirtualStage.Matting.Networks;
using VirtualStage.Matting.Sampling;

namespace VirtualStage.Matting.Plates;

/// <summary>The empty room, at the frames' size and small.</summary>
internal sealed unsafe class Plate : IDisposable
{
    /// <param name="picture">It is the plate's from here on.</param>
    public Plate(Mat picture)
    {
        Picture.Take(picture);
        using var shrink = new AreaShrink(picture.Width);
        fixed (float* small = Small)
        {
            shrink.Colours(Picture.Data, Picture.Width, Picture.Height, Picture.Stride, small, BodyNetwork.Side, BodyNetwork.Side);
        }
    }

    public FramePicture Picture { get; } = new();

    /// <summary>Interleaved red, green, blue.</summary>
    public float[] Small { get; } = new float[3 * BodyNetwork.Pixels];

    /// <summary>How far a frame is from the aligned plate, small, 0 to 1: the channel that is furthest.</summary>
    public void Difference(ReadOnlySpan<float> frame, PlateAlignment alignment, Span<float> into)
    {
        var (gain, offset) = (alignment.Gain, alignment.Offset);
        for (var i = 0; i < into.Length; i++)
        {
            var (j, most) = (3 * i, 0f);
            for (var c = 0; c < 3; c++)
            {
                most = Math.Max(most, Math.Abs(frame[j + c] - Math.Clamp((gain[c] * Small[j + c]) + offset[c], 0, 1)));
            }

            into[i] = most;
        }
    }

    /// <summary>The plate for frames of another size; null where their shapes differ.</summary>
    public Plate? For(int width, int height)
    {
        var isAlike = Math.Abs((width * (double)Picture.Height / (height * (double)Picture.Width)) - 1) < 0.02;
        if (!isAlike)
        {
            return null;
        }

        var resized = new Mat();
        Cv2.Resize(Picture.Mat, resized, new Size(width, height), 0, 0, width < Picture.Width ? InterpolationFlags.Area : InterpolationFlags.Linear);
        return new Plate(resized);
    }

    public void Dispose() => Picture.Dispose();
}
