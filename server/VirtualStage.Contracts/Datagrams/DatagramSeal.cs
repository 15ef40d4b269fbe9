using System;
using System.Buffers.Binary;

namespace VirtualStage.Contracts.Datagrams
{
    /// <summary>
    /// Seals and opens the datagrams of one connection on one of its ends. A sealed datagram is: the first byte of what it
    /// was (the kind of packet), as it was and authenticated; the rest, encrypted; a counter of 4 bytes, little-endian, from
    /// 1 on; the tag of 16 bytes. The nonce is the direction's mask with the counter laid over its last 4 bytes. No counter
    /// is used twice: when they are used up nothing is sealed any more, and the client comes back with a new session. One
    /// thread at a time; nothing is allocated.
    /// </summary>
    public sealed class DatagramSeal : IDisposable
    {
        /// <summary>Bytes of a nonce.</summary>
        public const int NonceLength = 12;

        /// <summary>Bytes of a tag.</summary>
        public const int TagLength = 16;

        /// <summary>By how many bytes a datagram grows.</summary>
        public const int Overhead = CounterLength + TagLength;

        private const int CounterLength = 4;
        private const int HeaderLength = 1;

        private readonly IDatagramCipher _sending;
        private readonly IDatagramCipher _receiving;
        private readonly byte[] _sendingMask;
        private readonly byte[] _receivingMask;
        private readonly byte[] _nonce = new byte[NonceLength];
        private readonly ReplayWindow _came = new ReplayWindow();
        private uint _sent;

        private DatagramSeal(byte[] sending, byte[] receiving, Func<byte[], IDatagramCipher> cipher)
        {
            _sending = cipher(sending.AsSpan(0, DatagramKeys.KeyLength).ToArray());
            _receiving = cipher(receiving.AsSpan(0, DatagramKeys.KeyLength).ToArray());
            _sendingMask = sending.AsSpan(DatagramKeys.KeyLength).ToArray();
            _receivingMask = receiving.AsSpan(DatagramKeys.KeyLength).ToArray();
        }

        /// <summary>Datagrams that came a second time, or too late to know.</summary>
        public long Repeated { get; private set; }

        /// <summary>Datagrams that the other end did not make.</summary>
        public long Forged { get; private set; }

        /// <summary>The actor's end.</summary>
        /// <param name="cipher">Makes the cipher of a key.</param>
        public static DatagramSeal OfActor(DatagramKeys keys, Func<byte[], IDatagramCipher> cipher)
        {
            return new DatagramSeal(keys.ToStage, keys.ToActor, cipher);
        }

        /// <summary>The stage's end.</summary>
        /// <param name="cipher">Makes the cipher of a key.</param>
        public static DatagramSeal OfStage(DatagramKeys keys, Func<byte[], IDatagramCipher> cipher)
        {
            return new DatagramSeal(keys.ToActor, keys.ToStage, cipher);
        }

        /// <summary>Seals in place; false when that is not possible: it is empty, there is no room, or the counters are used up.</summary>
        /// <param name="length">The datagram's length, before and after.</param>
        public bool TrySeal(byte[] data, int offset, ref int length)
        {
            if (length < HeaderLength || data.Length - offset - length < Overhead || _sent == uint.MaxValue)
            {
                return false;
            }

            _sent++;
            var datagram = data.AsSpan(offset, length + Overhead);
            BinaryPrimitives.WriteUInt32LittleEndian(datagram.Slice(length), _sent);
            _sending.Seal(
                Nonce(_sendingMask, _sent),
                datagram.Slice(0, HeaderLength),
                datagram.Slice(HeaderLength, length - HeaderLength),
                datagram.Slice(length + CounterLength));
            length += Overhead;
            return true;
        }

        /// <summary>Opens in place, from the array's beginning; false, and whatever in the data, for what is not to be taken.</summary>
        /// <param name="length">The datagram's length, before and after.</param>
        public bool TryOpen(byte[] data, ref int length)
        {
            var inner = length - Overhead;
            if (inner < HeaderLength || length > data.Length)
            {
                Forged++;
                return false;
            }

            var datagram = data.AsSpan(0, length);
            var counter = BinaryPrimitives.ReadUInt32LittleEndian(datagram.Slice(inner));
            if (!_came.IsNew(counter))
            {
                Repeated++;
                return false;
            }

            if (!_receiving.TryOpen(
                Nonce(_receivingMask, counter),
                datagram.Slice(0, HeaderLength),
                datagram.Slice(HeaderLength, inner - HeaderLength),
                datagram.Slice(inner + CounterLength)))
            {
                Forged++;
                return false;
            }

            _came.Mark(counter);
            length = inner;
            return true;
        }

        /// <inheritdoc />
        public void Dispose()
        {
            _sending.Dispose();
            _receiving.Dispose();
        }

        private ReadOnlySpan<byte> Nonce(byte[] mask, uint counter)
        {
            mask.CopyTo(_nonce, 0);
            var end = _nonce.AsSpan(NonceLength - CounterLength);
            BinaryPrimitives.WriteUInt32LittleEndian(end, BinaryPrimitives.ReadUInt32LittleEndian(end) ^ counter);
            return _nonce;
        }
    }
}
