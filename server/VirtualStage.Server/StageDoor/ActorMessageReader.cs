using MessagePack;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Wire;

namespace VirtualStage.Server.StageDoor;

/// <summary>Reads what actors' clients send, whatever carries it.</summary>
internal static class ActorMessageReader
{
    /// <summary>The message; null for one that cannot be read.</summary>
    public static IActorMessage? Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return MessagePackSerializer.Deserialize<IActorMessage?>(bytes, ContractResolver.Options);
        }
        catch (MessagePackSerializationException)
        {
            return null;
        }
    }
}
