namespace VirtualStage.Matting.Squares;

/// <summary>What the squares are laid by, in parts of the picture.</summary>
/// <param name="Box">All of the performer, with head, hands and feet as far as they are seen.</param>
/// <param name="Waist">How far down it is; null where it is not known.</param>
/// <param name="Middle">How far right the middle of the trunk is; null where it is not known.</param>
internal readonly record struct BodyMarks(BodyBox Box, float? Waist = null, float? Middle = null)
{
    /// <summary>The waist lies so far from the hips to the shoulders.</summary>
    private const float WaistAboveHips = 0.2f;

    /// <summary>The network tells knuckles: fingers reach beyond them by as much as lies between wrist and knuckles.</summary>
    private const float Fingers = 1.1f;
    private const float Toes = 0.2f;

    /// <summary>The head's half height, against the distance of its middle from the mouth.</summary>
    private const float Head = 2.6f;

    /// <summary>A box, widened to what the landmarks say of head, hands and feet, with what they say of the trunk.</summary>
    public static BodyMarks Of(in BodyBox box, BodyPose pose)
    {
        if (!pose.IsKnown)
        {
            return new BodyMarks(box);
        }

        var wide = box;
        wide = WithEnd(wide, pose, BodyJoint.LeftWrist, BodyJoint.LeftIndexFinger, Fingers);
        wide = WithEnd(wide, pose, BodyJoint.RightWrist, BodyJoint.RightIndexFinger, Fingers);
        wide = WithEnd(wide, pose, BodyJoint.LeftHeel, BodyJoint.LeftToes, Toes);
        wide = WithEnd(wide, pose, BodyJoint.RightHeel, BodyJoint.RightToes, Toes);
        wide = WithHead(wide, pose);
        var hasShoulders = pose.Has(BodyJoint.LeftShoulder) && pose.Has(BodyJoint.RightShoulder);
        var hasHips = pose.Has(BodyJoint.LeftHip) && pose.Has(BodyJoint.RightHip);
        var (shoulders, hips) = (Between(pose, BodyJoint.LeftShoulder, BodyJoint.RightShoulder), Between(pose, BodyJoint.LeftHip, BodyJoint.RightHip));
        return new BodyMarks(
            wide,
            hasShoulders && hasHips ? hips.Y + ((shoulders.Y - hips.Y) * WaistAboveHips) : null,
            hasShoulders && hasHips ? (shoulders.X + hips.X) / 2 : hasShoulders ? shoulders.X : null);
    }

    private static BodyBox WithEnd(in BodyBox box, BodyPose pose, BodyJoint from, BodyJoint to, float beyond)
    {
        if (!pose.Has(from) || !pose.Has(to))
        {
            return box;
        }

        ref readonly var near = ref pose[from];
        ref readonly var end = ref pose[to];
        return With(box, end.X + ((end.X - near.X) * beyond), end.Y + ((end.Y - near.Y) * beyond), 0, 0);
    }

    private static BodyBox WithHead(in BodyBox box, BodyPose pose)
    {
        if (!pose.Has(BodyJoint.LeftEar) || !pose.Has(BodyJoint.RightEar) || !pose.Has(BodyJoint.MouthLeft) || !pose.Has(BodyJoint.MouthRight))
        {
            return box;
        }

        var (middle, mouth) = (Between(pose, BodyJoint.LeftEar, BodyJoint.RightEar), Between(pose, BodyJoint.MouthLeft, BodyJoint.MouthRight));
        return With(box, middle.X, middle.Y, 0, Head * Math.Abs(mouth.Y - middle.Y));
    }

    private static (float X, float Y) Between(BodyPose pose, BodyJoint one, BodyJoint other) =>
        ((pose[one].X + pose[other].X) / 2, (pose[one].Y + pose[other].Y) / 2);

    private static BodyBox With(in BodyBox box, float x, float y, float across, float along) => new(
        Math.Min(box.Left, Math.Clamp(x - across, 0, 1)),
        Math.Min(box.Top, Math.Clamp(y - along, 0, 1)),
        Math.Max(box.Right, Math.Clamp(x + across, 0, 1)),
        Math.Max(box.Bottom, Math.Clamp(y + along, 0, 1)));
}
