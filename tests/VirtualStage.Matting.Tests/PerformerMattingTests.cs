using OpenCvSharp;
using VirtualStage.Matting.Squares;
using VirtualStage.Matting.Tests.Support;

namespace VirtualStage.Matting.Tests;

/// <summary>The whole way of frames, with drawn people and networks that see them.</summary>
public sealed class PerformerMattingTests : IDisposable
{
    private const int Width = 640;
    private const int Height = 360;

    private readonly MattingModels _models = DrawnNetworks.Load();
    private readonly PerformerMatting _matting;
    private readonly Mat _room = Drawn.Room();
    private readonly MattedPicture _into = new();
    private long _timeMs;

    public PerformerMattingTests()
    {
        _matting = new PerformerMatting(_models, new MattingOptions { RegistersInline = true });
        Assert.True(_matting.UsePlate(Drawn.Png(_room)).IsGood);
    }

    [Fact]
    public void A_performer_is_cut_out_and_the_room_is_gone()
    {
        using var person = Person(320);
        Matte(person);

        using var alpha = Drawn.Grey(_into.Alpha);
        Assert.True(Drawn.Mad(alpha, person) < 6, $"MAD {Drawn.Mad(alpha, person)}");
        using var colour = Cv2.ImDecode(_into.Colour.Span, ImreadModes.Color);
        Assert.Equal((Width, Height), (colour.Width, colour.Height));
        var (head, wall) = (colour.At<Vec3b>(70, 320), colour.At<Vec3b>(70, 100));
        Assert.True(head.Item2 > 190 && head.Item0 < 70, $"{head}");
        Assert.True(wall.Item0 + wall.Item1 + wall.Item2 < 10, $"{wall}");
        Assert.Equal((Width, Height, PlateHealth.Good, false, ""), (_into.Width, _into.Height, _into.Health, _into.IsLesser, _into.Words));
    }

    [Fact]
    public void Time_size_body_and_steps_are_told()
    {
        using var person = Drawn.Person(Width, Height, 200, 340, 300);
        _timeMs = 123_456;
        Matte(person);

        Assert.Equal(123_456, _into.TimeMs);
        Assert.Equal(40 / 360f, _into.Body.Top, 0.03f);
        Assert.Equal(340 / 360f, _into.Body.Bottom, 0.03f);
        Assert.Equal(200 / 640f, (_into.Body.Left + _into.Body.Right) / 2, 0.02f);
        Assert.False(_into.HasOthers);
        var steps = _into.Steps;
        Assert.All(
            new[] { steps.Decode, steps.Mask, steps.Alignment, steps.FirstSquare, steps.SecondSquare, steps.Blend, steps.Colour, steps.Encode },
            spent => Assert.InRange(spent, 1e-6, steps.Total));
        Assert.Equal(SquareKind.Stacked, _matting.Pipeline.Layout.Kind);
    }

    [Fact]
    public void Two_squares_are_as_good_as_one_region_that_is_not_split()
    {
        using var person = Person(320);
        Matte(person);

        Assert.InRange(_matting.Pipeline.SeamError()!.Value, 0, 5e-3);
    }

    [Theory]
    [InlineData(0.0, 330, 320)]
    [InlineData(170, 330, 160)]
    [InlineData(0.0, 470, 430)]
    public void In_every_layout_the_matte_is_good(double armSpan, int feet, int tall)
    {
        using var person = Drawn.Person(Width, Height, 320, feet, tall, armSpan);
        Matte(person);
        Matte(person);

        using var alpha = Drawn.Grey(_into.Alpha);
        Assert.True(Drawn.Mad(alpha, person) < 9, $"MAD {Drawn.Mad(alpha, person)} with {_matting.Pipeline.Layout.Kind}");
    }

    [Fact]
    public void With_two_cores_the_result_is_the_same()
    {
        using var person = Person(320);
        Matte(person);
        using var parallel = new PerformerMatting(_models, new MattingOptions { Cores = 2, RegistersInline = true });
        parallel.UsePlate(Drawn.Png(_room));
        var other = new MattedPicture();
        using var frame = Drawn.Compose(_room, person);
        parallel.Matte(Drawn.Jpeg(frame), 0, other);

        Assert.Equal(_into.Alpha.ToArray(), other.Alpha.ToArray());
        Assert.Equal(_into.Colour.ToArray(), other.Colour.ToArray());
    }

    [Fact]
    public void Nobody_there_is_black_and_said()
    {
        Matte();

        Assert.Equal((true, "nobody is in the picture"), (_into.Body.IsEmpty, _into.Words));
        using var alpha = Drawn.Grey(_into.Alpha);
        Assert.Equal(0, Cv2.CountNonZero(alpha));
    }

    [Fact]
    public void What_floats_beside_the_performer_is_left_out()
    {
        using var person = Person(320);
        using var frame = Drawn.Compose(_room, person);
        Cv2.Rectangle(frame, new Rect(500, 60, 60, 90), new Scalar(250, 250, 20), -1);
        Matte(frame, 1);

        using var alpha = Drawn.Grey(_into.Alpha);
        Assert.True(Drawn.Mad(alpha, person) < 6, $"MAD {Drawn.Mad(alpha, person)}");
    }

    [Fact]
    public void Of_two_people_the_performer_stays_whoever_is_larger()
    {
        using var performer = Drawn.Person(Width, Height, 160, 340, 240);
        Matte(performer);
        for (var i = 0; i < 10; i++)
        {
            // Somebody larger comes in from the right.
            using var visitor = Drawn.Person(Width, Height, 620 - (i * 12), 355, 330);
            using var both = Drawn.Compose(_room, performer, visitor);
            Matte(both, 1);
        }

        Assert.True(_into.HasOthers);
        Assert.Contains("somebody else", _into.Words);
        using var alpha = Drawn.Grey(_into.Alpha);
        Assert.True(Drawn.Mad(alpha, performer) < 6, $"MAD {Drawn.Mad(alpha, performer)}");
    }

    [Fact]
    public void A_performer_who_moves_leaves_no_trail()
    {
        for (var i = 0; i < 20; i++)
        {
            using var person = Person(150 + (i * 15));
            Matte(person);
            using var alpha = Drawn.Grey(_into.Alpha);
            Assert.True(Drawn.Mad(alpha, person) < 7, $"MAD {Drawn.Mad(alpha, person)} at {i}");
        }
    }

    [Fact]
    public void A_body_that_the_network_loses_for_a_moment_stays()
    {
        using var person = Person(320);
        for (var i = 0; i < 5; i++)
        {
            Matte(person);
        }

        // The head turns green: the test's body network sees it no more.
        using var frame = Drawn.Compose(_room, person);
        Cv2.Ellipse(frame, new Point(320, 53), new Size(20, 24), 0, 0, 360, new Scalar(30, 240, 30), -1);
        Matte(frame, 1);

        using var alpha = Drawn.Grey(_into.Alpha);
        Assert.True(alpha.At<byte>(53, 320) > 200, $"{alpha.At<byte>(53, 320)}");
    }

    [Theory]
    [InlineData(1.3)]
    [InlineData(0.75)]
    public void A_lamp_that_is_switched_is_followed_within_a_second(double light)
    {
        using var person = Person(320);
        for (var i = 0; i < 5; i++)
        {
            Matte(person);
        }

        using var lit = new Mat();
        _room.ConvertTo(lit, -1, light);
        using var frame = Drawn.Compose(lit, person);
        Matte(frame, 8, stepMs: 100);

        Assert.Equal(PlateHealth.Corrected, _into.Health);
        using var alpha = Drawn.Grey(_into.Alpha);
        Assert.True(Drawn.Mad(alpha, person) < 8, $"MAD {Drawn.Mad(alpha, person)}");
    }

    [Fact]
    public void A_camera_that_was_knocked_against_is_found_within_a_second()
    {
        using var person = Person(320);
        for (var i = 0; i < 5; i++)
        {
            Matte(person);
        }

        using var moved = Drawn.Shifted(_room, 9, -6);
        using var frame = Drawn.Compose(moved, person);
        Matte(frame, 10, stepMs: 100);

        Assert.Equal(PlateHealth.Corrected, _into.Health);
        Assert.False(_into.IsLesser);
        using var alpha = Drawn.Grey(_into.Alpha);
        Assert.True(Drawn.Mad(alpha, person) < 10, $"MAD {Drawn.Mad(alpha, person)}");
    }

    [Fact]
    public void Another_room_asks_for_a_new_plate_within_a_second_and_goes_on_in_the_lesser_mode()
    {
        using var person = Person(320);
        Matte(person);
        using var other = Drawn.Room(seed: 77);
        using var frame = Drawn.Compose(other, person);
        Matte(frame, 10, stepMs: 100);

        Assert.Equal((PlateHealth.Spent, true), (_into.Health, _into.IsLesser));
        Assert.Contains("take the plate again", _into.Words);
        Assert.False(_into.Body.IsEmpty);

        // The old room again: the plate is good again.
        using var before = Drawn.Compose(_room, person);
        Matte(before, 10, stepMs: 100);
        Assert.Equal((PlateHealth.Good, false), (_into.Health, _into.IsLesser));
    }

    [Fact]
    public void Without_a_plate_it_is_the_lesser_mode_and_says_so()
    {
        using var person = Person(320);
        _matting.DropPlate();
        Matte(person);

        Assert.Equal((PlateHealth.None, true), (_into.Health, _into.IsLesser));
        Assert.Contains("no plate", _into.Words);
        using var alpha = Drawn.Grey(_into.Alpha);
        Assert.True(Drawn.Mad(alpha, person) < 20, $"MAD {Drawn.Mad(alpha, person)}");
    }

    [Fact]
    public void Without_the_refinement_network_it_is_the_lesser_mode_and_says_so()
    {
        using var models = DrawnNetworks.Load(hasRefinement: false);
        using var matting = new PerformerMatting(models);
        matting.UsePlate(Drawn.Png(_room));
        using var person = Person(320);
        using var frame = Drawn.Compose(_room, person);
        matting.Matte(Drawn.Jpeg(frame), 0, _into);

        Assert.True(_into.IsLesser);
        Assert.Contains("refinement network is missing", _into.Words);
    }

    [Fact]
    public void A_plate_of_another_size_is_brought_to_the_frames_and_of_another_shape_is_said()
    {
        using var person = Person(320);
        using var large = _room.Resize(new Size(1280, 720), 0, 0, InterpolationFlags.Cubic);
        Assert.True(_matting.UsePlate(Drawn.Png(large)).IsAccepted);
        Matte(person);
        using (var alpha = Drawn.Grey(_into.Alpha))
        {
            Assert.True(Drawn.Mad(alpha, person) < 8, $"MAD {Drawn.Mad(alpha, person)}");
        }

        using var square = Drawn.Room(480, 480);
        Assert.True(_matting.UsePlate(Drawn.Png(square)).IsAccepted);
        Matte(person);
        Assert.Equal((PlateHealth.Spent, true), (_into.Health, _into.IsLesser));
        Assert.Contains("another shape", _into.Words);
    }

    [Fact]
    public void Frames_that_change_their_size_go_on()
    {
        foreach (var (width, height) in new[] { (640, 360), (1280, 720), (640, 480), (64, 64), (360, 640), (640, 360) })
        {
            using var room = Drawn.Room(width, height);
            using var person = Drawn.Person(width, height, width / 2.0, height * 0.95, height * 0.85);
            using var frame = Drawn.Compose(room, person);
            Matte(frame, 2);
            Assert.Equal((width, height), (_into.Width, _into.Height));
        }

        Assert.Equal(PlateHealth.Good, _into.Health);
    }

    [Fact]
    public void Smaller_scales_are_smaller()
    {
        using var person = Person(320);
        using var frame = Drawn.Compose(_room, person);
        _matting.Scale = MatteScale.Reduced;
        Matte(frame, 2);
        Assert.Equal((Width, Height), (_into.Width, _into.Height));
        using (var alpha = Drawn.Grey(_into.Alpha))
        {
            Assert.True(Drawn.Mad(alpha, person) < 8, $"MAD {Drawn.Mad(alpha, person)}");
        }

        _matting.Scale = MatteScale.Half;
        Matte(frame, 2);
        Assert.Equal((Width / 2, Height / 2, false), (_into.Width, _into.Height, _into.IsLesser));
        using var half = Drawn.Grey(_into.Alpha);
        using var truth = person.Resize(half.Size(), 0, 0, InterpolationFlags.Area);
        Assert.True(Drawn.Mad(half, truth) < 10, $"MAD {Drawn.Mad(half, truth)}");
    }

    [Fact]
    public void A_frame_that_is_none_leaves_everything_as_it_was()
    {
        using var person = Person(320);
        Matte(person);
        var before = _into.Alpha.ToArray();

        Assert.Equal(new MatteOutcome(FrameRefusal.NotAPicture), _matting.Matte("no frame"u8, 9, _into));
        Assert.Equal(before, _into.Alpha.ToArray());
        Matte(person);
        Assert.Equal(before, _into.Alpha.ToArray());
    }

    [Fact]
    public void Time_that_stands_still_or_runs_backwards_harms_nothing()
    {
        using var person = Person(320);
        using var frame = Drawn.Compose(_room, person);
        foreach (var time in new long[] { 1000, 1000, 0, -5, long.MaxValue, long.MinValue, 3 })
        {
            Assert.True(_matting.Matte(Drawn.Jpeg(frame), time, _into).IsMatted);
            Assert.Equal(time, _into.TimeMs);
        }
    }

    [Fact]
    public void The_steps_are_given_for_a_plan()
    {
        using var person = Person(320);
        Assert.Null(_matting.MeasuredSteps());
        for (var i = 0; i < 12; i++)
        {
            Matte(person);
        }

        var steps = _matting.MeasuredSteps()!;
        Assert.Equal(["decode", "mask", "alignment", "first square", "second square", "blend", "colour", "encode"], steps.All.Select(step => step.Name));
        Assert.All(steps.All, step => Assert.True(step.Cost > 0));
        Assert.Equal(2, steps.Tiles.Count);
    }

    public void Dispose()
    {
        _matting.Dispose();
        _models.Dispose();
        _room.Dispose();
    }

    private static Mat Person(double x) => Drawn.Person(Width, Height, x, 345, 320);

    private void Matte(params Mat[] people)
    {
        using var frame = Drawn.Compose(_room, people);
        Matte(frame, 1);
    }

    /// <summary>The same picture so many times.</summary>
    private void Matte(Mat frame, int times, int stepMs = 33)
    {
        var jpeg = Drawn.Jpeg(frame);
        for (var i = 0; i < times; i++)
        {
            Assert.Equal(FrameRefusal.None, _matting.Matte(jpeg, _timeMs, _into).Refusal);
            _timeMs += stepMs;
        }
    }
}
