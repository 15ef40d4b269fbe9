using System;
using System.Security.Cryptography;

namespace VirtualStage.Contracts.Datagrams
{
    /// <summary>AES-256-GCM by .NET.</summary>
    public sealed class AesGcmCipher : IDatagramCipher
    {
        private readonly AesGcm _aes;

        /// <param name="key">32 bytes.</param>
        public AesGcmCipher(byte[] key)
        {
#if NET8_0_OR_GREATER
            _aes = new AesGcm(key, DatagramSeal.TagLength);
#else
            _aes = new AesGcm(key);
#endif
        }

        /// <summary>Makes one; what is taken where an application gives no other.</summary>
        public static IDatagramCipher Create(byte[] key)
        {
            return new AesGcmCipher(key);
        }

        /// <inheritdoc />
        public void Seal(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associated, Span<byte> data, Span<byte> tag)
        {
            _aes.Encrypt(nonce, data, data, tag, associated);
        }

        /// <inheritdoc />
        public bool TryOpen(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associated, Span<byte> data, ReadOnlySpan<byte> tag)
        {
            try
            {
                _aes.Decrypt(nonce, data, tag, data, associated);
                return true;
            }
            catch (CryptographicException)
            {
                // The one way in which it says that a datagram is forged.
                return false;
            }
        }

        /// <inheritdoc />
        public void Dispose()
        {
            _aes.Dispose();
        }
    }
}
