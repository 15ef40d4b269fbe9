using OpenCvSharp;
using VirtualStage.Matting.Frames;
using VirtualStage.Matting.Tests.Support;

namespace VirtualStage.Matting.Tests;

/// <summary>What is no frame is refused with the reason, before anything is decoded.</summary>
public sealed class FrameTests
{
    private readonly byte[] _jpeg;

    public FrameTests()
    {
        Machine.Demand();
        using var room = Drawn.Room(320, 240);
        _jpeg = Drawn.Jpeg(room);
    }

    [Fact]
    public void A_frame_tells_its_size()
    {
        Assert.Equal(FrameRefusal.None, JpegHeader.Check(_jpeg, out var width, out var height));
        Assert.Equal((320, 240), (width, height));
    }

    [Fact]
    public void A_progressive_frame_is_one_too()
    {
        using var room = Drawn.Room(320, 240);
        Cv2.ImEncode(".jpg", room, out var bytes, new ImageEncodingParam(ImwriteFlags.JpegProgressive, 1));

        Assert.Equal(FrameRefusal.None, JpegHeader.Check(bytes, out _, out _));
    }

    [Fact]
    public void A_bomb_is_refused_by_its_header()
    {
        // The size stands behind the marker of the frame header, its length and its precision.
        var at = _jpeg.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]) + 5;
        (_jpeg[at], _jpeg[at + 1], _jpeg[at + 2], _jpeg[at + 3]) = (0x75, 0x30, 0x75, 0x30);

        Assert.Equal(FrameRefusal.WrongSize, JpegHeader.Check(_jpeg, out var width, out var height));
        Assert.Equal((30_000, 30_000), (width, height));
        using var picture = new FramePicture();
        Assert.Equal(FrameRefusal.WrongSize, picture.Read(_jpeg, isHalf: false));
    }

    [Theory]
    [InlineData(1920, 1080, FrameRefusal.None)]
    [InlineData(1080, 1920, FrameRefusal.None)]
    [InlineData(64, 64, FrameRefusal.None)]
    [InlineData(63, 64, FrameRefusal.WrongSize)]
    [InlineData(1921, 100, FrameRefusal.WrongSize)]
    [InlineData(1920, 1200, FrameRefusal.WrongSize)]
    public void Sizes_have_limits(int width, int height, FrameRefusal expected)
    {
        using var picture = new Mat(height, width, MatType.CV_8UC3, Scalar.Gray);

        Assert.Equal(expected, JpegHeader.Check(Drawn.Jpeg(picture), out _, out _));
    }

    [Fact]
    public void Every_truncated_frame_is_refused()
    {
        for (var length = 0; length < _jpeg.Length; length++)
        {
            Assert.NotEqual(FrameRefusal.None, JpegHeader.Check(_jpeg.AsSpan(0, length), out _, out _));
        }

        Assert.Equal(FrameRefusal.Truncated, JpegHeader.Check(_jpeg.AsSpan(0, _jpeg.Length * 2 / 3), out _, out _));
    }

    [Fact]
    public void What_is_no_jpeg_is_refused()
    {
        using var room = Drawn.Room(320, 240);
        Assert.Equal(FrameRefusal.NotAPicture, JpegHeader.Check(Drawn.Png(room), out _, out _));
        Assert.Equal(FrameRefusal.NotAPicture, JpegHeader.Check("GIF89a and so on"u8, out _, out _));
        Assert.Equal(FrameRefusal.NotAPicture, JpegHeader.Check([], out _, out _));
        Assert.Equal(FrameRefusal.NotAPicture, JpegHeader.Check([0xFF, 0xD8, 0xFF, 0xD9], out _, out _));
    }

    [Fact]
    public void Many_bytes_and_many_scans_are_refused()
    {
        Assert.Equal(FrameRefusal.TooManyBytes, JpegHeader.Check(new byte[FrameLimits.MostBytes + 1], out _, out _));

        var scan = _jpeg.AsSpan().IndexOf([(byte)0xFF, (byte)0xDA]);
        var header = _jpeg.AsSpan(scan, 2 + _jpeg[scan + 3]).ToArray();
        byte[] bomb = [.. _jpeg.AsSpan(0, scan), .. Enumerable.Repeat(header, 500).SelectMany(bytes => bytes), 0xFF, 0xD9];
        Assert.Equal(FrameRefusal.Unsupported, JpegHeader.Check(bomb, out _, out _));
    }

    [Fact]
    public void Whatever_the_bytes_are_a_frame_is_decoded_or_refused()
    {
        var random = new Random(7);
        using var picture = new FramePicture();
        var (taken, refused) = (0, 0);
        for (var i = 0; i < 400; i++)
        {
            var damaged = _jpeg.ToArray();
            for (var change = random.Next(1, 12); change > 0; change--)
            {
                // Half of the damage to the headers, where it changes most.
                damaged[random.Next(random.Next(2) == 0 ? 700 : damaged.Length)] = (byte)random.Next(256);
            }

            if (picture.Read(damaged.AsSpan(0, random.Next(4) == 0 ? random.Next(damaged.Length) : damaged.Length), isHalf: random.Next(2) == 0) == FrameRefusal.None)
            {
                taken++;
                Assert.True(picture.Width * picture.Height <= FrameLimits.MostPixels);
            }
            else
            {
                refused++;
            }
        }

        Assert.True(taken > 20 && refused > 20, $"{taken} taken, {refused} refused");
    }

    [Fact]
    public void Every_refusal_has_words() => Assert.All(
        Enum.GetValues<FrameRefusal>().Where(refusal => refusal != FrameRefusal.None), refusal => Assert.NotEqual("", refusal.Words()));
}
