using System;

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

        /// <summary>Writes the lowest bits of a value, 32 at most.</summary>
        public void Write(int value, int bits)
        {
            _pending |= ((uint)value & ((1UL << bits) - 1)) << _pendingBits;
            _pendingBits += bits;
            while (_pendingBits >= 8)
            {
                _target[_length++] = (byte)_pending;
                _pending >>= 8;
                _pendingBits -= 8;
            }
        }

        public void Write(bool value)
        {
            Write(value ? 1 : 0, 1);
        }

        /// <summary>Fills the last byte with zeros and gives the number of bytes.</summary>
        public int Finish()
        {
            if (_pendingBits > 0)
            {
                Write(0, 8 - _pendingBits);
            }

            return _length;
        }
    }
}
