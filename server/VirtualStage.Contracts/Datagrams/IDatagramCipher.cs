using System;

namespace VirtualStage.Contracts.Datagrams
{
    /// <summary>
    /// Authenticated encryption with one key: AES-256-GCM with a nonce of 12 bytes and a tag of 16, as in NIST SP 800-38D.
    /// <see cref="AesGcmCipher"/> does it with .NET's own; where a platform has none (Unity's runtime may throw), an
    /// application gives its own, such as one around BouncyCastle's GcmBlockCipher.
    /// </summary>
    public interface IDatagramCipher : IDisposable
    {
        /// <summary>Encrypts in place and writes the tag.</summary>
        /// <param name="nonce">Never the same twice for a key.</param>
        /// <param name="associated">What is not encrypted, and authenticated with the rest.</param>
        void Seal(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associated, Span<byte> data, Span<byte> tag);

        /// <summary>Decrypts in place; false, and whatever in the data, when the tag is not theirs.</summary>
        bool TryOpen(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associated, Span<byte> data, ReadOnlySpan<byte> tag);
    }
}
