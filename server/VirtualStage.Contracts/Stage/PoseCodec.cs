namespace VirtualStage.Contracts.Stage
{
    /// <summary>One pose in a snapshot, new or changed; <see cref="SnapshotCodec"/> describes the bits.</summary>
    internal static class PoseCodec
    {
        private const int StateBits = 8;

        /// <summary>The widths of differences in a move, by class.</summary>
        private static readonly int[] MoveBits = { 5, 7, 10 };

        public static void WriteNew(ref BitWriter writer, in ActorPose pose, ref int previous)
        {
            var follows = pose.Actor == previous + 1;
            writer.Write(!follows);
            if (!follows)
            {
                writer.Write(pose.Actor, 16);
            }

            previous = pose.Actor;
            writer.Write(pose.X, 16);
            writer.Write(pose.Z, 16);
            WriteIf(ref writer, pose.Y != 0, pose.Y, 16);
            writer.Write(pose.Facing, 8);
            writer.Write(State(pose), StateBits);
            WriteIf(ref writer, pose.LookAt != 0, pose.LookAt, 16);
        }

        public static ActorPose ReadNew(ref BitReader reader, ref int previous)
        {
            var id = reader.ReadFlag() ? reader.Read(16) : previous + 1;
            if (id <= previous || id > ushort.MaxValue)
            {
                throw new SnapshotException("its actors are not in order");
            }

            previous = id;
            var pose = new ActorPose { Actor = (ushort)id };
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
            var hasMoved = pose.X != before.X || pose.Z != before.Z;
            var hasNewState = State(pose) != State(before);
            if (!hasMoved && pose.Y == before.Y && pose.Facing == before.Facing && !hasNewState && pose.LookAt == before.LookAt)
            {
                writer.Write(false);
                return;
            }

            writer.Write(0b01, 2);
            writer.Write(hasMoved);
            if (hasMoved)
            {
                WriteMove(ref writer, before, pose);
            }

            WriteIf(ref writer, pose.Y != before.Y, pose.Y, 16);
            WriteIf(ref writer, pose.Facing != before.Facing, pose.Facing, 8);
            WriteIf(ref writer, hasNewState, State(pose), StateBits);
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

        private static void WriteMove(ref BitWriter writer, in ActorPose before, in ActorPose pose)
        {
            var x = pose.X - before.X;
            var z = pose.Z - before.Z;
            for (var width = 0; width < MoveBits.Length; width++)
            {
                var bits = MoveBits[width];
                if (Fits(x, bits) && Fits(z, bits))
                {
                    writer.Write(width, 2);
                    writer.Write(x, bits);
                    writer.Write(z, bits);
                    return;
                }
            }

            writer.Write(MoveBits.Length, 2);
            writer.Write(pose.X, 16);
            writer.Write(pose.Z, 16);
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
            writer.Write(isThere);
            if (isThere)
            {
                writer.Write(value, bits);
            }
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
