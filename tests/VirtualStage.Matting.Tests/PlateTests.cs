using OpenCvSharp;
using VirtualStage.Matting.Frames;
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
    public void However_many_frames_come_a_bounded_number_is_held_and_they_are_spread_over_all()
    {
        var jpeg = Drawn.Jpeg(_room);
        using var body = _models.NewBody();
        using var capture = new PlateCapture(body);
        for (var i = 0; i < 1000; i++)
        {
            Assert.Equal(FrameRefusal.None, capture.Add(jpeg, i));
            Assert.InRange(capture.Kept.Count, 1, PlateCapture.MostFrames);
        }

        Assert.Equal(1000, capture.Seen);
        Assert.InRange(capture.Kept.Count, PlateCapture.MostFrames / 2, PlateCapture.MostFrames);
        long[] gaps = [.. capture.Kept.Zip(capture.Kept.Skip(1), (one, next) => next.CameMs - one.CameMs)];
        Assert.True(gaps.Max() == gaps.Min() && capture.Kept[0].CameMs == 0, $"{gaps.Min()} to {gaps.Max()}");
    }

    [Fact]
    public void However_large_frames_are_a_bounded_number_of_bytes_is_held()
    {
        using var grey = new Mat(720, 1280, MatType.CV_8UC3, Scalar.All(128));
        using var noise = Drawn.Noisy(grey, 70, 1);
        var jpeg = Drawn.Jpeg(noise, quality: 85);
        Assert.InRange(jpeg.Length, 1_000_000, FrameLimits.MostBytes);
        using var body = _models.NewBody();
        using var capture = new PlateCapture(body);
        for (var i = 0; i < 1.5 * PlateCapture.MostBytes / jpeg.Length; i++)
        {
            Assert.Equal(FrameRefusal.None, capture.Add(jpeg, i * 33));
        }

        Assert.InRange(capture.Kept.Sum(frame => (long)frame.Jpeg.Length), 1, PlateCapture.MostBytes);
        Assert.True(capture.Kept.Count >= PlateCapture.Least);
    }

    [Theory]
    [InlineData(0, 60, "somebody came in; the 1.9 seconds before were used")]
    [InlineData(40, 90, "somebody was in the picture; the 1.6 seconds after that were used")]
    [InlineData(20, 70, "somebody was in the picture; the 1.6 seconds between were used")]
    public void Of_a_room_in_which_somebody_was_the_longest_empty_part_is_used(int from, int to, string words)
    {
        var verdict = Take(90, i =>
        {
            using var person = Drawn.Person(640, 360, 60 + (i * 6), 350, 300);
            using var peopled = i >= from && i < to ? _room.Clone() : Drawn.Compose(_room, person);
            return Drawn.Noisy(peopled, 3, i);
        });

        Assert.True(verdict.IsGood, verdict.Words);
        Assert.EndsWith(words, verdict.Words);
        AssertPlateIs(_room);
    }

    [Fact]
    public void A_camera_that_settles_is_waited_for()
    {
        var verdict = Take(90, i =>
        {
            var frame = new Mat();
            _room.ConvertTo(frame, -1, i < 30 ? 1.3 - (i * 0.01) : 1);
            return frame;
        });

        Assert.True(verdict.IsGood, verdict.Words);
        Assert.Contains("the camera changed its exposure; the 2", verdict.Words);
        AssertPlateIs(_room);
    }

    [Fact]
    public void Less_than_a_second_of_an_empty_room_is_not_enough()
    {
        AssertRefused(PlateProblem.PersonInIt, Take(70, Walk(empty: 28)));
        AssertRefused(PlateProblem.Movement, Take(50, Walk(empty: 28)));

        Func<int, Mat> Walk(int empty) => i =>
        {
            using var person = Drawn.Person(640, 360, 60 + (i * 6), 350, 300);
            return i < empty ? _room.Clone() : Drawn.Compose(_room, person);
        };
    }

    [Fact]
    public void A_slow_camera_needs_five_frames_of_an_empty_room()
    {
        foreach (var (empty, isEnough) in new[] { (4, false), (5, true) })
        {
            using var person = Drawn.Person(640, 360, 320, 350, 300);
            using var peopled = Drawn.Compose(_room, person);
            for (var i = 0; i < 12; i++)
            {
                _matting.AddPlateFrame(Drawn.Jpeg(i is >= 3 && i < 3 + empty ? _room : peopled), i * 400);
            }

            Assert.Equal(isEnough, _matting.FinishPlate().IsAccepted);
        }
    }

    [Fact]
    public void It_is_told_when_the_room_was_still_for_long_enough()
    {
        using var person = Drawn.Person(640, 360, 320, 350, 300);
        using var peopled = Drawn.Compose(_room, person);
        var (there, empty) = (Drawn.Jpeg(peopled), Drawn.Jpeg(_room));
        for (var i = 0; i < 90; i++)
        {
            _matting.AddPlateFrame(there, i * 33);
            Assert.False(_matting.HasStillFrames());
        }

        bool[] still = [.. Enumerable.Range(90, 60).Select(i =>
        {
            _matting.AddPlateFrame(empty, i * 33);
            return _matting.HasStillFrames();
        })];
        Assert.InRange(Array.IndexOf(still, true), 30, 34);
        Assert.True(still[^1]);
        Assert.True(_matting.FinishPlate().IsGood);
    }

    [Theory]
    [InlineData(0, 90)]
    [InlineData(40, 180)]
    [InlineData(150, 260)]
    public void The_recorded_camera_gives_a_plate_whenever_it_is_taken(int from, int to)
    {
        using var models = Machine.Networks();
        using var matting = new PerformerMatting(models);
        byte[][] clip = [.. Pictures(File.ReadAllBytes(Machine.SharedPictures("webcam.mjpeg")))];
        Assert.Equal(180, clip.Length);
        for (var i = from; i < to; i++)
        {
            // A browser's fake camera plays it over and over.
            Assert.Equal(FrameRefusal.None, matting.AddPlateFrame(clip[i % clip.Length], i * 33).Refusal);
        }

        var verdict = matting.FinishPlate();
        if (from == 40)
        {
            // Twenty pictures of the room are too few, and then somebody is there.
            Assert.Equal((false, PlateProblem.PersonInIt), (verdict.IsAccepted, verdict.Problem));
            return;
        }

        Assert.True(verdict.IsGood, verdict.Words);
        Assert.Contains("somebody", verdict.Words);
        matting.Matte(clip[0], 0, new MattedPicture());
        using var expected = Cv2.ImRead(Machine.SharedPictures("webcam-plate.png"));
        Assert.True(Apart(matting.Pipeline.Keeper.Fitted!.Picture.Mat, expected) < 3, $"{Apart(matting.Pipeline.Keeper.Fitted!.Picture.Mat, expected)}");
    }

    [Fact]
    public void A_frame_that_is_none_counts_for_nothing()
    {
        _matting.AddPlateFrame(Drawn.Jpeg(_room), 0);
        var progress = _matting.AddPlateFrame([1, 2, 3], 33);

        Assert.Equal(new PlateProgress(1, 1, false, FrameRefusal.NotAPicture), progress);
    }

    [Fact]
    public void Another_size_begins_anew()
    {
        for (var i = 0; i < 12; i++)
        {
            _matting.AddPlateFrame(Drawn.Jpeg(_room), i * 33);
        }

        using var larger = Drawn.Room(800, 450);
        Assert.Equal((1, 1), (_matting.AddPlateFrame(Drawn.Jpeg(larger), 400) is var progress ? progress.Seen : 0, progress.Kept));
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
            Assert.Equal(FrameRefusal.None, _matting.AddPlateFrame(Drawn.Jpeg(picture), i * 33).Refusal);
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

    private void AssertPlateIs(Mat room)
    {
        using var frame = room.Clone();
        _matting.Matte(Drawn.Jpeg(frame), 0, new MattedPicture());
        var apart = Apart(_matting.Pipeline.Keeper.Fitted!.Picture.Mat, room);
        Assert.True(apart < 2, $"the plate is {apart} from the room");
    }

    /// <summary>An MJPEG file is JPEGs one after the other.</summary>
    private static IEnumerable<byte[]> Pictures(byte[] file)
    {
        for (var start = 0; start < file.Length;)
        {
            var next = file.AsSpan(start).IndexOf<byte>([0xff, 0xd9, 0xff, 0xd8]);
            var end = next < 0 ? file.Length : start + next + 2;
            yield return file[start..end];
            start = end;
        }
    }

    private static double Apart(Mat a, Mat b) => Cv2.Norm(a, b, NormTypes.L1) / (3.0 * a.Width * a.Height);
}
