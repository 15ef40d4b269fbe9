using OpenCvSharp;
using VirtualStage.Matting.Bodies;
using VirtualStage.Matting.Networks;
using VirtualStage.Matting.Sampling;
using VirtualStage.Matting.Squares;
using VirtualStage.Matting.Tests.Support;

namespace VirtualStage.Matting.Tests;

/// <summary>Where head, hands and feet are, and what the squares make of it.</summary>
public sealed class PoseTests : IDisposable
{
    private const int Width = 640;
    private const int Height = 360;

    private readonly Mat _room = Drawn.Room();
    private readonly MattedPicture _into = new();
    private long _timeMs = 1000;

    [Theory]
    [InlineData(120, 340, 320, 0.0)]
    [InlineData(320, 345, 250, 150)]
    [InlineData(560, 300, 160, 40)]
    public void Points_lie_where_they_are_in_the_picture(double x, double feet, double tall, double armSpan)
    {
        using var models = DrawnNetworks.Load();
        using var matting = New(models);
        using var person = Drawn.Person(Width, Height, x, feet, tall, armSpan);
        Matte(matting, person);

        var pose = _into.Pose;
        Assert.Equal((true, 1000), (pose.IsKnown, pose.TimeMs));
        Assert.Equal(x / Width, pose[BodyJoint.Nose].X, 0.02);
        Assert.Equal((feet - (0.91 * tall)) / Height, pose[BodyJoint.Nose].Y, 0.03);
        Assert.Equal((feet - (0.52 * tall)) / Height, (pose[BodyJoint.LeftHip].Y + pose[BodyJoint.RightHip].Y) / 2, 0.03);
        Assert.Equal(feet / Height, pose[BodyJoint.LeftToes].Y, 0.03);
        Assert.True(pose.Has(BodyJoint.Nose) && pose.Has(BodyJoint.LeftHip) && !pose.Has(BodyJoint.LeftKnee));
        var layout = matting.Pipeline.Layout;
        Assert.All(
            [BodyJoint.LeftIndexFinger, BodyJoint.RightIndexFinger, BodyJoint.LeftToes, BodyJoint.RightToes, BodyJoint.Nose],
            joint => Assert.True(IsIn(layout, pose[joint]), $"{joint} {pose[joint]} is in no square of {layout}"));
    }

    [Fact]
    public void Squares_of_who_stands_meet_at_the_waist()
    {
        using var models = DrawnNetworks.Load();
        using var matting = New(models);
        using var person = Drawn.Person(Width, Height, 320, 345, 320);
        Matte(matting, person);

        var layout = matting.Pipeline.Layout;
        Assert.Equal(SquareKind.Stacked, layout.Kind);
        var pose = _into.Pose;
        var waist = Height * (pose[BodyJoint.LeftHip].Y - (0.2 * (pose[BodyJoint.LeftHip].Y - pose[BodyJoint.LeftShoulder].Y)));
        Assert.Equal(waist, (layout.Overlap.From + layout.Overlap.To) / 2, 8.0);
    }

    [Fact]
    public void It_is_looked_twice_at_first_and_then_a_few_times_a_second()
    {
        var network = new DrawnPose();
        using var models = DrawnNetworks.Load(pose: network);
        using var matting = New(models);
        using var person = Drawn.Person(Width, Height, 320, 345, 320);
        Matte(matting, person);
        Assert.Equal(2, network.Runs);
        for (var i = 0; i < 30; i++)
        {
            Matte(matting, person);
        }

        // A second of 33 ms each, of which every fifth reaches 150 ms.
        Assert.Equal(2 + 6, network.Runs);
        Assert.InRange(_timeMs - 33 - _into.Pose.TimeMs, 0, 150);
    }

    [Fact]
    public void Nobody_has_no_points_and_who_comes_back_has_them_at_once()
    {
        var network = new DrawnPose();
        using var models = DrawnNetworks.Load(pose: network);
        using var matting = New(models);
        using var person = Drawn.Person(Width, Height, 320, 345, 320);
        Matte(matting, person);
        for (var i = 0; i < 60; i++)
        {
            Matte(matting);
        }

        Assert.False(_into.Pose.IsKnown);
        var runs = network.Runs;
        Matte(matting, person);
        Assert.Equal((true, runs + 2), (_into.Pose.IsKnown, network.Runs));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.MaxValue)]
    public void A_network_that_says_nonsense_is_not_believed(float nonsense)
    {
        foreach (var all in new[] { true, false })
        {
            using var models = DrawnNetworks.Load(pose: new DrawnPose { Spoil = told => (all ? told : told[..5]).Fill(nonsense) });
            using var matting = New(models);
            using var person = Drawn.Person(Width, Height, 320, 345, 320);
            Matte(matting, person);
            Matte(matting, person);

            Assert.False(_into.Pose.IsKnown);
            using var alpha = Drawn.Grey(_into.Alpha);
            Assert.True(Drawn.Mad(alpha, person) < 7, $"MAD {Drawn.Mad(alpha, person)}");
        }
    }

    [Fact]
    public void Where_the_network_sees_no_body_nothing_is_known()
    {
        using var models = DrawnNetworks.Load(pose: new DrawnPose { Spoil = told => told[^1] = 0.2f });
        using var matting = New(models);
        using var person = Drawn.Person(Width, Height, 320, 345, 320);
        Matte(matting, person);

        Assert.False(_into.Pose.IsKnown);
    }

    [Fact]
    public void A_hand_where_nobody_is_is_not_seen_and_widens_nothing()
    {
        // Far to the right of the performer, in the empty room.
        using var models = DrawnNetworks.Load(pose: new DrawnPose { Spoil = told => told[(int)BodyJoint.LeftIndexFinger * PoseNetwork.Values] += 60 });
        using var matting = New(models);
        using var person = Drawn.Person(Width, Height, 320, 345, 320);
        Matte(matting, person);

        Assert.False(_into.Pose.Has(BodyJoint.LeftIndexFinger));
        Assert.True(_into.Pose.Has(BodyJoint.RightIndexFinger));
        var seen = BodyMarks.Of(new BodyBox(0.4f, 0.1f, 0.6f, 0.9f), _into.Pose).Box;
        Assert.Equal((true, 0.6f), (seen.Left <= 0.4f, seen.Right));
    }

    [Fact]
    public void Hands_feet_and_head_that_the_mask_misses_widen_the_box()
    {
        var pose = new BodyPose();
        var points = pose.Found(0);
        points[(int)BodyJoint.LeftWrist] = new BodyPoint(0.7f, 0.4f, 0, 1);
        points[(int)BodyJoint.LeftIndexFinger] = new BodyPoint(0.75f, 0.4f, 0, 1);
        points[(int)BodyJoint.RightHeel] = new BodyPoint(0.45f, 0.92f, 0, 1);
        points[(int)BodyJoint.RightToes] = new BodyPoint(0.44f, 0.95f, 0, 1);
        points[(int)BodyJoint.LeftEar] = points[(int)BodyJoint.RightEar] = new BodyPoint(0.5f, 0.2f, 0, 1);
        points[(int)BodyJoint.MouthLeft] = points[(int)BodyJoint.MouthRight] = new BodyPoint(0.5f, 0.23f, 0, 1);
        var marks = BodyMarks.Of(new BodyBox(0.4f, 0.25f, 0.6f, 0.9f), pose);

        Assert.True(marks.Box.Right > 0.78f && marks.Box.Bottom > 0.95f && marks.Box.Top < 0.15f, $"{marks}");
        Assert.Equal((0.4f, null, null), (marks.Box.Left, marks.Waist, marks.Middle));

        // What is not seen, or lies outside of the picture, does not.
        points[(int)BodyJoint.LeftIndexFinger] = new BodyPoint(0.75f, 0.4f, 0, 0.3f);
        points[(int)BodyJoint.RightToes] = new BodyPoint(0.44f, 1.2f, 0, 1);
        points[(int)BodyJoint.LeftEar] = points[(int)BodyJoint.LeftEar] with { Visibility = 0 };
        Assert.Equal(new BodyBox(0.4f, 0.25f, 0.6f, 0.9f), BodyMarks.Of(new BodyBox(0.4f, 0.25f, 0.6f, 0.9f), pose).Box);
    }

    [Fact]
    public void A_face_that_the_network_has_lost_is_given_back_where_it_differs_from_the_plate()
    {
        const int side = BodyNetwork.Side;
        var (body, nothing, difference) = (new float[side * side], new byte[side * side], new float[side * side]);
        for (var y = 0; y < side; y++)
        {
            for (var x = 0; x < side; x++)
            {
                // A trunk; what is left of the middle is not as on the plate.
                body[(y * side) + x] = y > 100 && x is > 100 and < 156 ? 1 : 0;
                difference[(y * side) + x] = x < side / 2 ? 0.2f : 0.01f;
            }
        }

        var tracker = new BodyTracker();
        tracker.Follow(body, nothing, [], 33);
        var pose = new BodyPose();
        tracker.RestoreFace(pose, difference, 16 / 9f);
        Assert.Equal(0, tracker.Mask[(60 * side) + 124]);

        var points = pose.Found(0);
        points[(int)BodyJoint.Nose] = points[(int)BodyJoint.LeftEar] = points[(int)BodyJoint.RightEar] = new BodyPoint(0.5f, 60f / side, 0, 1);
        points[(int)BodyJoint.LeftEye] = points[(int)BodyJoint.RightEye] = new BodyPoint(0.5f, 50f / side, 0, 1);
        points[(int)BodyJoint.MouthLeft] = new BodyPoint(0.49f, 70f / side, 0, 1);
        tracker.RestoreFace(pose, difference, 16 / 9f);

        // As wide as it is in the picture: cells are wider than high.
        Assert.All([(60, 124), (60, 117), (30, 127), (90, 127)], cell => Assert.True(tracker.Mask[(cell.Item1 * side) + cell.Item2] > 0.8f, $"{cell}"));
        Assert.All([(60, 130), (60, 112), (25, 127), (95, 127)], cell => Assert.Equal(0, tracker.Mask[(cell.Item1 * side) + cell.Item2]));

        // One that lies at the picture's edge, or beyond it.
        points[(int)BodyJoint.Nose] = points[(int)BodyJoint.LeftEar] = points[(int)BodyJoint.RightEar] = new BodyPoint(0, 1, 0, 1);
        points[(int)BodyJoint.MouthLeft] = new BodyPoint(0.01f, 0, 0, 1);
        tracker.RestoreFace(pose, difference, 16 / 9f);
        Assert.All(tracker.Mask, value => Assert.InRange(value, 0, 1));
    }

    [Theory]
    [InlineData("09ba26b4_lobby")]
    [InlineData("09ba26b4_cafe_hard")]
    public void Landmarks_of_somebody_real_lie_in_their_body(string still)
    {
        using var models = Machine.Networks();
        Assert.True(models.HasPose);
        var folder = Machine.SharedPictures("stills");
        using var matting = new PerformerMatting(models, new MattingOptions { RegistersInline = true });
        matting.UsePlate(File.ReadAllBytes(Path.Combine(folder, $"{still}_back.png")), evenIfDoubtful: true);
        using var frame = Cv2.ImRead(Path.Combine(folder, $"{still}_img.png"));
        using var truth = Cv2.ImRead(Path.Combine(folder, $"{still}_gt.png"), ImreadModes.Grayscale);
        matting.Matte(Drawn.Jpeg(frame), 0, _into);

        // About a hand's breadth around the person.
        using var near = new Mat();
        Cv2.Dilate(truth, near, Cv2.GetStructuringElement(MorphShapes.Ellipse, new Size(31, 31)));
        var pose = _into.Pose;
        BodyJoint[] seen = [.. Enum.GetValues<BodyJoint>().Where(pose.Has)];
        Assert.All([BodyJoint.Nose, BodyJoint.LeftShoulder, BodyJoint.RightShoulder, BodyJoint.LeftHip, BodyJoint.RightHip, BodyJoint.RightWrist], joint => Assert.Contains(joint, seen));
        Assert.All(seen, joint => Assert.True(near.At<byte>((int)(pose[joint].Y * frame.Height), (int)(pose[joint].X * frame.Width)) > 128, $"{joint} {pose[joint]}"));
        Assert.True(pose[BodyJoint.Nose].Y < pose[BodyJoint.LeftShoulder].Y && pose[BodyJoint.LeftShoulder].Y < pose[BodyJoint.LeftHip].Y);
        // The picture cuts the legs off: the feet are below it.
        Assert.True(pose[BodyJoint.LeftToes].Y > 1 && pose[BodyJoint.RightToes].Y > 1 && !pose.Has(BodyJoint.LeftToes));
        Assert.True(IsIn(matting.Pipeline.Layout, pose[BodyJoint.RightIndexFinger]));
    }

    public void Dispose() => _room.Dispose();

    private PerformerMatting New(MattingModels models)
    {
        var matting = new PerformerMatting(models, new MattingOptions { RegistersInline = true });
        Assert.True(matting.UsePlate(Drawn.Png(_room)).IsGood);
        return matting;
    }

    private void Matte(PerformerMatting matting, params Mat[] people)
    {
        using var frame = Drawn.Compose(_room, people);
        Assert.True(matting.Matte(Drawn.Jpeg(frame), _timeMs, _into).IsMatted);
        _timeMs += 33;
    }

    private bool IsIn(in SquareLayout layout, BodyPoint point)
    {
        var (x, y) = (point.X * _into.Width, point.Y * _into.Height);
        return IsIn(layout.First, x, y) || (layout.IsSplit && IsIn(layout.Second, x, y));
    }

    private static bool IsIn(in Region region, float x, float y) => x >= region.X && x <= region.Right && y >= region.Y && y <= region.Bottom;
}
