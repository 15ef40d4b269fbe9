using System.Net.WebSockets;
using MessagePack;
using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Wire;

namespace VirtualStage.Server.HouseDoor;

/// <summary>What those in the house may send, whatever they are sent: acknowledgements.</summary>
internal static class HouseAcks
{
    private const int MaxMessage = 64;

    private static readonly TimeSpan _farewell = TimeSpan.FromSeconds(1);

    /// <summary>Reads acknowledgements until the other side leaves, or sends anything else and is shown out for it with a word.</summary>
    /// <param name="take">Told each.</param>
    public static async Task Read(WebSocket socket, Action<HouseAck> take, CancellationToken cancel)
    {
        var buffer = new byte[MaxMessage];
        try
        {
            while (true)
            {
                var message = await socket.ReceiveAsync(buffer.AsMemory(), cancel);
                if (message.MessageType == WebSocketMessageType.Close)
                {
                    return;
                }

                if (!message.EndOfMessage)
                {
                    await ShowOut(socket, WebSocketCloseStatus.MessageTooBig, $"a message has {MaxMessage} bytes at most");
                    return;
                }

                if (message.MessageType != WebSocketMessageType.Binary)
                {
                    await ShowOut(socket, WebSocketCloseStatus.InvalidMessageType, "messages are binary");
                    return;
                }

                take(MessagePackSerializer.Deserialize<HouseAck>(buffer.AsMemory(0, message.Count), ContractResolver.Options, cancel));
            }
        }
        catch (MessagePackSerializationException)
        {
            await ShowOut(socket, WebSocketCloseStatus.InvalidPayloadData, "that is no acknowledgement");
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // They left.
        }
    }

    /// <summary>Ends a connection from this side, with a word.</summary>
    public static async Task ShowOut(WebSocket socket, WebSocketCloseStatus status, string words)
    {
        // Who reads nothing is not waited for.
        using var patience = new CancellationTokenSource(_farewell);
        try
        {
            await socket.CloseOutputAsync(status, words, patience.Token);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // They left first.
        }
    }
}
