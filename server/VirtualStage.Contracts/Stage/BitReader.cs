using System;

namespace VirtualStage.Contracts.Stage
{
    /// <summary>Reads what a <see cref="BitWriter"/> wrote; whatever the bytes are, it never reads beyond them.</summary>
    internal ref struct BitReader
    {
        private readonly ReadOnlySpan<byte> _source;
        private int _position;

        public BitReader(ReadOnlySpan<byte> source)
        {
            _source = source;
            _position = 0;
        }

        /// <summary>Reads a number without sign, 16 bits at most.</summary>
        /// <exception cref="SnapshotException">There are fewer bits left.</exception>
        public int Read(int bits)
        {
            if (bits > (_source.Length * 8) - _position)
            {
                throw new SnapshotException("it ends too early");
            }

            var value = 0;
            for (var read = 0; read < bits;)
            {
                var offset = _position & 7;
                var taken = Math.Min(8 - offset, bits - read);
                value |= ((_source[_position >> 3] >> offset) & ((1 << taken) - 1)) << read;
                read += taken;
                _position += taken;
            }

            return value;
        }

        /// <summary>Reads a number in two's complement, 16 bits at most.</summary>
        public int ReadSigned(int bits)
        {
            return Read(bits) << (32 - bits) >> (32 - bits);
        }

        public bool ReadFlag()
        {
            return Read(1) == 1;
        }

        /// <summary>Sees that nothing follows but the zeros that fill the last byte.</summary>
        public void ExpectEnd()
        {
            var rest = (_source.Length * 8) - _position;
            if (rest >= 8 || Read(rest) != 0)
            {
                throw new SnapshotException("something follows its end");
            }
        }
    }
}
