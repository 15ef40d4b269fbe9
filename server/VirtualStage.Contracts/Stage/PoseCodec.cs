namespace VirtualStage.Contracts.Stage
{
    /// <summary>One pose in a snapshot, in full or as a change; <see cref="SnapshotWriter"/> describes the bits.</summary>
    internal static class PoseCodec
    {
        private const int StateBits = 8;

        /// <summary>The widths of differences in a move, by class.</summary>
        private static readonly int[] MoveBits = { 5, 7, 10 };

        public static void WriteFull(ref BitWriter writer, in ActorPose pose)
        {
            writer.Write(pose.X, 16);
            writer.Write(pose.Z, 16);
            WriteIf(ref writer, pose.Y != 0, pose.Y, 16);
            writer.Write(pose.Facing, 8);
            writer.Write(State(pose), StateBits);
            WriteIf(ref writer, pose.LookAt != 0, pose.LookAt, 16);
        }

        public static ActorPose ReadFull(ref BitReader reader, int actor)
        {
            var pose = new ActorPose { Actor = (ushort)actor };
            pose.X = (short)reader.ReadSigned(16);
            pose.Z = (short)reader.ReadSigned(16);
            pose.Y = reader.ReadFlag() ? (short)reader.ReadSigned(16) : (short)0;
            pose.Facing = (byte)reader.Read(8);
            ReadState(ref reader, ref pose);
            pose.LookAt = reader.ReadFlag() ? (ushort)reader.Read(16) : (ushort)0;
            return pose;
        }

        public static void WriteChange(ref BitWriter writer, in ActorPose before, in ActorPose pose)
        {
            if (pose.X != before.X || pose.Z != before.Z)
            {
                WriteMove(ref writer, before, pose);
            }
            else
            {
                writer.Write(false);
            }

            WriteIf(ref writer, pose.Y != before.Y, pose.Y, 16);
            WriteIf(ref writer, pose.Facing != before.Facing, pose.Facing, 8);
            WriteIf(ref writer, State(pose) != State(before), State(pose), StateBits);
            WriteIf(ref writer, pose.LookAt != before.LookAt, pose.LookAt, 16);
        }

        public static ActorPose ReadChange(ref BitReader reader, ActorPose pose)
        {
            if (reader.ReadFlag())
            {
                ReadMove(ref reader, ref pose);
            }

            if (reader.ReadFlag())
            {
                pose.Y = (short)reader.ReadSigned(16);
            }

            if (reader.ReadFlag())
            {
                pose.Facing = (byte)reader.Read(8);
            }

            if (reader.ReadFlag())
            {
                ReadState(ref reader, ref pose);
            }

            if (reader.ReadFlag())
            {
                pose.LookAt = (ushort)reader.Read(16);
            }

            return pose;
        }

        /// <summary>How many bits a change takes.</summary>
        public static int ChangeBits(in ActorPose before, in ActorPose pose)
        {
            var bits = 5;
            if (pose.X != before.X || pose.Z != before.Z)
            {
                var width = ClassOf(pose.X - before.X, pose.Z - before.Z);
                bits += 2 + (2 * (width < MoveBits.Length ? MoveBits[width] : 16));
            }

            return bits + (pose.Y != before.Y ? 16 : 0) + (pose.Facing != before.Facing ? 8 : 0) + (State(pose) != State(before) ? StateBits : 0)
                + (pose.LookAt != before.LookAt ? 16 : 0);
        }

        /// <summary>The first class of widths that differences fit; one beyond the last for none.</summary>
        private static int ClassOf(int x, int z)
        {
            var width = 0;
            while (width < MoveBits.Length && !(Fits(x, MoveBits[width]) && Fits(z, MoveBits[width])))
            {
                width++;
            }

            return width;
        }

        private static void WriteMove(ref BitWriter writer, in ActorPose before, in ActorPose pose)
        {
            var (x, z) = (pose.X - before.X, pose.Z - before.Z);
            var width = ClassOf(x, z);
            if (width == MoveBits.Length)
            {
                writer.Write(1 | (width << 1), 3);
                writer.Write((ushort)pose.X | (pose.Z << 16), 32);
                return;
            }

            var bits = MoveBits[width];
            var mask = (1 << bits) - 1;
            writer.Write(1 | (width << 1) | ((x & mask) << 3) | ((z & mask) << (3 + bits)), 3 + (2 * bits));
        }

        private static void ReadMove(ref BitReader reader, ref ActorPose pose)
        {
            var width = reader.Read(2);
            var inFull = width == MoveBits.Length;
            var bits = inFull ? 16 : MoveBits[width];
            var x = (inFull ? 0 : pose.X) + reader.ReadSigned(bits);
            var z = (inFull ? 0 : pose.Z) + reader.ReadSigned(bits);
            if (x != (short)x || z != (short)z)
            {
                throw new SnapshotException("an actor is out of the world");
            }

            pose.X = (short)x;
            pose.Z = (short)z;
        }

        private static void WriteIf(ref BitWriter writer, bool isThere, int value, int bits)
        {
            writer.Write(isThere ? 1 | (value << 1) : 0, isThere ? 1 + bits : 1);
        }

        private static int State(in ActorPose pose)
        {
            return (int)pose.Gait | ((int)pose.Emote << 2) | (pose.Speaking ? 1 << 7 : 0);
        }

        private static void ReadState(ref BitReader reader, ref ActorPose pose)
        {
            pose.Gait = (Gait)reader.Read(2);
            pose.Emote = (Emote)reader.Read(5);
            pose.Speaking = reader.ReadFlag();
            if (pose.Gait > Gait.Run || pose.Emote > Emote.Hit)
            {
                throw new SnapshotException("an unknown gait or emote");
            }
        }

        private static bool Fits(int value, int bits)
        {
            return value >= -(1 << (bits - 1)) && value < 1 << (bits - 1);
        }
    }
}
