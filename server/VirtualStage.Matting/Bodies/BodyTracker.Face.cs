using VirtualStage.Matting.Networks;

namespace VirtualStage.Matting.Bodies;

/// <summary>A face that the body network has lost, and the landmarks know.</summary>
internal sealed partial class BodyTracker
{
    /// <summary>What is surely head reaches so far about the middle of nose and ears, against the height from the mouth to the eyes, and half of that height farther up and down.</summary>
    private const float Head = 1.15f;

    /// <summary>What differs from the plate by less than this may be the room beside a head that has moved.</summary>
    private const float DiffersAtFace = 0.05f;

    /// <summary>Gives the mask back what it has lost of the head, where that is not as the plate.</summary>
    /// <param name="difference">How far the frame is from the plate, small, 0 to 1.</param>
    /// <param name="aspect">The picture's width against its height.</param>
    public void RestoreFace(BodyPose pose, ReadOnlySpan<float> difference, float aspect)
    {
        if (!pose.Has(BodyJoint.Nose) || !pose.Has(BodyJoint.LeftEar) || !pose.Has(BodyJoint.RightEar) || !pose.Has(BodyJoint.MouthLeft))
        {
            return;
        }

        const int side = BodyNetwork.Side;
        var (nose, left, right) = (pose[BodyJoint.Nose], pose[BodyJoint.LeftEar], pose[BodyJoint.RightEar]);
        var (x, y) = (side * (nose.X + left.X + right.X) / 3, side * (nose.Y + left.Y + right.Y) / 3);
        var face = side * Math.Abs(pose[BodyJoint.MouthLeft].Y - ((pose[BodyJoint.LeftEye].Y + pose[BodyJoint.RightEye].Y) / 2));
        var (radius, half) = (Head * face, face / 2);
        for (var row = Math.Max(0, (int)(y - half - radius)); row <= Math.Min(side - 1, (int)(y + half + radius)); row++)
        {
            var beyond = Math.Max(0, Math.Abs(row + 0.5f - y) - half);
            var across = MathF.Sqrt(Math.Max(0, (radius * radius) - (beyond * beyond))) / aspect;
            for (var column = Math.Max(0, (int)(x - across)); column <= Math.Min(side - 1, (int)(x + across)); column++)
            {
                if (difference[(row * side) + column] > DiffersAtFace)
                {
                    Restore((row * side) + column);
                }
            }
        }
    }
}
