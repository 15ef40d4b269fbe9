using System;

namespace VirtualStage.Contracts.Stage
{
    /// <summary>
    /// Snapshots as bits, lowest bit first: a keyframe stands alone, a delta is coded against a base that the receiver
    /// has. Poses are sorted by actor id, each id once. Nothing is allocated.
    /// <list type="bullet">
    /// <item>Keyframe: 0, count (8 bits), then each pose as <c>id, pose</c>.</item>
    /// <item>Delta: 1, then for each pose of the base 0 (unchanged), 10 and a change, or 11 (left); then 1 and
    /// <c>id, pose</c> for each that joined; then 0.</item>
    /// <item>id: 0 for one more than the id written before (at first: 0), or 1 and 16 bits.</item>
    /// <item>pose: x (16), z (16), 0 or 1 and y (16), facing (8), state, 0 or 1 and look (16).</item>
    /// <item>change: 0 or 1 and a move; 0 or 1 and y (16); 0 or 1 and facing (8); 0 or 1 and state; 0 or 1 and look (16).</item>
    /// <item>move: a class of 2 bits: 0, 1, 2 for differences of 5, 7 or 10 bits along x and z; 3 for x and z in full.</item>
    /// <item>state: gait (2), emote (5), speaking (1).</item>
    /// </list>
    /// </summary>
    public static class SnapshotCodec
    {
        /// <summary>A snapshot holds no more actors than this, so that the longest one fits a datagram of 900 bytes.</summary>
        public const int MaxActors = 70;

        /// <summary>No snapshot is longer, in bytes: everybody left and as many joined.</summary>
        public const int MaxBytes = (((MaxActors * 2) + (MaxActors * (1 + 17 + 49 + 16 + 17)) + 2) / 8) + 1;

        /// <summary>Codes a snapshot that needs no base.</summary>
        /// <param name="poses">Sorted by actor, MaxActors at most.</param>
        /// <param name="target">At least MaxBytes long.</param>
        /// <returns>The number of bytes written.</returns>
        public static int EncodeKeyframe(ReadOnlySpan<ActorPose> poses, Span<byte> target)
        {
            Check(poses, nameof(poses));
            CheckTarget(target.Length, MaxBytes);
            var writer = new BitWriter(target);
            writer.Write(false);
            writer.Write(poses.Length, 8);
            var previous = -1;
            foreach (ref readonly var pose in poses)
            {
                PoseCodec.WriteNew(ref writer, pose, ref previous);
            }

            return writer.Finish();
        }

        /// <summary>Codes a snapshot against a base.</summary>
        /// <param name="basis">The base, sorted by actor, MaxActors at most.</param>
        /// <param name="poses">Sorted by actor, MaxActors at most.</param>
        /// <param name="target">At least MaxBytes long.</param>
        /// <returns>The number of bytes written.</returns>
        public static int EncodeDelta(ReadOnlySpan<ActorPose> basis, ReadOnlySpan<ActorPose> poses, Span<byte> target)
        {
            Check(basis, nameof(basis));
            Check(poses, nameof(poses));
            CheckTarget(target.Length, MaxBytes);
            var writer = new BitWriter(target);
            writer.Write(true);
            var next = 0;
            foreach (ref readonly var before in basis)
            {
                next = Find(poses, next, before.Actor);
                if (next < poses.Length && poses[next].Actor == before.Actor)
                {
                    PoseCodec.WriteChange(ref writer, before, poses[next]);
                }
                else
                {
                    writer.Write(0b11, 2);
                }
            }

            WriteJoined(ref writer, basis, poses);
            return writer.Finish();
        }

        /// <summary>Decodes a keyframe.</summary>
        /// <param name="data">What came over the wire.</param>
        /// <param name="target">At least MaxActors long; undefined when this throws.</param>
        /// <returns>The number of poses.</returns>
        /// <exception cref="SnapshotException">The bytes are no keyframe.</exception>
        public static int DecodeKeyframe(ReadOnlySpan<byte> data, Span<ActorPose> target)
        {
            CheckTarget(target.Length, MaxActors);
            var reader = new BitReader(data);
            if (reader.ReadFlag())
            {
                throw new SnapshotException("it is a delta and there is no base");
            }

            var count = reader.Read(8);
            if (count > MaxActors)
            {
                throw new SnapshotException("too many actors");
            }

            var previous = -1;
            for (var i = 0; i < count; i++)
            {
                target[i] = PoseCodec.ReadNew(ref reader, ref previous);
            }

            reader.ExpectEnd();
            return count;
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
            var reader = new BitReader(data);
            if (!reader.ReadFlag())
            {
                throw new SnapshotException("it is a keyframe where a delta was expected");
            }

            var count = 0;
            foreach (ref readonly var before in basis)
            {
                if (!reader.ReadFlag())
                {
                    target[count++] = before;
                }
                else if (!reader.ReadFlag())
                {
                    target[count++] = PoseCodec.ReadChange(ref reader, before);
                }
            }

            for (var previous = -1; reader.ReadFlag(); count++)
            {
                Insert(PoseCodec.ReadNew(ref reader, ref previous), target, count);
            }

            reader.ExpectEnd();
            return count;
        }

        private static void WriteJoined(ref BitWriter writer, ReadOnlySpan<ActorPose> basis, ReadOnlySpan<ActorPose> poses)
        {
            var known = 0;
            var previous = -1;
            foreach (ref readonly var pose in poses)
            {
                known = Find(basis, known, pose.Actor);
                if (known == basis.Length || basis[known].Actor != pose.Actor)
                {
                    writer.Write(true);
                    PoseCodec.WriteNew(ref writer, pose, ref previous);
                }
            }

            writer.Write(false);
        }

        private static void Insert(in ActorPose pose, Span<ActorPose> target, int count)
        {
            if (count == MaxActors)
            {
                throw new SnapshotException("too many actors");
            }

            var place = Find(target.Slice(0, count), 0, pose.Actor);
            if (place < count && target[place].Actor == pose.Actor)
            {
                throw new SnapshotException("an actor joined who is there");
            }

            target.Slice(place, count - place).CopyTo(target.Slice(place + 1));
            target[place] = pose;
        }

        /// <summary>The first place from a start on whose actor is not below an id.</summary>
        private static int Find(ReadOnlySpan<ActorPose> poses, int start, int actor)
        {
            while (start < poses.Length && poses[start].Actor < actor)
            {
                start++;
            }

            return start;
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
