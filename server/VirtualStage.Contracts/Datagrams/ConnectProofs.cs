using System;
using System.Security.Cryptography;

namespace VirtualStage.Contracts.Datagrams
{
    /// <summary>
    /// The end of a connect request, which alone goes in clear: version, the session's id, a nonce, and a proof over the
    /// whole datagram before it, made with a key that follows from the session's. Who hears it learns nothing of use: the
    /// key never goes over the wire, and an altered request does not hold.
    /// </summary>
    public static class ConnectProofs
    {
        /// <summary>The form of the request that this code makes.</summary>
        public const byte Version = 2;

        /// <summary>Bytes of a session's id.</summary>
        public const int SessionIdLength = 16;

        /// <summary>Bytes of a nonce.</summary>
        public const int NonceLength = 16;

        /// <summary>Bytes of a proof: HMAC-SHA256, the first half of it.</summary>
        public const int ProofLength = 16;

        /// <summary>Bytes of what a client gives as data of its request; the proof comes behind it.</summary>
        public const int PayloadLength = 1 + SessionIdLength + NonceLength;

        /// <summary>No connect request is longer.</summary>
        public const int MaxLength = 256;

        private const int KindMask = 0x1f;
        private const int HashLength = 32;

        /// <summary>LiteNetLib's number of a connect request, in the low five bits of a datagram's first byte.</summary>
        private const int ConnectRequest = 6;

        /// <summary>True when a datagram is a connect request by its first byte.</summary>
        public static bool IsConnectRequest(byte first)
        {
            return (first & KindMask) == ConnectRequest;
        }

        /// <summary>A new nonce.</summary>
        public static byte[] NewNonce()
        {
            var nonce = new byte[NonceLength];
            using (var random = RandomNumberGenerator.Create())
            {
                random.GetBytes(nonce);
            }

            return nonce;
        }

        /// <summary>What a client gives as data of its request.</summary>
        public static byte[] Payload(byte[] sessionId, byte[] nonce)
        {
            var payload = new byte[PayloadLength];
            payload[0] = Version;
            sessionId.CopyTo(payload, 1);
            nonce.CopyTo(payload, 1 + SessionIdLength);
            return payload;
        }

        /// <summary>Puts the proof behind a request that ends with a payload; false when there is no room for it.</summary>
        public static bool TrySign(byte[] data, int offset, ref int length, byte[] proofKey)
        {
            if (data.Length - offset - length < ProofLength)
            {
                return false;
            }

            Prove(data.AsSpan(offset, length), proofKey, data.AsSpan(offset + length, ProofLength));
            length += ProofLength;
            return true;
        }

        /// <summary>True when a datagram has the form of a request; the other methods ask for that.</summary>
        public static bool HasForm(ReadOnlySpan<byte> datagram)
        {
            return datagram.Length > PayloadLength + ProofLength
                && datagram.Length <= MaxLength
                && IsConnectRequest(datagram[0])
                && datagram[datagram.Length - ProofLength - PayloadLength] == Version;
        }

        /// <summary>The session's id that a request names.</summary>
        public static ReadOnlySpan<byte> SessionIdOf(ReadOnlySpan<byte> datagram)
        {
            return datagram.Slice(datagram.Length - ProofLength - NonceLength - SessionIdLength, SessionIdLength);
        }

        /// <summary>The nonce of a request.</summary>
        public static ReadOnlySpan<byte> NonceOf(ReadOnlySpan<byte> datagram)
        {
            return datagram.Slice(datagram.Length - ProofLength - NonceLength, NonceLength);
        }

        /// <summary>True when the proof was made with this key, over this request. Takes the same time for every wrong one.</summary>
        public static bool Holds(ReadOnlySpan<byte> datagram, byte[] proofKey)
        {
            Span<byte> proof = stackalloc byte[ProofLength];
            Prove(datagram.Slice(0, datagram.Length - ProofLength), proofKey, proof);
            return CryptographicOperations.FixedTimeEquals(proof, datagram.Slice(datagram.Length - ProofLength));
        }

        private static void Prove(ReadOnlySpan<byte> request, byte[] proofKey, Span<byte> proof)
        {
            Span<byte> hash = stackalloc byte[HashLength];
            using (var hmac = new HMACSHA256(proofKey))
            {
                hmac.TryComputeHash(request, hash, out _);
            }

            hash.Slice(0, ProofLength).CopyTo(proof);
        }
    }
}
