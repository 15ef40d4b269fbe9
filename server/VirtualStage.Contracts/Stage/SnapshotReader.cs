using System;

namespace VirtualStage.Contracts.Stage
{
    /// <summary>Reads what a <see cref="SnapshotWriter"/> wrote, update by update; whatever the bytes are, it throws nothing but SnapshotException.</summary>
    public ref struct SnapshotReader
    {
        private BitReader _reader;

        public SnapshotReader(ReadOnlySpan<byte> data)
        {
            _reader = new BitReader(data);
            Actor = -1;
            Kind = UpdateKind.Left;
            Age = 0;
        }

        /// <summary>Whom the update is about.</summary>
        public int Actor { get; private set; }

        public UpdateKind Kind { get; private set; }

        /// <summary>How many ticks before the snapshot's the pose was that a change is of; 0 for the snapshot's base.</summary>
        public int Age { get; private set; }

        /// <summary>Goes to the next update, when the one before was read; false after the last.</summary>
        /// <exception cref="SnapshotException">The bytes are no snapshot.</exception>
        public bool Next()
        {
            if (!_reader.ReadFlag())
            {
                _reader.ExpectEnd();
                return false;
            }

            var actor = !_reader.ReadFlag() ? Actor + 1
                : !_reader.ReadFlag() ? Actor + 1 + _reader.Read(SnapshotWriter.SmallGapBits)
                : !_reader.ReadFlag() ? Actor + 1 + _reader.Read(SnapshotWriter.GapBits)
                : _reader.Read(16);
            if (actor <= Actor || actor > ushort.MaxValue)
            {
                throw new SnapshotException("its actors are not in order");
            }

            Actor = actor;
            Age = 0;
            Kind = UpdateKind.Change;
            if (_reader.ReadFlag())
            {
                var kind = _reader.Read(2);
                if (kind > (int)UpdateKind.Left)
                {
                    throw new SnapshotException("an unknown kind of update");
                }

                Kind = (UpdateKind)kind;
                Age = Kind == UpdateKind.Change ? _reader.Read(SnapshotWriter.AgeBits) : 0;
            }

            return true;
        }

        /// <summary>The pose of a full update.</summary>
        /// <exception cref="SnapshotException">The bytes are no pose.</exception>
        public ActorPose ReadFull()
        {
            return PoseCodec.ReadFull(ref _reader, Actor);
        }

        /// <summary>The pose that a change makes of another.</summary>
        /// <exception cref="SnapshotException">The bytes are no change, or lead out of the world.</exception>
        public ActorPose ReadChange(in ActorPose before)
        {
            return PoseCodec.ReadChange(ref _reader, before);
        }
    }
}
