using System.Text.Json;
using OpenCvSharp;
using VirtualStage.Matting;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Commands;

public sealed class MatteCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public MatteCommandTests() => Assert.SkipUnless(MattingSupport.Probe().IsAvailable, MattingSupport.Probe().Reason ?? "");

    [Fact]
    public async Task Stills_are_matted_into_a_folder_and_measured()
    {
        Still("stills", "anna");
        Still("stills", "bert_hard");
        var ran = await Executable.Run("matte", _folder["stills"], "--out", _folder["out"], "--compare", "--json");

        Assert.True(ran.ExitCode == 0, ran.Error);
        Assert.Equal(
            ["anna_alpha.png", "anna_colour.png", "bert_hard_alpha.png", "bert_hard_colour.png"],
            Directory.EnumerateFiles(_folder["out"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        using var alpha = Cv2.ImRead(_folder["out/anna_alpha.png"], ImreadModes.Unchanged);
        Assert.Equal((320, 240, MatType.CV_8UC1), (alpha.Width, alpha.Height, alpha.Type()));
        var report = JsonDocument.Parse(ran.Out).RootElement;
        Assert.Equal(2, report.GetProperty("pictures").GetInt32());
        var rows = report.GetProperty("figures").EnumerateArray().ToArray();
        Assert.Equal(["all", "easy", "hard"], rows.Where(row => row.GetProperty("method").GetString() == "squares").Select(row => row.GetProperty("group").GetString()));
        // What differs from the plate is exactly what was drawn.
        var plate = rows.First(row => row.GetProperty("method").GetString() == "plateDifference");
        Assert.InRange(plate.GetProperty("measures").GetProperty("mad").GetDouble(), 0, 3);
        Assert.Contains("2 of 2", ran.Error);
    }

    [Fact]
    public async Task A_folder_of_frames_is_a_clip_with_flicker_and_speed()
    {
        Directory.CreateDirectory(_folder["clip"]);
        for (var i = 0; i < 4; i++)
        {
            var (room, frame, truth) = Drawn(100 + (i * 6));
            Cv2.ImWrite(_folder[$"clip/f{i:000}.jpg"], frame);
            Cv2.ImWrite(_folder[$"clip/gt{i:000}.png"], truth);
            Cv2.ImWrite(_folder["clip/plate.png"], room);
        }

        var ran = await Executable.Run("matte", _folder["clip"], "--plate", _folder["clip/plate.png"], "--truth", _folder["clip"], "--speed");

        Assert.True(ran.ExitCode == 0, ran.Error);
        Assert.StartsWith("4 pictures", ran.Out);
        Assert.Matches(@"(?m)^as it runs live +all +4 +[\d.]+ +[\d.]+ +[\d.]+ +[\d.]+ +\d+\.\d\d$", ran.Out);
        Assert.Matches(@"(?m)^[\d.]+ frames/s on one thread, [\d.]+ in all on \d+$", ran.Out);
        Assert.Matches(@"(?m)^total +[\d.]+ +[\d.]+$", ran.Out);
    }

    [Fact]
    public async Task A_video_file_is_matted_frame_by_frame()
    {
        var (_, frame, _) = Drawn(150);
        using (var video = new VideoWriter(_folder["clip.avi"], FourCC.MJPG, 30, frame.Size()))
        {
            Assert.True(video.IsOpened());
            for (var i = 0; i < 3; i++)
            {
                video.Write(frame);
            }
        }

        var ran = await Executable.Run("matte", _folder["clip.avi"], "--out", _folder["out"]);

        Assert.True(ran.ExitCode == 0, ran.Error);
        Assert.StartsWith("3 pictures", ran.Out);
        Assert.Equal(3, Directory.EnumerateFiles(_folder["out"], "frame-*_alpha.png").Count());
    }

    [Fact]
    public async Task What_cannot_be_used_is_one_line_with_the_file()
    {
        Still("stills", "anna");
        Cv2.ImWrite(_folder["stills/anna_gt.png"], new Mat(100, 100, MatType.CV_8UC1, Scalar.Black));
        AssertSaid(3, "true alpha has the picture's size", await Executable.Run("matte", _folder["stills"]));

        _folder.Write("broken.png", "no picture");
        AssertSaid(3, "broken.png cannot be read as a picture", await Executable.Run("matte", _folder["broken.png"]));

        Cv2.ImWrite(_folder["small.png"], new Mat(20, 20, MatType.CV_8UC3, Scalar.Black));
        AssertSaid(3, "small.png has 20×20 pixels", await Executable.Run("matte", _folder["small.png"]));

        _folder.Write("broken.avi", "no video");
        AssertSaid(3, "broken.avi is neither a picture nor a video", await Executable.Run("matte", _folder["broken.avi"]));

        Directory.CreateDirectory(_folder["empty"]);
        AssertSaid(3, "there is no picture in", await Executable.Run("matte", _folder["empty"]));

        AssertSaid(1, "selfie_segmentation.onnx", await Executable.Run("matte", _folder["stills"], "--models", _folder["empty"]));
    }

    [Theory]
    [InlineData(3, "nothing.png", "matte", "nothing.png")]
    [InlineData(3, "there is no plate room.png", "matte", ".", "--plate", "room.png")]
    [InlineData(3, "there is no folder truths", "matte", ".", "--truth", "truths")]
    [InlineData(2, "--square takes a multiple of 64", "matte", ".", "--square", "100")]
    [InlineData(2, "argument missing", "matte")]
    public async Task What_is_wrong_is_said(int code, string words, params string[] args)
    {
        var ran = await Executable.Run(args);

        Assert.Equal((code, ""), (ran.ExitCode, ran.Out));
        Assert.Contains(words, ran.Error);
        Assert.DoesNotContain("   at ", ran.Error);
    }

    public void Dispose() => _folder.Dispose();

    private static void AssertSaid(int code, string words, Ran ran)
    {
        Assert.Equal((code, ""), (ran.ExitCode, ran.Out));
        Assert.Contains(words, ran.Error);
        Assert.DoesNotContain("   at ", ran.Error);
    }

    private void Still(string folder, string name)
    {
        Directory.CreateDirectory(_folder[folder]);
        var (room, frame, truth) = Drawn(150);
        Cv2.ImWrite(_folder[$"{folder}/{name}_img.png"], frame);
        Cv2.ImWrite(_folder[$"{folder}/{name}_back.png"], room);
        Cv2.ImWrite(_folder[$"{folder}/{name}_gt.png"], truth);
    }

    /// <summary>A room, the same with a red figure in it, and the figure's alpha.</summary>
    private static (Mat Room, Mat Frame, Mat Truth) Drawn(int x)
    {
        var room = new Mat(240, 320, MatType.CV_8UC3, new Scalar(160, 150, 90));
        for (var i = 0; i < 12; i++)
        {
            Cv2.Rectangle(room, new Rect(i * 27, i * 37 % 200, 20, 30), new Scalar(90 + (i * 10), 200 - (i * 11), 60), -1);
        }

        var (frame, truth) = (room.Clone(), new Mat(240, 320, MatType.CV_8UC1, Scalar.Black));
        foreach (var (picture, colour) in new[] { (frame, new Scalar(30, 40, 220)), (truth, Scalar.White) })
        {
            Cv2.Ellipse(picture, new Point(x, 50), new Size(22, 28), 0, 0, 360, colour, -1);
            Cv2.Ellipse(picture, new Point(x, 150), new Size(45, 85), 0, 0, 360, colour, -1);
        }

        return (room, frame, truth);
    }
}
