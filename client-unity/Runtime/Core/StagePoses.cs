using System.Collections.Generic;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Client
{
    /// <summary>
    /// Everybody on the stage, as snapshots told of them, in whatever order those came. What was received is to be
    /// acknowledged: later snapshots tell changes of it.
    /// </summary>
    public sealed class StagePoses
    {
        private const int Kept = SnapshotWriter.MaxAge + 1;

        private readonly List<ActorTrack> _tracks = new List<ActorTrack>();
        private readonly List<Update> _updates = new List<Update>();

        /// <summary>Tick of the newest snapshot; 0 before the first.</summary>
        public uint NewestTick { get; private set; }

        /// <summary>Which of the 32 ticks before the newest one a snapshot came of: the lowest bit is the tick before.</summary>
        public uint ReceivedBits { get; private set; }

        /// <summary>Those who were heard of lately, sorted by id; those who left are among them for a while.</summary>
        public IReadOnlyList<ActorTrack> Tracks
        {
            get { return _tracks; }
        }

        /// <summary>The newest pose of an actor; null when it is not on the stage.</summary>
        public ActorPose? PoseOf(ushort actor)
        {
            return Find(actor) is ActorTrack track && track.IsOn ? track.Newest : (ActorPose?)null;
        }

        /// <summary>Takes a snapshot in; false when it came before, is too old, or tells changes of poses that are not known.</summary>
        /// <exception cref="SnapshotException">Its data is malformed; nothing of it was taken.</exception>
        public bool Take(StageSnapshot snapshot)
        {
            if (HasCome(snapshot.Tick) || !Read(snapshot))
            {
                return false;
            }

            foreach (var update in _updates)
            {
                var track = Meet(update.Actor);
                if (update.HasLeft)
                {
                    track.Leave(snapshot.Tick);
                }
                else
                {
                    track.Add(snapshot.Tick, snapshot.TimeMs, update.Pose);
                }
            }

            Note(snapshot.Tick);
            _tracks.RemoveAll(track => !track.IsOn && track.LeftTick + Kept < NewestTick);
            return true;
        }

        /// <summary>Forgets all: another stage follows.</summary>
        public void Clear()
        {
            _tracks.Clear();
            NewestTick = 0;
            ReceivedBits = 0;
        }

        private bool HasCome(uint tick)
        {
            if (tick > NewestTick)
            {
                return false;
            }

            var age = NewestTick - tick;
            return age == 0 || age > 32 || (ReceivedBits & (1u << (int)(age - 1))) != 0;
        }

        private void Note(uint tick)
        {
            if (tick > NewestTick)
            {
                var newer = tick - NewestTick;
                var bits = newer < 32 ? ReceivedBits << (int)newer : 0;
                ReceivedBits = NewestTick != 0 && newer <= 32 ? bits | (1u << (int)(newer - 1)) : bits;
                NewestTick = tick;
            }
            else
            {
                ReceivedBits |= 1u << (int)(NewestTick - tick - 1);
            }
        }

        private bool Read(StageSnapshot snapshot)
        {
            _updates.Clear();
            var reader = new SnapshotReader(snapshot.Data);
            var areKnown = true;
            while (reader.Next())
            {
                var pose = default(ActorPose);
                if (reader.Kind == UpdateKind.Full)
                {
                    pose = reader.ReadFull();
                }
                else if (reader.Kind == UpdateKind.Change)
                {
                    var tick = reader.Age == 0 ? snapshot.BaseTick : snapshot.Tick - (uint)reader.Age;
                    var before = new ActorPose { Actor = (ushort)reader.Actor };
                    areKnown &= Find((ushort)reader.Actor) is ActorTrack track && track.TryGet(tick, out before);
                    // What cannot be known is read on, to tell a malformed snapshot from one that came too late.
                    pose = reader.ReadChange(areKnown ? before : new ActorPose { Actor = (ushort)reader.Actor });
                }

                if (_updates.Count == SnapshotCodec.MaxActors * 2)
                {
                    throw new SnapshotException("too many actors");
                }

                _updates.Add(new Update((ushort)reader.Actor, reader.Kind == UpdateKind.Left, pose));
            }

            return areKnown;
        }

        private ActorTrack? Find(ushort actor)
        {
            var place = PlaceOf(actor);
            return place < _tracks.Count && _tracks[place].Actor == actor ? _tracks[place] : null;
        }

        private ActorTrack Meet(ushort actor)
        {
            var place = PlaceOf(actor);
            if (place == _tracks.Count || _tracks[place].Actor != actor)
            {
                _tracks.Insert(place, new ActorTrack(actor));
            }

            return _tracks[place];
        }

        /// <summary>Where an actor is among the tracks, or belongs.</summary>
        private int PlaceOf(ushort actor)
        {
            var (low, high) = (0, _tracks.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (_tracks[middle].Actor < actor)
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle;
                }
            }

            return low;
        }

        private readonly struct Update
        {
            public readonly ushort Actor;
            public readonly bool HasLeft;
            public readonly ActorPose Pose;

            public Update(ushort actor, bool hasLeft, in ActorPose pose)
            {
                Actor = actor;
                HasLeft = hasLeft;
                Pose = pose;
            }
        }
    }
}
