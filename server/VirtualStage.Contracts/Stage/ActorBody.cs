using System;

namespace VirtualStage.Contracts.Stage
{
    /// <summary>An actor as movement knows it: finer than a pose, which is what others are shown. Metres.</summary>
    public struct ActorBody
    {
        public double X;
        public double Y;
        public double Z;

        /// <summary>In 1/256 of a turn, as in a pose.</summary>
        public byte Facing;

        public Gait Gait;

        /// <summary>The body that a pose shows.</summary>
        public static ActorBody Of(in ActorPose pose)
        {
            return new ActorBody
            {
                X = pose.X / (double)ActorPose.UnitsPerMetre,
                Y = pose.Y / (double)ActorPose.UnitsPerMetre,
                Z = pose.Z / (double)ActorPose.UnitsPerMetre,
                Facing = pose.Facing,
                Gait = pose.Gait,
            };
        }

        /// <summary>Puts place, facing and gait into a pose and leaves the rest of it.</summary>
        public void Show(ref ActorPose pose)
        {
            pose.X = Quantise(X);
            pose.Y = Quantise(Y);
            pose.Z = Quantise(Z);
            pose.Facing = Facing;
            pose.Gait = Gait;
        }

        /// <summary>The nearest unit; halves go up, as JavaScript's Math.round has it.</summary>
        public static short Quantise(double metres)
        {
            var units = Math.Floor((metres * ActorPose.UnitsPerMetre) + 0.5);
            return (short)Math.Max(short.MinValue, Math.Min(short.MaxValue, units));
        }

        /// <summary>Degrees (0 faces the audience, 90 stage left) as 1/256 of a turn.</summary>
        public static byte FacingOf(double degrees)
        {
            return (byte)((int)Math.Floor((degrees % 360 / 360 * 256) + 0.5) & 255);
        }
    }
}
