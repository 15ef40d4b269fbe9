using System;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;
using VirtualStage.Contracts.Datagrams;

namespace VirtualStage.Samples.BouncyCastle
{
    /// <summary>
    /// AES-256-GCM without the platform's own, for runtimes of Unity where that throws. It needs BouncyCastle.Cryptography.dll
    /// (MIT) in the project. Give it as <c>StageConnection.Cipher = key => new BouncyCastleCipher(key)</c>.
    /// </summary>
    public sealed class BouncyCastleCipher : IDatagramCipher
    {
        private const int BitsOfTag = 8 * DatagramSeal.TagLength;

        private readonly KeyParameter _key;
        private readonly GcmBlockCipher _gcm = new GcmBlockCipher(new AesEngine());
        private byte[] _input = new byte[2048];
        private byte[] _output = new byte[2048];

        /// <param name="key">32 bytes.</param>
        public BouncyCastleCipher(byte[] key)
        {
            _key = new KeyParameter(key);
        }

        /// <inheritdoc />
        public void Seal(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associated, Span<byte> data, Span<byte> tag)
        {
            Begin(true, nonce, associated, data.Length + tag.Length);
            data.CopyTo(_input);
            var length = _gcm.ProcessBytes(_input, 0, data.Length, _output, 0);
            _gcm.DoFinal(_output, length);
            _output.AsSpan(0, data.Length).CopyTo(data);
            _output.AsSpan(data.Length, tag.Length).CopyTo(tag);
        }

        /// <inheritdoc />
        public bool TryOpen(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associated, Span<byte> data, ReadOnlySpan<byte> tag)
        {
            Begin(false, nonce, associated, data.Length + tag.Length);
            data.CopyTo(_input);
            tag.CopyTo(_input.AsSpan(data.Length));
            try
            {
                var length = _gcm.ProcessBytes(_input, 0, data.Length + tag.Length, _output, 0);
                _gcm.DoFinal(_output, length);
            }
            catch (InvalidCipherTextException)
            {
                return false;
            }

            _output.AsSpan(0, data.Length).CopyTo(data);
            return true;
        }

        /// <inheritdoc />
        public void Dispose()
        {
            Array.Clear(_input, 0, _input.Length);
            Array.Clear(_output, 0, _output.Length);
        }

        private void Begin(bool seals, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associated, int length)
        {
            if (_input.Length < length)
            {
                _input = new byte[length];
                _output = new byte[length];
            }

            _gcm.Init(seals, new AeadParameters(_key, BitsOfTag, nonce.ToArray(), associated.ToArray()));
        }
    }
}
