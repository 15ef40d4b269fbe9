using System;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Client
{
    /// <summary>The last snapshots that came, as bases for the next deltas.</summary>
    public sealed class SnapshotHistory
    {
        private const int Kept = 64;

        private readonly Entry[] _entries = new Entry[Kept];
        private readonly ActorPose[] _decoded = new ActorPose[SnapshotCodec.MaxActors];

        /// <summary>Tick of the newest snapshot; 0 before the first.</summary>
        public uint NewestTick { get; private set; }

        /// <summary>Poses of the newest snapshot, sorted by actor.</summary>
        public ReadOnlySpan<ActorPose> Newest
        {
            get { return Find(NewestTick) is Entry entry ? entry.Span : ReadOnlySpan<ActorPose>.Empty; }
        }

        /// <summary>Takes a snapshot in; false when it is old, or its base is not known any more.</summary>
        /// <exception cref="SnapshotException">Its data is malformed.</exception>
        public bool Take(StageSnapshot snapshot)
        {
            if (snapshot.Tick <= NewestTick)
            {
                return false;
            }

            int count;
            if (snapshot.BaseTick == 0)
            {
                count = SnapshotCodec.DecodeKeyframe(snapshot.Data, _decoded);
            }
            else if (Find(snapshot.BaseTick) is Entry basis)
            {
                count = SnapshotCodec.DecodeDelta(snapshot.Data, basis.Span, _decoded);
            }
            else
            {
                return false;
            }

            var entry = _entries[snapshot.Tick % Kept] ??= new Entry();
            entry.Fill(snapshot.Tick, _decoded.AsSpan(0, count));
            NewestTick = snapshot.Tick;
            return true;
        }

        /// <summary>The newest pose of an actor; null when it is not on the stage.</summary>
        public ActorPose? PoseOf(ushort actor)
        {
            foreach (var pose in Newest)
            {
                if (pose.Actor == actor)
                {
                    return pose;
                }
            }

            return null;
        }

        private Entry? Find(uint tick)
        {
            var entry = _entries[tick % Kept];
            return entry != null && entry.Tick == tick && tick != 0 ? entry : null;
        }

        private sealed class Entry
        {
            private readonly ActorPose[] _poses = new ActorPose[SnapshotCodec.MaxActors];
            private int _count;

            public uint Tick { get; private set; }

            public ReadOnlySpan<ActorPose> Span
            {
                get { return _poses.AsSpan(0, _count); }
            }

            public void Fill(uint tick, ReadOnlySpan<ActorPose> poses)
            {
                poses.CopyTo(_poses);
                _count = poses.Length;
                Tick = tick;
            }
        }
    }
}
