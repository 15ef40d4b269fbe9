using OpenCvSharp;
using VirtualStage.Matting.Frames;
using VirtualStage.Matting.Output;
using VirtualStage.Matting.Tests.Support;

namespace VirtualStage.Matting.Tests;

public sealed class ForegroundTests
{
    private const int Width = 90;
    private const int Height = 64;

    public ForegroundTests() => Machine.Demand();

    [Fact]
    public unsafe void The_rooms_colour_is_taken_out_of_half_transparent_pixels()
    {
        using var frame = new FramePicture();
        using var plate = new FramePicture();
        using var alpha = new AlphaPlane(Width, Height);
        using var foreground = new Foreground(Width, Height);
        var own = new Vec3b(30, 120, 210);
        plate.Take(new Mat(Height, Width, MatType.CV_8UC3, new Scalar(200, 90, 40)));
        var mixed = new Mat(Height, Width, MatType.CV_8UC3);
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var a = Math.Min(255, x * 3);
                alpha.Row(y)[x] = (byte)a;
                mixed.Set(y, x, new Vec3b(Mix(own.Item0, 200, a), Mix(own.Item1, 90, a), Mix(own.Item2, 40, a)));
            }
        }

        frame.Take(mixed);
        foreground.Write(frame, plate, [1, 1, 1], [0, 0, 0], alpha);

        for (var x = 0; x < Width; x++)
        {
            var (a, found) = (Math.Min(255, x * 3), foreground.Picture.At<Vec3b>(40, x));
            Assert.Equal(own.Item0 * a / 255.0, found.Item0, 1.5);
            Assert.Equal(own.Item1 * a / 255.0, found.Item1, 1.5);
            Assert.Equal(own.Item2 * a / 255.0, found.Item2, 1.5);
        }

        static byte Mix(int own, int room, int a) => (byte)Math.Round(((own * a) + (room * (255 - a))) / 255.0);
    }

    [Fact]
    public unsafe void No_colour_is_more_than_alpha_whatever_the_room_was()
    {
        using var frame = new FramePicture();
        using var plate = new FramePicture();
        using var alpha = new AlphaPlane(Width, Height);
        using var foreground = new Foreground(Width, Height);
        var random = new Random(6);
        frame.Take(Random(random));
        plate.Take(Random(random));
        for (var i = 0; i < Width * Height; i++)
        {
            alpha.Row(i / Width)[i % Width] = (byte)random.Next(256);
        }

        foreground.Write(frame, plate, [1.4f, 0.8f, 1f], [-0.1f, 0.1f, 0f], alpha);
        for (var i = 0; i < Width * Height; i++)
        {
            var (a, found) = (alpha.Row(i / Width)[i % Width], foreground.Picture.At<Vec3b>(i / Width, i % Width));
            Assert.True(found.Item0 <= a && found.Item1 <= a && found.Item2 <= a, $"{found} at alpha {a}");
        }
    }

    private static Mat Random(Random random)
    {
        var picture = new Mat(Height, Width, MatType.CV_8UC3);
        for (var i = 0; i < Width * Height; i++)
        {
            picture.Set(i / Width, i % Width, new Vec3b((byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256)));
        }

        return picture;
    }
}
