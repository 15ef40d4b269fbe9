using System.Net.WebSockets;
using System.Threading.Channels;
using MessagePack;
using VirtualStage.Contracts.Wire;

namespace VirtualStage.Server.Tests.Support;

/// <summary>
/// A WebSocket on which messages of a kind come. It is read all the time, as a browser reads, whatever a test waits for
/// meanwhile: who does not read does not answer the theatre's pings, and is held for gone.
/// </summary>
internal sealed class MessageSocket<T> : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer = new byte[1 << 23];
    private readonly Channel<T> _came = Channel.CreateUnbounded<T>();

    public WebSocketCloseStatus? CloseStatus => _socket.CloseStatus;

    public string? CloseReason => _socket.CloseStatusDescription;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <param name="door">The end of the path, with its query.</param>
    public static async Task<MessageSocket<T>> Open(RunningTheatre theatre, string door)
    {
        var socket = new MessageSocket<T>();
        var address = new Uri(theatre.Address, $"/api/performances/{theatre.Performance}/{door}");
        await socket._socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws" }.Uri, Cancel);
        _ = socket.Read(Cancel);
        return socket;
    }

    public Task Send<TMessage>(TMessage message) => SendRaw(MessagePackSerializer.Serialize(message, ContractResolver.Options, Cancel));

    public Task SendRaw(byte[] bytes, WebSocketMessageType type = WebSocketMessageType.Binary) => _socket.SendAsync(bytes, type, true, Cancel);

    /// <summary>The next message; null when the theatre closed the connection.</summary>
    public async Task<T?> Next()
    {
        if (await _came.Reader.WaitToReadAsync(Cancel).AsTask().WaitAsync(TimeSpan.FromSeconds(120), Cancel))
        {
            return await _came.Reader.ReadAsync(Cancel);
        }

        return default;
    }

    public void Dispose() => _socket.Dispose();

    /// <summary>Reads to the end; what fails meanwhile is thrown at whoever asks for the next message.</summary>
    private async Task Read(CancellationToken cancel)
    {
        try
        {
            while (await Message(cancel) is { } message)
            {
                _came.Writer.TryWrite(message);
            }

            _came.Writer.Complete();
        }
        catch (Exception e)
        {
            _came.Writer.Complete(e);
        }
    }

    private async Task<T?> Message(CancellationToken cancel)
    {
        var length = 0;
        while (true)
        {
            var part = await _socket.ReceiveAsync(_buffer.AsMemory(length), cancel);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return default;
            }

            length += part.Count;
            if (part.EndOfMessage)
            {
                return MessagePackSerializer.Deserialize<T>(_buffer.AsMemory(0, length), ContractResolver.Options, cancel);
            }
        }
    }
}
