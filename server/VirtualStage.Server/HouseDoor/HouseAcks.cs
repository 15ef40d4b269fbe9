using System.Net.WebSockets;
using MessagePack;
using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Wire;

namespace VirtualStage.Server.HouseDoor;

/// <summary>What those in the house may send, whatever they are sent: acknowledgements.</summary>
internal static class HouseAcks
{
    private const int MaxMessage = 64;

    /// <summary>Reads acknowledgements until the other side leaves, or sends anything else and is shown out for it.</summary>
    /// <param name="take">Told each number.</param>
    public static async Task Read(WebSocket socket, Action<uint> take, CancellationToken cancel)
    {
        var buffer = new byte[MaxMessage];
        try
        {
            while (true)
            {
                var message = await socket.ReceiveAsync(buffer.AsMemory(), cancel);
                if (message.MessageType != WebSocketMessageType.Binary || !message.EndOfMessage)
                {
                    return;
                }

                take(MessagePackSerializer.Deserialize<HouseAck>(buffer.AsMemory(0, message.Count), ContractResolver.Options, cancel).Number);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or MessagePackSerializationException)
        {
            // They left, or send what is no acknowledgement.
        }
    }
}
