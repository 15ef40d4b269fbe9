using System;
using System.Security.Cryptography;

namespace VirtualStage.Contracts.Datagrams
{
    /// <summary>HKDF with SHA-256 (RFC 5869), which netstandard2.1 lacks.</summary>
    public static class Hkdf
    {
        private const int HashLength = 32;

        /// <summary>The pseudorandom key of a secret.</summary>
        public static byte[] Extract(byte[] salt, byte[] secret)
        {
            using (var hmac = new HMACSHA256(salt))
            {
                return hmac.ComputeHash(secret);
            }
        }

        /// <summary>Key material of a pseudorandom key, for one purpose.</summary>
        public static byte[] Expand(byte[] pseudorandomKey, byte[] purpose, int length)
        {
            if (length < 0 || length > 255 * HashLength)
            {
                throw new ArgumentOutOfRangeException(nameof(length));
            }

            var output = new byte[length];
            var block = Array.Empty<byte>();
            using (var hmac = new HMACSHA256(pseudorandomKey))
            {
                for (var (done, number) = (0, 1); done < length; done += block.Length, number++)
                {
                    var message = new byte[block.Length + purpose.Length + 1];
                    block.CopyTo(message, 0);
                    purpose.CopyTo(message, block.Length);
                    message[message.Length - 1] = (byte)number;
                    block = hmac.ComputeHash(message);
                    Array.Copy(block, 0, output, done, Math.Min(block.Length, length - done));
                }
            }

            return output;
        }
    }
}
