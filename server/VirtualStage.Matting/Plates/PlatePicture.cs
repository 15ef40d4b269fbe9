using System.Buffers.Binary;
using OpenCvSharp;
using VirtualStage.Matting.Frames;

namespace VirtualStage.Matting.Plates;

/// <summary>Reads a picture of the empty room, JPEG or PNG, whose size is checked before it is decoded.</summary>
internal static class PlatePicture
{
    /// <summary>A PNG is larger than a frame.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    private static ReadOnlySpan<byte> PngMark => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static (Mat? Picture, PlateProblem Problem) Read(ReadOnlySpan<byte> image)
    {
        if (image.Length > MostBytes)
        {
            return (null, PlateProblem.WrongSize);
        }

        if (image.StartsWith(PngMark))
        {
            // The header's chunk comes first: length, "IHDR", width, height.
            if (image.Length < 33 || !image.Slice(12, 4).SequenceEqual("IHDR"u8))
            {
                return (null, PlateProblem.NotAPicture);
            }

            var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(image[16..]), BinaryPrimitives.ReadUInt32BigEndian(image[20..]));
            if (width is < FrameLimits.LeastSide or > FrameLimits.MostSide || height is < FrameLimits.LeastSide or > FrameLimits.MostSide
                || width * height > FrameLimits.MostPixels)
            {
                return (null, PlateProblem.WrongSize);
            }
        }
        else if (JpegHeader.Check(image, out _, out _) is not FrameRefusal.None and var refusal)
        {
            return (null, refusal is FrameRefusal.WrongSize or FrameRefusal.TooManyBytes ? PlateProblem.WrongSize : PlateProblem.NotAPicture);
        }

        try
        {
            var picture = Cv2.ImDecode(image, ImreadModes.Color | ImreadModes.IgnoreOrientation);
            if (!picture.Empty() && picture.Type() == MatType.CV_8UC3)
            {
                return (picture, PlateProblem.None);
            }

            picture.Dispose();
        }
        catch (OpenCVException)
        {
            // A damaged PNG: said below.
        }

        return (null, PlateProblem.NotAPicture);
    }
}
