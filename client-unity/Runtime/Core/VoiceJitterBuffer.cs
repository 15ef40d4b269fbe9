namespace VirtualStage.Client
{
    /// <summary>What comes out of a jitter buffer for 20 ms.</summary>
    public enum VoicePiece
    {
        /// <summary>Nobody speaks.</summary>
        Silence = 0,

        /// <summary>A packet to decode.</summary>
        Packet = 1,

        /// <summary>A packet is missing: the codec glosses over it.</summary>
        Lost = 2,
    }

    /// <summary>
    /// Frames of one speaker, put back into order: what comes unevenly goes out every 20 ms. At the beginning of each phrase a
    /// few frames are waited for, so that those that follow may come late.
    /// </summary>
    public sealed class VoiceJitterBuffer
    {
        /// <summary>More frames than this do not wait: what is that old is given up.</summary>
        public const int Capacity = 64;

        /// <summary>So many missing frames are glossed over when nothing comes any more; then it is silent.</summary>
        private const int MostGlossed = 3;

        private readonly byte[]?[] _packets = new byte[]?[Capacity];
        private readonly int _depth;
        private uint _next;
        private uint _newest;
        private int _count;
        private int _missing;
        private bool _isPlaying;
        private uint _floor;
        private bool _hasFloor;

        /// <param name="depth">Frames that are waited for at the beginning of a phrase.</param>
        public VoiceJitterBuffer(int depth = 3)
        {
            _depth = depth;
        }

        /// <summary>Frames that wait.</summary>
        public int Count
        {
            get { return _count; }
        }

        /// <summary>Takes a frame in; false when it is too late, or was here before.</summary>
        public bool Put(uint sequence, byte[] packet)
        {
            var above = (int)(sequence - _floor);
            if (_hasFloor && above < 0 && above > -Capacity)
            {
                // What came after it was heard already, in this phrase or the one before.
                return false;
            }

            if (_count == 0 && !_isPlaying)
            {
                (_next, _newest) = (sequence, sequence);
            }

            var ahead = (int)(sequence - _next);
            if (ahead >= Capacity || ahead <= -Capacity)
            {
                // Another phrase, or the speaker came in again and counts anew.
                Clear();
                (_next, _newest, ahead) = (sequence, sequence, 0);
            }

            if (ahead < 0)
            {
                if (_isPlaying || (int)(_newest - sequence) >= Capacity)
                {
                    return false;
                }

                _next = sequence;
            }

            ref var slot = ref _packets[sequence % Capacity];
            if (slot != null)
            {
                return false;
            }

            slot = packet;
            _count++;
            _newest = (int)(sequence - _newest) > 0 ? sequence : _newest;
            return true;
        }

        /// <summary>Gives what is to be heard in the next 20 ms.</summary>
        /// <param name="packet">The packet, where there is one.</param>
        public VoicePiece Take(out byte[]? packet)
        {
            packet = null;
            if (!_isPlaying)
            {
                if (_count == 0 || (_newest - _next + 1 < _depth && ++_missing < _depth))
                {
                    return VoicePiece.Silence;
                }

                _isPlaying = true;
                _missing = 0;
            }

            ref var slot = ref _packets[_next % Capacity];
            packet = slot;
            slot = null;
            _next++;
            if (packet != null)
            {
                _count--;
                _missing = 0;
                (_floor, _hasFloor) = (_next, true);
                return VoicePiece.Packet;
            }

            if (_count == 0 && ++_missing > MostGlossed)
            {
                Clear();
                return VoicePiece.Silence;
            }

            return VoicePiece.Lost;
        }

        private void Clear()
        {
            System.Array.Clear(_packets, 0, Capacity);
            (_count, _missing, _isPlaying) = (0, 0, false);
        }
    }
}
