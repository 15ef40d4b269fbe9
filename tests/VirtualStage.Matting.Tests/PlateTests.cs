using OpenCvSharp;
using VirtualStage.Matting.Plates;
using VirtualStage.Matting.Tests.Support;

namespace VirtualStage.Matting.Tests;

/// <summary>Taking a plate, and what is said of it.</summary>
public sealed class PlateTests : IDisposable
{
    private readonly MattingModels _models = DrawnNetworks.Load();
    private readonly PerformerMatting _matting;
    private readonly Mat _room = Drawn.Room();

    public PlateTests() => _matting = new PerformerMatting(_models);

    [Fact]
    public void A_still_room_makes_a_plate_with_less_noise_than_a_frame()
    {
        var verdict = Take(90, i => Drawn.Noisy(_room, 4, i));

        Assert.True(verdict.IsGood, verdict.Words);
        Assert.Equal("", verdict.ToDo);
        Assert.InRange(verdict.Noise, 1, 6);
        Assert.True(_matting.HasPlate);
        using var frame = Drawn.Noisy(_room, 4, 99);
        _matting.Matte(Drawn.Jpeg(frame), 0, new MattedPicture());
        var plate = _matting.Pipeline.Keeper.Fitted!.Picture.Mat;
        Assert.True(Apart(plate, _room) < 0.5 * Apart(frame, _room), $"{Apart(plate, _room)} and {Apart(frame, _room)}");
    }

    [Fact]
    public void However_many_frames_come_fifteen_are_held_and_they_are_spread_over_all()
    {
        var jpeg = Drawn.Jpeg(_room);
        using var capture = new PlateCapture();
        for (var i = 0; i < 1000; i++)
        {
            Assert.Equal(FrameRefusal.None, capture.Add(jpeg));
            Assert.InRange(capture.Kept.Count, 1, ByteMedian.MostRows);
        }

        Assert.Equal(1000, capture.Seen);
        Assert.InRange(capture.Kept.Count, PlateCapture.Least, ByteMedian.MostRows);
    }

    [Fact]
    public void A_frame_that_is_none_counts_for_nothing()
    {
        _matting.AddPlateFrame(Drawn.Jpeg(_room));
        var progress = _matting.AddPlateFrame([1, 2, 3]);

        Assert.Equal(new PlateProgress(1, 1, false, FrameRefusal.NotAPicture), progress);
    }

    [Fact]
    public void Another_size_begins_anew()
    {
        for (var i = 0; i < 12; i++)
        {
            _matting.AddPlateFrame(Drawn.Jpeg(_room));
        }

        using var larger = Drawn.Room(800, 450);
        Assert.Equal((1, 1), (_matting.AddPlateFrame(Drawn.Jpeg(larger)) is var progress ? progress.Seen : 0, progress.Kept));
    }

    [Fact]
    public void Too_few_frames_make_no_plate() => AssertRefused(PlateProblem.TooFewFrames, Take(5, _ => _room.Clone()));

    [Fact]
    public void A_room_that_is_too_dark_is_said() => AssertRefused(PlateProblem.TooDark, Take(30, _ => Drawn.Room(light: 0.12)));

    [Fact]
    public void A_person_in_the_room_is_said() => AssertRefused(PlateProblem.PersonInIt, Take(30, i =>
    {
        using var person = Drawn.Person(640, 360, 320, 350, 300);
        return Drawn.Compose(_room, person);
    }));

    [Fact]
    public void Something_that_moves_is_said() => AssertRefused(PlateProblem.Movement, Take(30, i =>
    {
        var frame = _room.Clone();
        Cv2.Circle(frame, new Point(100 + (i * 10), 150), 40, new Scalar(230, 230, 20), -1);
        return frame;
    }));

    [Fact]
    public void A_camera_that_is_carried_is_said() => AssertRefused(PlateProblem.CameraMoved, Take(30, i => Drawn.Shifted(_room, i * 2, i)));

    [Fact]
    public void Exposure_that_goes_up_and_down_is_said() => AssertRefused(PlateProblem.ExposureHunting, Take(30, i =>
    {
        var frame = new Mat();
        _room.ConvertTo(frame, -1, 1 + (0.12 * Math.Sin(i * 0.6)));
        return frame;
    }));

    [Fact]
    public void An_overexposed_room_is_used_and_said()
    {
        var verdict = Take(30, _ => new Mat(360, 640, MatType.CV_8UC3, Scalar.All(255)));

        Assert.Equal((true, PlateProblem.TooBright), (verdict.IsAccepted, verdict.Problem));
        Assert.NotEqual("", verdict.ToDo);
    }

    [Fact]
    public void A_plate_that_is_refused_leaves_the_one_before_in_use()
    {
        Assert.True(_matting.UsePlate(Drawn.Png(_room)).IsGood);
        using var person = Drawn.Person(640, 360, 320, 350, 300);
        using var peopled = Drawn.Compose(_room, person);

        Assert.Equal(PlateProblem.PersonInIt, _matting.UsePlate(Drawn.Jpeg(peopled)).Problem);
        Assert.True(_matting.HasPlate);
        _matting.DropPlate();
        Assert.False(_matting.HasPlate);
    }

    [Theory]
    [InlineData(30_000u, 30_000u, PlateProblem.WrongSize)]
    [InlineData(uint.MaxValue, 64u, PlateProblem.WrongSize)]
    [InlineData(65_536u, 65_536u, PlateProblem.WrongSize)]
    [InlineData(0u, 0u, PlateProblem.WrongSize)]
    public void A_png_bomb_is_refused_by_its_header(uint width, uint height, PlateProblem expected)
    {
        var png = Drawn.Png(_room);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(16), width);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(20), height);

        Assert.Equal(expected, _matting.UsePlate(png).Problem);
    }

    [Fact]
    public void Whatever_the_bytes_of_a_plate_are_there_is_a_verdict()
    {
        var (png, random) = (Drawn.Png(_room), new Random(2));
        for (var i = 0; i < 60; i++)
        {
            var damaged = png.ToArray();
            for (var change = 0; change < 5; change++)
            {
                damaged[8 + random.Next(i < 30 ? 60 : damaged.Length - 8)] = (byte)random.Next(256);
            }

            Assert.NotEqual("", _matting.UsePlate(damaged.AsSpan(0, random.Next(3) == 0 ? random.Next(damaged.Length) : damaged.Length)).Words);
        }
    }

    [Fact]
    public unsafe void A_median_of_rows_is_that_of_each_place()
    {
        var random = new Random(4);
        foreach (var count in new[] { 1, 2, 8, 9, 14, 15 })
        {
            var rows = Enumerable.Range(0, count).Select(_ => new byte[101]).ToArray();
            Array.ForEach(rows, random.NextBytes);
            var handles = rows.Select(row => System.Runtime.InteropServices.GCHandle.Alloc(row, System.Runtime.InteropServices.GCHandleType.Pinned)).ToArray();
            var (median, distances) = (new byte[101], 0.0);
            fixed (byte* target = median)
            {
                ByteMedian.Write([.. handles.Select(handle => handle.AddrOfPinnedObject())], target, 101, ref distances);
            }

            Array.ForEach(handles, handle => handle.Free());
            byte[] expected = [.. Enumerable.Range(0, 101).Select(i => rows.Select(row => row[i]).Order().ElementAt(count / 2))];
            Assert.Equal(expected, median);
            Assert.Equal(Enumerable.Range(0, 101).Sum(i => rows.Average(row => Math.Abs(row[i] - expected[i]))), distances, 6);
        }
    }

    [Theory]
    [InlineData(1.0, 0.0, 0)]
    [InlineData(1.3, -0.05, 0)]
    [InlineData(0.75, 0.06, 0)]
    [InlineData(1.2, 0.02, 0.25)]
    public void Alignment_finds_the_light_though_a_part_of_the_room_is_changed(float gain, float offset, float changed)
    {
        var random = new Random(9);
        var plate = Enumerable.Range(0, 3 * 256 * 256).Select(i => 0.15f + (0.5f * (((i / 3 % 256 / 8) + (i / 768 / 8)) % 9) / 9f)).ToArray();
        var frame = plate.Select((value, i) => (gain * value) + offset + (0.01f * (random.NextSingle() - 0.5f)) + (i / 3 % 256 < 256 * changed ? 0.25f : 0)).ToArray();
        var alignment = new PlateAlignment();
        alignment.Fit(frame, plate, new byte[256 * 256]);

        for (var channel = 0; channel < 3; channel++)
        {
            Assert.Equal(gain, alignment.Gain[channel], 0.02);
            Assert.Equal(offset, alignment.Offset[channel], 0.01);
        }

        Assert.Equal(changed, alignment.Misfit, 0.02);
    }

    [Fact]
    public void Without_background_the_alignment_stays_as_it_was()
    {
        var alignment = new PlateAlignment();
        alignment.Fit([.. Enumerable.Repeat(0.6f, 3 * 256 * 256)], [.. Enumerable.Repeat(0.3f, 3 * 256 * 256)], [.. Enumerable.Repeat((byte)1, 256 * 256)]);

        Assert.Equal([1f, 1f, 1f], alignment.Gain);
        Assert.Equal([0f, 0f, 0f], alignment.Offset);
    }

    public void Dispose()
    {
        _matting.Dispose();
        _models.Dispose();
        _room.Dispose();
    }

    private PlateVerdict Take(int frames, Func<int, Mat> frame)
    {
        for (var i = 0; i < frames; i++)
        {
            using var picture = frame(i);
            Assert.Equal(FrameRefusal.None, _matting.AddPlateFrame(Drawn.Jpeg(picture)).Refusal);
        }

        return _matting.FinishPlate();
    }

    private void AssertRefused(PlateProblem expected, PlateVerdict verdict)
    {
        Assert.Equal((false, expected), (verdict.IsAccepted, verdict.Problem));
        Assert.NotEqual("", verdict.Words);
        Assert.NotEqual("", verdict.ToDo);
        Assert.False(_matting.HasPlate);
    }

    private static double Apart(Mat a, Mat b) => Cv2.Norm(a, b, NormTypes.L1) / (3.0 * a.Width * a.Height);
}
