using System.Net.WebSockets;
using MessagePack;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Wire;

namespace VirtualStage.Server.Tests.Support;

/// <summary>A WebSocket on which voices come: of a browser's actor, of somebody backstage, or of a listener in the house.</summary>
internal sealed class VoiceSocket : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer = new byte[1 << 18];
    private readonly bool _isHouse;
    private readonly Queue<VoiceHeard> _heard = [];

    private VoiceSocket(bool isHouse) => _isHouse = isHouse;

    public WebSocketCloseStatus? CloseStatus => _socket.CloseStatus;

    public string? CloseReason => _socket.CloseStatusDescription;

    /// <summary>Reasons for which the theatre did not pass on what was said here.</summary>
    public List<string> Refusals { get; } = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The voices of the house.</summary>
    public static Task<VoiceSocket> Listen(RunningTheatre theatre, string? performance = null, string? ticket = null) =>
        Open(theatre, performance, "voices", ticket is null ? "" : $"?access_token={ticket}", isHouse: true);

    /// <summary>Backstage talk.</summary>
    public static Task<VoiceSocket> Backstage(RunningTheatre theatre, string ticket) =>
        Open(theatre, null, "backstage", $"?access_token={ticket}", isHouse: false);

    /// <summary>A browser's actor, welcomed.</summary>
    public static async Task<VoiceSocket> OnStage(RunningTheatre theatre, string ticket, string role)
    {
        var socket = await Open(theatre, null, "stage", $"?role={role}&access_token={ticket}", isHouse: false);
        await socket.Next();
        return socket;
    }

    public Task Say(VoiceFrame frame) => Send(MessagePackSerializer.Serialize<IActorMessage>(frame, ContractResolver.Options, Cancel));

    public Task Send(byte[] bytes, WebSocketMessageType type = WebSocketMessageType.Binary) => _socket.SendAsync(bytes, type, true, Cancel);

    /// <summary>The next voice.</summary>
    public async Task<VoiceHeard> Hear()
    {
        while (_heard.Count == 0)
        {
            Assert.True(await Next(), $"the socket was closed: {CloseReason}");
        }

        return _heard.Dequeue();
    }

    /// <summary>Reads until a refusal of what was said comes.</summary>
    public async Task<string> Refusal()
    {
        var known = Refusals.Count;
        while (Refusals.Count == known)
        {
            Assert.True(await Next(), $"the socket was closed: {CloseReason}");
        }

        return Refusals[^1];
    }

    /// <summary>Reads one message; false when the theatre closed the connection.</summary>
    public async Task<bool> Next()
    {
        if (await Receive() is not { } bytes)
        {
            return false;
        }

        if (_isHouse)
        {
            var voices = MessagePackSerializer.Deserialize<HouseVoices>(bytes, ContractResolver.Options, Cancel);
            Array.ForEach(voices.Voices, _heard.Enqueue);
            await Send(MessagePackSerializer.Serialize(new HouseAck(voices.Number), ContractResolver.Options, Cancel));
            return true;
        }

        switch (MessagePackSerializer.Deserialize<IStageMessage>(bytes, ContractResolver.Options, Cancel))
        {
            case VoiceHeard heard:
                _heard.Enqueue(heard);
                break;
            case VoiceRefused refused:
                Refusals.Add(refused.Reason);
                break;
        }

        return true;
    }

    public void Dispose() => _socket.Dispose();

    private static async Task<VoiceSocket> Open(RunningTheatre theatre, string? performance, string door, string query, bool isHouse)
    {
        var socket = new VoiceSocket(isHouse);
        var path = $"/api/performances/{performance ?? theatre.Performance}/{door}{query}";
        await socket._socket.ConnectAsync(new UriBuilder(new Uri(theatre.Address, path)) { Scheme = "ws" }.Uri, Cancel);
        return socket;
    }

    private async Task<byte[]?> Receive()
    {
        var length = 0;
        while (true)
        {
            var part = await _socket.ReceiveAsync(_buffer.AsMemory(length), Cancel).AsTask().WaitAsync(TimeSpan.FromSeconds(45), Cancel);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            length += part.Count;
            if (part.EndOfMessage)
            {
                return _buffer[..length];
            }
        }
    }
}
