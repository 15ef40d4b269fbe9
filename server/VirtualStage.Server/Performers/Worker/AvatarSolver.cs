using System.Numerics;
using VirtualStage.Contracts.Performers;
using VirtualStage.Matting;

namespace VirtualStage.Server.Performers.Worker;

/// <summary>Makes of landmarks what moves an avatar (<see cref="AvatarJoints"/>): two arms, the head, the trunk. Pure.</summary>
internal static class AvatarSolver
{
    /// <summary>Depth is told worse than what the picture shows: it counts less.</summary>
    private const float DepthCounts = 0.7f;

    /// <summary>A nose is so far before the middle of the ears, against the height from the mouth to the eyes.</summary>
    private const float NoseLength = 1.6f;

    /// <summary>… and so far below it when the head is upright.</summary>
    private const float NoseBelowEars = 0.35f;

    private const float MostTurn = 1.25f;
    private const float MostNod = 0.8f;
    private const float MostLean = 0.7f;

    /// <summary>The bytes for a pose; null while no shoulders are seen.</summary>
    public static byte[]? Of(BodyPose pose, int width, int height)
    {
        if (!IsSeen(pose, BodyJoint.LeftShoulder) || !IsSeen(pose, BodyJoint.RightShoulder))
        {
            return null;
        }

        var joints = new byte[AvatarJoints.Bytes];
        var body = new Body(pose, width, height);
        Arm(joints.AsSpan(AvatarJoints.RightArm), body, BodyJoint.RightShoulder, BodyJoint.RightElbow, BodyJoint.RightWrist);
        Arm(joints.AsSpan(AvatarJoints.LeftArm), body, BodyJoint.LeftShoulder, BodyJoint.LeftElbow, BodyJoint.LeftWrist);
        Head(joints.AsSpan(AvatarJoints.Head), body);
        Trunk(joints.AsSpan(AvatarJoints.Trunk), body);
        return joints;
    }

    private static bool IsSeen(BodyPose pose, BodyJoint joint) => pose.IsKnown && pose[joint].Visibility >= BodyPose.Seen;

    private static void Arm(Span<byte> into, Body body, BodyJoint shoulder, BodyJoint elbow, BodyJoint wrist)
    {
        if (!IsSeen(body.Pose, elbow))
        {
            return;
        }

        Direction(into, body.At(elbow) - body.At(shoulder));
        if (IsSeen(body.Pose, wrist))
        {
            Direction(into[3..], body.At(wrist) - body.At(elbow));
        }
    }

    private static void Head(Span<byte> into, Body body)
    {
        if (!IsSeen(body.Pose, BodyJoint.Nose))
        {
            return;
        }

        var (ears, eyes, mouth) = (
            body.Middle(BodyJoint.LeftEar, BodyJoint.RightEar), body.Middle(BodyJoint.LeftEye, BodyJoint.RightEye), body.Middle(BodyJoint.MouthLeft, BodyJoint.MouthRight));
        // From the eyes to the mouth a head is as high whichever way it turns.
        var face = Math.Max(1, Flat(eyes - mouth).Length());
        var nose = (body.At(BodyJoint.Nose) - ears) / (NoseLength * face);
        into[0] = Angle(MathF.Asin(Math.Clamp(nose.X, -1, 1)), MostTurn);
        into[1] = Angle(MathF.Asin(Math.Clamp(-nose.Y - (NoseBelowEars / NoseLength), -1, 1)), MostNod);
        // As the mouth lies below the eyes.
        into[2] = Angle(MathF.Atan2(eyes.X - mouth.X, Math.Max(1, eyes.Y - mouth.Y)), MostNod);
    }

    private static void Trunk(Span<byte> into, Body body)
    {
        var shoulders = body.Middle(BodyJoint.LeftShoulder, BodyJoint.RightShoulder);
        if (IsSeen(body.Pose, BodyJoint.LeftHip) && IsSeen(body.Pose, BodyJoint.RightHip))
        {
            var back = shoulders - body.Middle(BodyJoint.LeftHip, BodyJoint.RightHip);
            into[0] = Angle(MathF.Atan2(back.X, Math.Max(1, back.Y)), MostLean);
        }

        var across = body.At(BodyJoint.LeftShoulder) - body.At(BodyJoint.RightShoulder);
        into[1] = Angle(MathF.Atan2(-across.Z, Math.Max(1, across.X)), MostTurn);
    }

    private static Vector2 Flat(Vector3 vector) => new(vector.X, vector.Y);

    private static void Direction(Span<byte> into, Vector3 vector)
    {
        var length = vector.Length();
        if (length < 1)
        {
            return;
        }

        var unit = vector / length * AvatarJoints.One;
        (into[0], into[1], into[2]) = (Signed(unit.X), Signed(unit.Y), Signed(unit.Z));
    }

    private static byte Angle(float radians, float most) => Signed(Math.Clamp(radians, -most, most) / MathF.PI * AvatarJoints.Half);

    private static byte Signed(float value) => (byte)(sbyte)Math.Clamp(MathF.Round(value), -127, 127);

    /// <summary>Points in pixels: right, up, towards the camera.</summary>
    private readonly record struct Body(BodyPose Pose, int Width, int Height)
    {
        public Vector3 At(BodyJoint joint)
        {
            ref readonly var point = ref Pose[joint];
            return new(point.X * Width, -point.Y * Height, -point.Depth * Width * DepthCounts);
        }

        public Vector3 Middle(BodyJoint one, BodyJoint other) => (At(one) + At(other)) / 2;
    }
}
