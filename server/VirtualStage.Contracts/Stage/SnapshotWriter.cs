using System;

namespace VirtualStage.Contracts.Stage
{
    /// <summary>
    /// Writes a snapshot: the actors that there is news of, by rising id; of the others it says nothing. Bits, lowest
    /// first; nothing is allocated.
    /// <list type="bullet">
    /// <item>Snapshot: 1 and an update for each, then 0.</item>
    /// <item>Update: id, then 0 and a change of the pose at the snapshot's base; or 1 and a kind of 2 bits: 0 and an age
    /// (6 bits: so many ticks before the snapshot's) and a change of the pose at that tick; 1 and a pose; 2 for left.</item>
    /// <item>id: 0 for one more than the id before (at first: 0), 10 and how many more than that (3 bits), 110 and how many
    /// more (6 bits), or 111 and 16 bits.</item>
    /// <item>pose: x (16), z (16), 0 or 1 and y (16), facing (8), state, 0 or 1 and look (16).</item>
    /// <item>change: 0 or 1 and a move; 0 or 1 and y (16); 0 or 1 and facing (8); 0 or 1 and state; 0 or 1 and look (16).</item>
    /// <item>move: a class of 2 bits: 0, 1, 2 for differences of 5, 7 or 10 bits along x and z; 3 for x and z in full.</item>
    /// <item>state: gait (2), emote (5), speaking (1).</item>
    /// </list>
    /// </summary>
    public ref struct SnapshotWriter
    {
        /// <summary>No update is longer, in bits.</summary>
        public const int MaxUpdateBits = 128;

        /// <summary>A change can be coded against a pose that is up to so many ticks older.</summary>
        public const int MaxAge = (1 << AgeBits) - 1;

        internal const int SmallGapBits = 3;
        internal const int GapBits = 6;
        internal const int AgeBits = 6;

        private BitWriter _writer;
        private int _previous;

        public SnapshotWriter(Span<byte> target)
        {
            _writer = new BitWriter(target);
            _previous = -1;
        }

        /// <summary>Bits written so far.</summary>
        public int Bits
        {
            get { return _writer.Bits; }
        }

        /// <summary>Tells a pose whatever the receiver has.</summary>
        public void Full(in ActorPose pose)
        {
            Begin(pose.Actor);
            _writer.Write(1 | ((int)UpdateKind.Full << 1), 3);
            PoseCodec.WriteFull(ref _writer, pose);
        }

        /// <summary>Tells a pose as a change of one that the receiver has.</summary>
        /// <param name="age">How many ticks before the snapshot's that was, MaxAge at most; 0 for the snapshot's base.</param>
        public void Change(in ActorPose before, in ActorPose pose, int age)
        {
            Begin(pose.Actor);
            if (age == 0)
            {
                _writer.Write(false);
            }
            else
            {
                _writer.Write(1 | ((int)UpdateKind.Change << 1) | (age << 3), 3 + AgeBits);
            }

            PoseCodec.WriteChange(ref _writer, before, pose);
        }

        /// <summary>Tells that an actor is not there any more.</summary>
        public void Left(ushort actor)
        {
            Begin(actor);
            _writer.Write(1 | ((int)UpdateKind.Left << 1), 3);
        }

        /// <summary>About how many bits a change takes in a snapshot: its id may take a few more or less.</summary>
        /// <param name="age">As for Change.</param>
        public static int BitsOf(in ActorPose before, in ActorPose pose, int age)
        {
            return PoseCodec.ChangeBits(before, pose) + (age == 0 ? 4 : 6 + SmallGapBits + AgeBits);
        }

        /// <summary>Ends the snapshot and gives its length in bytes.</summary>
        public int Finish()
        {
            _writer.Write(false);
            return _writer.Finish();
        }

        private void Begin(int actor)
        {
            if (actor <= _previous)
            {
                throw new ArgumentException("actors go by rising id");
            }

            var more = actor - _previous - 1;
            _previous = actor;
            if (more == 0)
            {
                _writer.Write(0b01, 2);
            }
            else if (more < 1 << SmallGapBits)
            {
                _writer.Write(0b011 | (more << 3), 3 + SmallGapBits);
            }
            else if (more < 1 << GapBits)
            {
                _writer.Write(0b0111 | (more << 4), 4 + GapBits);
            }
            else
            {
                _writer.Write(0b1111 | (actor << 4), 4 + 16);
            }
        }
    }
}
