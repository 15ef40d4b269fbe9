using OpenCvSharp;
using VirtualStage.Matting.Tests.Support;

namespace VirtualStage.Matting.Tests;

public sealed class StackedPictureTests
{
    public StackedPictureTests() => Machine.Demand();

    [Theory]
    [InlineData(64, 48, 64)]
    [InlineData(64, 50, 80)]
    [InlineData(67, 49, 64)]
    public void Colours_are_above_and_alpha_below_each_with_rows_of_nothing_behind(int width, int height, int half)
    {
        using var stacked = new StackedPicture();
        Write(stacked, width, height, grey: 255, alpha: 255);
        Write(stacked, width, height, grey: 128, alpha: 51);

        var (w, h) = (width & ~1, height & ~1);
        Assert.Equal((w, h, 2 * half), (stacked.Width, stacked.Height, stacked.StackedHeight));
        var planes = stacked.Bytes.Span;
        Assert.Equal(w * 2 * half * 3 / 2, planes.Length);
        AssertAll(126, planes[..(w * h)]);
        AssertAll(16, planes[(w * h)..(w * half)]);
        AssertAll(16 + (219 / 5), planes.Slice(w * half, w * h));
        AssertAll(16, planes[(w * (half + h))..(w * 2 * half)]);
        AssertAll(128, planes[(w * 2 * half)..]);
    }

    [Fact]
    public void Colour_is_in_the_upper_half_of_its_planes_alone()
    {
        using var stacked = new StackedPicture();
        using var blue = new Mat(48, 64, MatType.CV_8UC3, new Scalar(255, 0, 0));
        using var alpha = new Mat(48, 64, MatType.CV_8UC1, Scalar.White);
        stacked.Write(blue, alpha);

        var chroma = stacked.Bytes.Span[(64 * 128)..];
        var u = chroma[..(32 * 64)];
        var v = chroma[(32 * 64)..];
        AssertAll(240, u[..(32 * 24)]);
        AssertAll(110, v[..(32 * 24)]);
        AssertAll(128, u[(32 * 24)..]);
        AssertAll(128, v[(32 * 24)..]);
    }

    [Fact]
    public void Another_size_is_another_picture()
    {
        using var stacked = new StackedPicture();
        Write(stacked, 64, 48, grey: 255, alpha: 255);
        Write(stacked, 128, 96, grey: 0, alpha: 0);

        Assert.Equal((128, 96, 224), (stacked.Width, stacked.Height, stacked.StackedHeight));
        AssertAll(16, stacked.Bytes.Span[..(128 * 224)]);
    }

    private static void Write(StackedPicture stacked, int width, int height, int grey, int alpha)
    {
        using var colours = new Mat(height, width, MatType.CV_8UC3, Scalar.All(grey));
        using var alphas = new Mat(height, width, MatType.CV_8UC1, new Scalar(alpha));
        stacked.Write(colours, alphas);
    }

    /// <summary>All are that, but for a rounding.</summary>
    private static void AssertAll(int wanted, ReadOnlySpan<byte> bytes)
    {
        foreach (var one in bytes)
        {
            Assert.InRange(one, wanted - 1, wanted + 1);
        }
    }
}
