using System;
using System.Buffers.Binary;

namespace VirtualStage.Contracts.Stage
{
    /// <summary>Packs values into bytes, lowest bit first.</summary>
    internal ref struct BitWriter
    {
        private readonly Span<byte> _target;
        private ulong _pending;
        private int _pendingBits;
        private int _length;

        public BitWriter(Span<byte> target)
        {
            _target = target;
            _pending = 0;
            _pendingBits = 0;
            _length = 0;
        }

        /// <summary>Bits written so far.</summary>
        public readonly int Bits
        {
            get { return (_length * 8) + _pendingBits; }
        }

        /// <summary>Writes the lowest bits of a value, 32 at most.</summary>
        public void Write(int value, int bits)
        {
            _pending |= ((uint)value & ((1UL << bits) - 1)) << _pendingBits;
            _pendingBits += bits;
            if (_pendingBits >= 32)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(_target.Slice(_length), (uint)_pending);
                _length += 4;
                _pending >>= 32;
                _pendingBits -= 32;
            }
        }

        public void Write(bool value)
        {
            Write(value ? 1 : 0, 1);
        }

        /// <summary>Fills the last byte with zeros and gives the number of bytes.</summary>
        public int Finish()
        {
            for (; _pendingBits > 0; _pendingBits -= 8)
            {
                _target[_length++] = (byte)_pending;
                _pending >>= 8;
            }

            _pendingBits = 0;
            return _length;
        }
    }
}
