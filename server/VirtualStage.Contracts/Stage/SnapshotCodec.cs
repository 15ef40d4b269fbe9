using System;

namespace VirtualStage.Contracts.Stage
{
    /// <summary>
    /// Whole snapshots for streams that lose nothing: a keyframe stands alone, a delta tells what differs from the
    /// snapshot before. Poses are sorted by actor id, each id once. <see cref="SnapshotWriter"/> describes the bits.
    /// </summary>
    public static class SnapshotCodec
    {
        /// <summary>There are no more actors than this on a stage.</summary>
        public const int MaxActors = 250;

        /// <summary>No snapshot is longer, in bytes: everybody left and as many joined.</summary>
        public const int MaxBytes = (((MaxActors * 2 * SnapshotWriter.MaxUpdateBits) + 1) / 8) + 1;

        /// <summary>Codes a snapshot that needs no base.</summary>
        /// <param name="poses">Sorted by actor, MaxActors at most.</param>
        /// <param name="target">At least MaxBytes long.</param>
        /// <returns>The number of bytes written.</returns>
        public static int EncodeKeyframe(ReadOnlySpan<ActorPose> poses, Span<byte> target)
        {
            return EncodeDelta(ReadOnlySpan<ActorPose>.Empty, poses, target);
        }

        /// <summary>Codes a snapshot against the one before.</summary>
        /// <param name="basis">The one before, sorted by actor, MaxActors at most.</param>
        /// <param name="poses">Sorted by actor, MaxActors at most.</param>
        /// <param name="target">At least MaxBytes long.</param>
        /// <returns>The number of bytes written.</returns>
        public static int EncodeDelta(ReadOnlySpan<ActorPose> basis, ReadOnlySpan<ActorPose> poses, Span<byte> target)
        {
            Check(basis, nameof(basis));
            Check(poses, nameof(poses));
            CheckTarget(target.Length, MaxBytes);
            var writer = new SnapshotWriter(target);
            var known = 0;
            foreach (ref readonly var pose in poses)
            {
                WriteLeft(ref writer, basis, ref known, pose.Actor);
                if (known == basis.Length || basis[known].Actor != pose.Actor)
                {
                    writer.Full(pose);
                }
                else
                {
                    ref readonly var before = ref basis[known++];
                    if (!pose.Equals(before))
                    {
                        writer.Change(before, pose, 0);
                    }
                }
            }

            WriteLeft(ref writer, basis, ref known, ushort.MaxValue + 1);
            return writer.Finish();
        }

        /// <summary>Decodes a keyframe.</summary>
        /// <param name="data">What came over the wire.</param>
        /// <param name="target">At least MaxActors long; undefined when this throws.</param>
        /// <returns>The number of poses.</returns>
        /// <exception cref="SnapshotException">The bytes are no keyframe.</exception>
        public static int DecodeKeyframe(ReadOnlySpan<byte> data, Span<ActorPose> target)
        {
            return DecodeDelta(data, ReadOnlySpan<ActorPose>.Empty, target);
        }

        /// <summary>Decodes a delta.</summary>
        /// <param name="data">What came over the wire.</param>
        /// <param name="basis">The snapshot that it was coded against.</param>
        /// <param name="target">At least MaxActors long, not the base's memory; undefined when this throws.</param>
        /// <returns>The number of poses.</returns>
        /// <exception cref="SnapshotException">The bytes are no delta against this base.</exception>
        public static int DecodeDelta(ReadOnlySpan<byte> data, ReadOnlySpan<ActorPose> basis, Span<ActorPose> target)
        {
            Check(basis, nameof(basis));
            CheckTarget(target.Length, MaxActors);
            var reader = new SnapshotReader(data);
            var known = 0;
            var count = 0;
            while (reader.Next())
            {
                Keep(basis, ref known, reader.Actor, target, ref count);
                var isKnown = known < basis.Length && basis[known].Actor == reader.Actor;
                if (reader.Kind == UpdateKind.Full)
                {
                    Add(reader.ReadFull(), target, ref count);
                }
                else if (!isKnown || reader.Age != 0)
                {
                    throw new SnapshotException("it tells of somebody who is not there");
                }
                else if (reader.Kind == UpdateKind.Change)
                {
                    Add(reader.ReadChange(basis[known]), target, ref count);
                }

                known += isKnown ? 1 : 0;
            }

            Keep(basis, ref known, ushort.MaxValue + 1, target, ref count);
            return count;
        }

        private static void WriteLeft(ref SnapshotWriter writer, ReadOnlySpan<ActorPose> basis, ref int known, int actor)
        {
            for (; known < basis.Length && basis[known].Actor < actor; known++)
            {
                writer.Left(basis[known].Actor);
            }
        }

        private static void Keep(ReadOnlySpan<ActorPose> basis, ref int known, int actor, Span<ActorPose> target, ref int count)
        {
            for (; known < basis.Length && basis[known].Actor < actor; known++)
            {
                Add(basis[known], target, ref count);
            }
        }

        private static void Add(in ActorPose pose, Span<ActorPose> target, ref int count)
        {
            if (count == MaxActors)
            {
                throw new SnapshotException("too many actors");
            }

            target[count++] = pose;
        }

        private static void Check(ReadOnlySpan<ActorPose> poses, string name)
        {
            if (poses.Length > MaxActors)
            {
                throw new ArgumentException("a snapshot holds " + MaxActors + " actors at most", name);
            }
        }

        private static void CheckTarget(int length, int needed)
        {
            if (length < needed)
            {
                throw new ArgumentException("the target holds " + length + ", " + needed + " are needed");
            }
        }
    }
}
