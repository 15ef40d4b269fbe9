using System;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Client
{
    /// <summary>An actor as it is drawn: between two poses that were heard. Metres.</summary>
    public readonly struct ShownPose
    {
        /// <summary>The stage is never silent for longer of somebody who moves, but for a lost packet.</summary>
        public const double LongestSilenceMs = 400;

        /// <summary>Farther than an actor can run between two poses: this is an entrance from elsewhere, not a walk.</summary>
        private const double JumpMetres = 2;

        public readonly double X;
        public readonly double Y;
        public readonly double Z;

        /// <summary>Degrees: 0 faces the audience, 90 stage left.</summary>
        public readonly double FacingDegrees;

        /// <summary>What is not between two poses: the newer one's gait, emote and speech.</summary>
        public readonly ActorPose Pose;

        private ShownPose(double x, double y, double z, double facing, in ActorPose pose)
        {
            X = x;
            Y = y;
            Z = z;
            FacingDegrees = facing;
            Pose = pose;
        }

        /// <summary>A pose as it is.</summary>
        public static ShownPose Of(in ActorPose pose)
        {
            return Between(pose, pose, 1);
        }

        /// <summary>Between two poses; a share beyond 1 goes on beyond the second.</summary>
        public static ShownPose Between(in ActorPose from, in ActorPose to, double share)
        {
            var a = ActorBody.Of(from);
            var b = ActorBody.Of(to);
            var (x, z) = (b.X - a.X, b.Z - a.Z);
            var isJump = (x * x) + (z * z) > JumpMetres * JumpMetres;
            var back = isJump ? 0 : share - 1;
            var turn = (sbyte)(to.Facing - from.Facing);
            var turned = isJump ? 0 : Math.Min(share, 1) - 1;
            return new ShownPose(
                b.X + (x * back), b.Y + ((b.Y - a.Y) * back), b.Z + (z * back), (to.Facing + (turn * turned)) * 360 / 256, to);
        }
    }
}
