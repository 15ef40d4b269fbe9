using System.Net.WebSockets;
using MessagePack;
using VirtualStage.Contracts.Wire;

namespace VirtualStage.Server.Tests.Support;

/// <summary>A WebSocket on which messages of a kind come.</summary>
internal sealed class MessageSocket<T> : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer = new byte[1 << 23];

    public WebSocketCloseStatus? CloseStatus => _socket.CloseStatus;

    public string? CloseReason => _socket.CloseStatusDescription;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <param name="door">The end of the path, with its query.</param>
    public static async Task<MessageSocket<T>> Open(RunningTheatre theatre, string door)
    {
        var socket = new MessageSocket<T>();
        var address = new Uri(theatre.Address, $"/api/performances/{theatre.Performance}/{door}");
        await socket._socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws" }.Uri, Cancel);
        return socket;
    }

    public Task Send<TMessage>(TMessage message) => SendRaw(MessagePackSerializer.Serialize(message, ContractResolver.Options, Cancel));

    public Task SendRaw(byte[] bytes, WebSocketMessageType type = WebSocketMessageType.Binary) => _socket.SendAsync(bytes, type, true, Cancel);

    /// <summary>The next message; null when the theatre closed the connection.</summary>
    public async Task<T?> Next()
    {
        var length = 0;
        while (true)
        {
            var part = await _socket.ReceiveAsync(_buffer.AsMemory(length), Cancel).AsTask().WaitAsync(TimeSpan.FromSeconds(120), Cancel);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return default;
            }

            length += part.Count;
            if (part.EndOfMessage)
            {
                return MessagePackSerializer.Deserialize<T>(_buffer.AsMemory(0, length), ContractResolver.Options, Cancel);
            }
        }
    }

    public void Dispose() => _socket.Dispose();
}
