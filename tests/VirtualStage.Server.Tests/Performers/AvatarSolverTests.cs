using System.Buffers;
using MessagePack;
using VirtualStage.Contracts.Performers;
using VirtualStage.Contracts.Wire;
using VirtualStage.Matting;
using VirtualStage.Server.Performers;
using VirtualStage.Server.Performers.Worker;

namespace VirtualStage.Server.Tests.Performers;

/// <summary>From landmarks to what moves an avatar, and what goes to others of it.</summary>
public sealed class AvatarSolverTests
{
    private const int Width = 1000;
    private const int Height = 500;

    private readonly BodyPose _pose = new();

    /// <summary>Somebody who stands in the middle and faces the camera, arms down.</summary>
    public AvatarSolverTests()
    {
        _pose.Found(0);
        Put(BodyJoint.LeftEar, 520, 100);
        Put(BodyJoint.RightEar, 480, 100);
        Put(BodyJoint.LeftEye, 510, 95);
        Put(BodyJoint.RightEye, 490, 95);
        Put(BodyJoint.MouthLeft, 505, 115);
        Put(BodyJoint.MouthRight, 495, 115);
        Put(BodyJoint.Nose, 500, 107);
        Put(BodyJoint.LeftShoulder, 550, 160);
        Put(BodyJoint.RightShoulder, 450, 160);
        Put(BodyJoint.LeftElbow, 550, 240);
        Put(BodyJoint.RightElbow, 450, 240);
        Put(BodyJoint.LeftWrist, 550, 310);
        Put(BodyJoint.RightWrist, 450, 310);
        Put(BodyJoint.LeftHip, 530, 320);
        Put(BodyJoint.RightHip, 470, 320);
    }

    [Fact]
    public void Who_stands_straight_has_hanging_arms_and_looks_ahead()
    {
        var joints = Solve();

        Assert.Equal(AvatarJoints.Bytes, joints.Length);
        foreach (var arm in new[] { AvatarJoints.RightArm, AvatarJoints.LeftArm })
        {
            Assert.Equal([0, -127, 0, 0, -127, 0], joints[arm..(arm + 6)]);
        }

        Assert.All(joints[AvatarJoints.Head..], angle => Assert.InRange(angle, (sbyte)-3, (sbyte)3));
    }

    [Fact]
    public void An_arm_points_where_it_does_in_the_picture()
    {
        // The performer's left arm, at the right of the picture: upper arm to the right, forearm up.
        Put(BodyJoint.LeftElbow, 630, 160);
        Put(BodyJoint.LeftWrist, 630, 90);
        // The right one towards the camera.
        Put(BodyJoint.RightElbow, 450, 160, depth: -80);
        Put(BodyJoint.RightWrist, 450, 160, depth: -150);
        var joints = Solve();

        Assert.Equal([127, 0, 0, 0, 127, 0], joints[AvatarJoints.LeftArm..(AvatarJoints.LeftArm + 6)]);
        Assert.Equal([0, 0, 127, 0, 0, 127], joints[AvatarJoints.RightArm..(AvatarJoints.RightArm + 6)]);
    }

    [Fact]
    public void What_is_not_seen_is_not_known()
    {
        Hide(BodyJoint.LeftWrist);
        Hide(BodyJoint.RightElbow);
        Hide(BodyJoint.Nose);
        Hide(BodyJoint.LeftHip);
        var joints = Solve();

        Assert.Equal([0, -127, 0, 0, 0, 0], joints[AvatarJoints.LeftArm..(AvatarJoints.LeftArm + 6)]);
        Assert.Equal(new sbyte[6], joints[AvatarJoints.RightArm..(AvatarJoints.RightArm + 6)]);
        Assert.Equal(new sbyte[4], joints[AvatarJoints.Head..(AvatarJoints.Trunk + 1)]);

        Hide(BodyJoint.LeftShoulder);
        Assert.Null(AvatarSolver.Of(_pose, Width, Height));
        Assert.Null(AvatarSolver.Of(new BodyPose(), Width, Height));
    }

    [Fact]
    public void A_head_turns_nods_and_tilts()
    {
        Put(BodyJoint.Nose, 516, 107);
        Assert.InRange(Solve()[AvatarJoints.Head], (sbyte)15, (sbyte)30);
        Put(BodyJoint.Nose, 484, 107);
        Assert.InRange(Solve()[AvatarJoints.Head], (sbyte)-30, (sbyte)-15);
        Put(BodyJoint.Nose, 500, 120);
        Assert.InRange(Solve()[AvatarJoints.Head + 1], (sbyte)10, (sbyte)33);
        Put(BodyJoint.LeftEye, 518, 95);
        Put(BodyJoint.RightEye, 502, 95);
        Assert.InRange(Solve()[AvatarJoints.Head + 2], (sbyte)10, (sbyte)33);
    }

    [Fact]
    public void A_trunk_leans_and_turns()
    {
        Put(BodyJoint.LeftHip, 480, 320);
        Put(BodyJoint.RightHip, 420, 320);
        // The left shoulder goes back: turned to the right of the picture.
        Put(BodyJoint.LeftShoulder, 540, 160, depth: 40);
        Put(BodyJoint.RightShoulder, 460, 160, depth: -40);
        var joints = Solve();

        Assert.InRange(joints[AvatarJoints.Trunk], (sbyte)10, (sbyte)20);
        Assert.InRange(joints[AvatarJoints.Trunk + 1], (sbyte)15, (sbyte)30);
    }

    [Fact]
    public void Points_that_fall_together_or_lie_far_off_give_bytes_all_the_same()
    {
        var random = new Random(3);
        for (var i = 0; i < 2000; i++)
        {
            foreach (var joint in Enum.GetValues<BodyJoint>())
            {
                float At() => random.Next(4) switch { 0 => 500, 1 => random.Next(1000), 2 => random.NextSingle() * 1e9f, _ => -1e9f };
                Put(joint, At(), At(), At());
            }

            Assert.Equal(AvatarJoints.Bytes, Solve().Length);
        }
    }

    [Fact]
    public void Nothing_that_the_camera_saw_goes_to_others()
    {
        var picture = new PerformerPicture(77, 640, 360, new Contracts.Performers.BodyBox(0.1f, 0.2f, 0.3f, 0.4f), [1, 2, 3, 4], [5, 6, 7], [9, 9]);
        var written = MessagePackSerializer.Serialize(picture, ContractResolver.Options, TestContext.Current.CancellationToken);
        var sent = AvatarPictures.Of(new ReadOnlySequence<byte>(written));
        var read = MessagePackSerializer.Deserialize<PerformerPicture>(sent, ContractResolver.Options, TestContext.Current.CancellationToken);

        Assert.Empty(read.Colour);
        Assert.Empty(read.Alpha);
        Assert.Equal((77L, 640, 360, picture.Body), (read.TimeMs, read.Width, read.Height, read.Body));
        Assert.Equal([9, 9], read.Joints);
        Assert.InRange(sent.Length, 1, 60);
    }

    private sbyte[] Solve() => [.. AvatarSolver.Of(_pose, Width, Height)!.Select(value => (sbyte)value)];

    private void Put(BodyJoint joint, float x, float y, float depth = 0) =>
        _pose.Found(0)[(int)joint] = new BodyPoint(x / Width, y / Height, depth / Width, 1);

    private void Hide(BodyJoint joint) => _pose.Found(0)[(int)joint] = _pose[joint] with { Visibility = 0.1f };
}
