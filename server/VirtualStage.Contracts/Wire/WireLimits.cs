using System.Buffers;
using MessagePack;

namespace VirtualStage.Contracts.Wire
{
    /// <summary>What every message is held to when it is read.</summary>
    internal static class WireLimits
    {
        private const int MaxBytes = 1 << 20;

        public static T Required<T>(T? value, string member)
            where T : class
        {
            return value ?? throw new MessagePackSerializationException(member + " is missing");
        }

        public static int Between(int value, int least, int most, string member)
        {
            return value >= least && value <= most
                ? value
                : throw new MessagePackSerializationException(member + ": no such value: " + value);
        }

        public static byte[]? Bytes(ref MessagePackReader reader)
        {
            if (!(reader.ReadBytes() is ReadOnlySequence<byte> bytes))
            {
                return null;
            }

            return bytes.Length <= MaxBytes
                ? bytes.ToArray()
                : throw new MessagePackSerializationException("a binary of " + bytes.Length + " bytes is over the limit");
        }
    }
}
