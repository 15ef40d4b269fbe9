using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Threading.Channels;
using MessagePack;
using OpenCvSharp;
using VirtualStage.Contracts.Performers;
using VirtualStage.Contracts.Wire;
using VirtualStage.Matting;
using VirtualStage.Server.Performers.Video;
using VirtualStage.Server.Tests.Support;
using BodyBox = VirtualStage.Contracts.Performers.BodyBox;

namespace VirtualStage.Server.Tests.Performers.Video;

/// <summary>A video by ffmpeg itself, decoded again and held against the pair of pictures that others are sent.</summary>
public sealed class RealVideoTests
{
    private const int Width = 640;
    private const int Height = 360;
    private const int Half = 384;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_picture_comes_out_before_the_next_goes_in_with_a_keyframe_each_second()
    {
        Demand();
        var units = await Encode(frames: 40, TimeSpan.FromMilliseconds(33));

        Assert.Equal(Enumerable.Range(0, 40).Select(i => 1000L + i), units.Select(unit => unit.TimeMs));
        Assert.Equal(Enumerable.Range(1, 40).Select(i => (uint)i), units.Select(unit => unit.Unit));
        Assert.True(units[0].IsKey);
        Assert.InRange(units.Count(unit => unit.IsKey), 2, 20);
        // A sequence parameter set of constrained baseline: no picture refers to a later one.
        Assert.Equal([0, 0, 0, 1, 0x67, 66], units[0].Data[..6]);
        Assert.Equal(0xc0, units[0].Data[6] & 0xc0);
        Assert.All(units.Where(unit => !unit.IsKey), unit => Assert.Equal([0, 0, 0, 1, 1], [.. unit.Data[..4], (byte)(unit.Data[4] & 31)]));
    }

    [Fact]
    public async Task What_is_decoded_is_like_the_pair_of_pictures_and_has_no_halo()
    {
        Demand();
        var units = await Encode(frames: 12, TimeSpan.Zero);
        using var decoded = Decode(units);

        var (colour, alpha) = Drawn(11);
        using (colour)
        using (alpha)
        using (var seenColour = new Mat(decoded, new Rect(0, 0, Width, Height)))
        using (var seenAlpha = new Mat(decoded, new Rect(0, Half, Width, Height)).ExtractChannel(1))
        using (var pairColour = ThroughJpeg(colour, 85, ImreadModes.Color))
        using (var pairAlpha = ThroughJpeg(alpha, 90, ImreadModes.Grayscale))
        {
            Assert.InRange(Cv2.PSNR(seenAlpha, alpha), 40, 100);
            Assert.InRange(Cv2.PSNR(seenAlpha, pairAlpha), 38, 100);
            Assert.InRange(Cv2.PSNR(seenColour, pairColour), 34, 100);

            // Before a white and a black ground, about the edge alone: a halo would be seen there.
            foreach (var ground in new[] { 0.0, 255.0 })
            {
                using var byVideo = Over(seenColour, seenAlpha, ground);
                using var byPair = Over(pairColour, pairAlpha, ground);
                using var truth = Over(colour, alpha, ground);
                using var edge = EdgeOf(alpha);
                Assert.InRange(Off(byVideo, truth, edge), 0, Off(byPair, truth, edge) + 2.5);
            }

            // Nothing of the colours is seen in the rows between the halves, nor in those of alpha.
            using var between = new Mat(decoded, new Rect(0, Height + 8, Width, Half - Height - 8));
            Assert.InRange(Cv2.Mean(between).Val1, 0, 3);
        }
    }

    [Fact]
    public async Task A_process_that_is_killed_is_told_of_and_another_one_goes_on()
    {
        Demand();
        var pids = Channel.CreateUnbounded<int>();
        var replies = Channel.CreateUnbounded<byte[]>();
        using var encoder = new VideoEncoder(
            () =>
            {
                var process = VideoEncoding.Start();
                pids.Writer.TryWrite(process.Id);
                return process;
            },
            TimeProvider.System,
            reply => replies.Writer.TryWrite(reply));

        var first = await Next(encoder, replies.Reader);
        using (var running = Process.GetProcessById(await pids.Reader.ReadAsync(Cancel)))
        {
            running.Kill();
        }

        var second = await Next(encoder, replies.Reader, after: "ffmpeg ended");
        Assert.True(first.IsKey && second.IsKey);
        Assert.True(second.Unit > first.Unit);
    }

    /// <summary>The next keyframe, while pictures go in; after the encoder was said to be in trouble.</summary>
    private static async Task<PerformerVideo> Next(VideoEncoder encoder, ChannelReader<byte[]> replies, string? after = null)
    {
        while (true)
        {
            encoder.Want();
            if (encoder.Room() is { } room)
            {
                Draw(room, 0);
                encoder.Encode(room, 1, new BodyBox(0, 0, 1, 1));
            }

            while (replies.TryRead(out var reply))
            {
                var (video, words) = Read(reply);
                after = after is not null && words == after ? null : after;
                if (after is null && video is { IsKey: true })
                {
                    return video;
                }
            }

            await Task.Delay(20, Cancel);
        }
    }

    /// <summary>Gives each picture only when the unit of the one before has come.</summary>
    private static async Task<List<PerformerVideo>> Encode(int frames, TimeSpan apart)
    {
        var replies = Channel.CreateUnbounded<byte[]>();
        using var encoder = new VideoEncoder(VideoEncoding.Start, TimeProvider.System, reply => replies.Writer.TryWrite(reply));
        var units = new List<PerformerVideo>();
        for (var i = 0; i < frames; i++)
        {
            StackedPicture? room;
            while ((room = Wanted(encoder)) is null)
            {
                await Task.Yield();
            }

            Draw(room, i);
            encoder.Encode(room, 1000 + i, new BodyBox(0.1f, 0.1f, 0.9f, 1));
            while (units.Count == i)
            {
                var (video, words) = Read(await Reply(encoder, replies.Reader));
                Assert.Equal("", words ?? "");
                if (video is not null)
                {
                    units.Add(video);
                }
            }

            await Task.Delay(apart, Cancel);
        }

        return units;
    }

    /// <summary>The next reply, while the video is wanted still: an encoder that nobody wants ends, with what it was given.</summary>
    private static async Task<byte[]> Reply(VideoEncoder encoder, ChannelReader<byte[]> replies)
    {
        var reply = replies.ReadAsync(Cancel).AsTask();
        while (await Task.WhenAny(reply, Task.Delay(TimeSpan.FromSeconds(1), Cancel)) != reply)
        {
            encoder.Want();
        }

        return await reply;
    }

    private static StackedPicture? Wanted(VideoEncoder encoder)
    {
        Cancel.ThrowIfCancellationRequested();
        encoder.Want();
        return encoder.Room();
    }

    private static (PerformerVideo? Video, string? Words) Read(byte[] reply)
    {
        var reader = new MessagePackReader(reply);
        reader.ReadArrayHeader();
        var tag = reader.ReadInt32();
        reader.ReadArrayHeader();
        if (tag == VideoMessages.WordsTag)
        {
            return (null, reader.ReadString());
        }

        reader.ReadBoolean();
        return (ContractResolver.Options.Resolver.GetFormatterWithVerify<PerformerVideo>().Deserialize(ref reader, ContractResolver.Options), null);
    }

    private static void Draw(StackedPicture room, int number)
    {
        var (colour, alpha) = Drawn(number);
        using (colour)
        using (alpha)
        {
            room.Write(colour, alpha);
        }
    }

    /// <summary>Somebody in a red coat who sways, with soft edges: colours times alpha, and alpha.</summary>
    private static (Mat Colour, Mat Alpha) Drawn(int number)
    {
        var sway = (int)(Math.Sin(number / 5.0) * 20);
        using var large = new Mat(Height * 4, Width * 4, MatType.CV_8UC1, Scalar.Black);
        Cv2.Ellipse(large, new Point((320 + sway) * 4, 400 * 4), new Size(130 * 4, 220 * 4), 0, 0, 360, Scalar.White, -1);
        Cv2.Ellipse(large, new Point((320 + sway) * 4, 130 * 4), new Size(50 * 4, 66 * 4), 0, 0, 360, Scalar.White, -1);
        for (var hair = 0; hair < 24; hair++)
        {
            Cv2.Line(large, new Point((280 + (hair * 4) + sway) * 4, 110 * 4), new Point((250 + (hair * 6) + sway) * 4, 40 * 4), Scalar.White, 6);
        }

        var alpha = large.Resize(new Size(Width, Height), 0, 0, InterpolationFlags.Area);
        using var coat = new Mat(Height, Width, MatType.CV_8UC3, new Scalar(60, 40, 190));
        Cv2.Rectangle(coat, new Rect(0, 0, Width, 200), new Scalar(120, 150, 200), -1);
        using var three = alpha.CvtColor(ColorConversionCodes.GRAY2BGR);
        var colour = new Mat();
        Cv2.Multiply(coat, three, colour, 1 / 255.0);
        return (colour, alpha);
    }

    private static Mat Over(Mat colour, Mat alpha, double ground)
    {
        using var three = alpha.CvtColor(ColorConversionCodes.GRAY2BGR);
        using var behind = new Mat();
        three.ConvertTo(behind, MatType.CV_8UC3, -ground / 255, ground);
        var over = new Mat();
        Cv2.Add(colour, behind, over);
        return over;
    }

    private static Mat EdgeOf(Mat alpha)
    {
        using var kernel = Cv2.GetStructuringElement(MorphShapes.Ellipse, new Size(7, 7));
        var edge = new Mat();
        Cv2.MorphologyEx(alpha, edge, MorphTypes.Gradient, kernel);
        Cv2.Threshold(edge, edge, 20, 255, ThresholdTypes.Binary);
        return edge;
    }

    /// <summary>Mean absolute difference where the mask is, of 255.</summary>
    private static double Off(Mat one, Mat other, Mat mask)
    {
        using var difference = new Mat();
        Cv2.Absdiff(one, other, difference);
        var mean = Cv2.Mean(difference, mask);
        return (mean.Val0 + mean.Val1 + mean.Val2) / 3;
    }

    private static Mat ThroughJpeg(Mat picture, int quality, ImreadModes mode)
    {
        Cv2.ImEncode(".jpg", picture, out var jpeg, new ImageEncodingParam(ImwriteFlags.JpegQuality, quality));
        return Cv2.ImDecode(jpeg, mode);
    }

    /// <summary>The last picture of a video, by another ffmpeg.</summary>
    private static Mat Decode(IEnumerable<PerformerVideo> units)
    {
        string[] arguments = ["-nostdin", "-loglevel", "error", "-f", "h264", "-i", "pipe:0", "-f", "rawvideo", "-pix_fmt", "bgr24", "-sws_flags", "accurate_rnd+full_chroma_int", "pipe:1"];
        using var process = Process.Start(new ProcessStartInfo("ffmpeg", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var writing = Task.Run(
            () =>
            {
                foreach (var unit in units)
                {
                    process.StandardInput.BaseStream.Write(unit.Data);
                }

                process.StandardInput.Close();
            },
            Cancel);
        using var pictures = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(pictures);
        writing.GetAwaiter().GetResult();
        var size = Width * 2 * Half * 3;
        Assert.Equal(0, pictures.Length % size);
        var last = new Mat(2 * Half, Width, MatType.CV_8UC3);
        Marshal.Copy(pictures.ToArray(), (int)pictures.Length - size, last.Data, size);
        return last;
    }

    private static void Demand()
    {
        Assert.SkipUnless(MattingSupport.Probe().IsAvailable, MattingSupport.Probe().Reason ?? "");
        Ffmpeg.Demand();
    }
}
