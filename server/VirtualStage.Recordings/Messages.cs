using MessagePack;
using VirtualStage.Contracts.Wire;

namespace VirtualStage.Recordings;

/// <summary>Reads and writes the messages of a recording, which are not trusted.</summary>
internal static class Messages
{
    /// <summary>Reads a message; null for what is none.</summary>
    public static T? TryRead<T>(ReadOnlyMemory<byte> bytes)
        where T : class
    {
        try
        {
            return MessagePackSerializer.Deserialize<T?>(bytes, ContractResolver.Options);
        }
        catch (Exception e) when (e is MessagePackSerializationException or EndOfStreamException or OverflowException)
        {
            return null;
        }
    }

    public static byte[] Write<T>(T message) => MessagePackSerializer.Serialize(message, ContractResolver.Options);
}
