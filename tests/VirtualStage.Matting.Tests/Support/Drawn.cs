using OpenCvSharp;

namespace VirtualStage.Matting.Tests.Support;

/// <summary>
/// Rooms and people that are drawn: a room is a wall of many colours, all of them cool; a person is red, so that the test's
/// body network (<see cref="DrawnNetworks"/>) can see them. Their true alpha is known.
/// </summary>
internal static unsafe class Drawn
{
    /// <summary>OpenCV's setting for how colours are sampled, which has no name here.</summary>
    private const int SamplingFactor = 7;

    /// <summary>A room with shelves and pictures on the wall, in greens and blues.</summary>
    public static Mat Room(int width = 640, int height = 360, int seed = 1, double light = 1)
    {
        var random = new Random(seed);
        using var wall = new Mat(height, width, MatType.CV_8UC3, new Scalar(150, 140, 70));
        for (var i = 0; i < 60; i++)
        {
            var (x, y) = (random.Next(width), random.Next(height));
            var colour = new Scalar(random.Next(40, 220), random.Next(40, 220), random.Next(20, 90));
            Cv2.Rectangle(wall, new Rect(x, y, random.Next(width / 20, width / 5), random.Next(height / 20, height / 5)), colour, -1);
        }

        var room = new Mat();
        wall.ConvertTo(room, -1, light);
        return room;
    }

    /// <summary>The alpha of a person who stands: head, body, legs; <paramref name="x"/> is their middle, <paramref name="tall"/> their height.</summary>
    public static Mat Person(int width, int height, double x, double feet, double tall, double armSpan = 0)
    {
        // Drawn at four times the size and shrunk, so that edges are soft.
        const int fine = 4;
        using var large = new Mat(height * fine, width * fine, MatType.CV_8UC1, Scalar.Black);
        Ellipse(x, feet - (0.91 * tall), 0.075 * tall, 0.09 * tall);
        Ellipse(x, feet - (0.62 * tall), 0.14 * tall, 0.24 * tall);
        Ellipse(x - (0.06 * tall), feet - (0.22 * tall), 0.06 * tall, 0.24 * tall);
        Ellipse(x + (0.06 * tall), feet - (0.22 * tall), 0.06 * tall, 0.24 * tall);
        Ellipse(x, feet - (0.70 * tall), Math.Max(0.001, armSpan), 0.04 * tall);
        return large.Resize(new Size(width, height), 0, 0, InterpolationFlags.Area);

        void Ellipse(double atX, double atY, double across, double along) => Cv2.Ellipse(
            large, new Point(atX * fine, atY * fine), new Size(across * fine, along * fine), 0, 0, 360, Scalar.White, -1);
    }

    /// <summary>A person before a room.</summary>
    public static Mat Compose(Mat room, params Mat[] people)
    {
        var frame = room.Clone();
        var (width, height) = (frame.Width, frame.Height);
        foreach (var alpha in people)
        {
            for (var y = 0; y < height; y++)
            {
                var shown = new ReadOnlySpan<byte>((void*)alpha.Ptr(y), width);
                var pixels = new Span<Vec3b>((void*)frame.Ptr(y), width);
                for (var x = 0; x < width; x++)
                {
                    var (a, b) = (shown[x] / 255.0, pixels[x]);
                    pixels[x] = new Vec3b(
                        (byte)((a * 40) + ((1 - a) * b.Item0)), (byte)((a * (40 + (y % 16))) + ((1 - a) * b.Item1)), (byte)((a * 220) + ((1 - a) * b.Item2)));
                }
            }
        }

        return frame;
    }

    /// <summary>The same picture with noise in it, as a camera has it.</summary>
    public static Mat Noisy(Mat picture, double sigma, int seed)
    {
        using var noise = new Mat(picture.Size(), MatType.CV_16SC3);
        Cv2.SetTheRNG((ulong)seed);
        Cv2.Randn(noise, Scalar.All(0), Scalar.All(sigma));
        using var wide = new Mat();
        picture.ConvertTo(wide, MatType.CV_16SC3);
        Cv2.Add(wide, noise, wide);
        var noisy = new Mat();
        wide.ConvertTo(noisy, MatType.CV_8UC3);
        return noisy;
    }

    /// <summary>The picture that a camera sees which was turned a little.</summary>
    public static Mat Shifted(Mat picture, double x, double y)
    {
        using var transform = Mat.FromArray(new double[,] { { 1, 0, x }, { 0, 1, y } });
        var shifted = new Mat();
        Cv2.WarpAffine(picture, shifted, transform, picture.Size(), InterpolationFlags.Linear, BorderTypes.Reflect101);
        return shifted;
    }

    /// <summary>With all its colours: red does not bleed into the room.</summary>
    public static byte[] Jpeg(Mat picture, int quality = 95)
    {
        Cv2.ImEncode(".jpg", picture, out var bytes, new ImageEncodingParam(ImwriteFlags.JpegQuality, quality),
            new ImageEncodingParam((ImwriteFlags)SamplingFactor, 0x111111));
        return bytes;
    }

    public static byte[] Png(Mat picture)
    {
        Cv2.ImEncode(".png", picture, out var bytes);
        return bytes;
    }

    /// <summary>What a JPEG of alphas shows.</summary>
    public static Mat Grey(ReadOnlyMemory<byte> jpeg) => Cv2.ImDecode(jpeg.Span, ImreadModes.Grayscale);

    /// <summary>The mean absolute difference of two alphas, × 1000.</summary>
    public static double Mad(Mat a, Mat b) => Cv2.Norm(a, b, NormTypes.L1) / 255 / (a.Width * a.Height) * 1000;
}
