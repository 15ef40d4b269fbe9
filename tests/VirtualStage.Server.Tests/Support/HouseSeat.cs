using System.Net.WebSockets;
using MessagePack;
using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Stage;
using VirtualStage.Contracts.Wire;

namespace VirtualStage.Server.Tests.Support;

/// <summary>A spectator's WebSocket: sees what an audience page sees.</summary>
internal sealed class HouseSeat : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer = new byte[1 << 18];
    private readonly ActorPose[] _decoded = new ActorPose[SnapshotCodec.MaxActors];
    private readonly Dictionary<uint, ActorPose[]> _known = [];

    public ActorPose[] Poses { get; private set; } = [];

    public StageScene? Scene { get; private set; }

    public HouseMood? Mood { get; private set; }

    public byte[]? Seats { get; private set; }

    public uint Number { get; private set; }

    public WebSocketCloseStatus? CloseStatus => _socket.CloseStatus;

    public string? CloseReason => _socket.CloseStatusDescription;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<HouseSeat> Take(RunningTheatre theatre, string? performance = null, string? ticket = null, string? key = null, string door = "house", string? from = null, (string Name, string Value)? header = null)
    {
        var seat = new HouseSeat();
        seat._socket.Options.RemoteCertificateValidationCallback = (_, shown, _, _) => theatre.Shows(shown);
        if (from is not null)
        {
            seat._socket.Options.SetRequestHeader("X-Forwarded-For", from);
        }

        if (header is var (name, value))
        {
            seat._socket.Options.SetRequestHeader(name, value);
        }

        var query = $"?{(ticket is null ? "" : $"access_token={ticket}&")}{(key is null ? "" : $"seat={key}")}";
        var address = new UriBuilder(new Uri(theatre.Address, $"/api/performances/{performance ?? theatre.Performance}/{door}{query}"))
        {
            Scheme = theatre.Scheme == "https" ? "wss" : "ws",
        };
        await seat._socket.ConnectAsync(address.Uri, Cancel);
        return seat;
    }

    /// <summary>Takes the next frame in; null when the house closed the door.</summary>
    public async Task<HouseFrame?> Watch(bool acknowledges = true)
    {
        if (await Receive() is not { } bytes)
        {
            return null;
        }

        var frame = MessagePackSerializer.Deserialize<HouseFrame>(bytes, ContractResolver.Options, Cancel);
        if (frame.BaseNumber == 0)
        {
            Poses = _decoded[..SnapshotCodec.DecodeKeyframe(frame.Snapshot, _decoded)];
        }
        else
        {
            Poses = _decoded[..SnapshotCodec.DecodeDelta(frame.Snapshot, _known[frame.BaseNumber], _decoded)];
        }

        _known[frame.Number] = Poses;

        Scene = frame.Scene ?? Scene;
        Mood = frame.Mood ?? Mood;
        Seats = frame.Seats ?? Seats;
        Number = frame.Number;
        if (acknowledges)
        {
            await Say(new HouseAck(Number));
        }

        return frame;
    }

    /// <summary>The next message of a queue; null when it let go of who waits.</summary>
    public async Task<QueuePlace?> Place() =>
        await Receive() is { } bytes ? MessagePackSerializer.Deserialize<QueuePlace>(bytes, ContractResolver.Options, Cancel) : null;

    public Task Say(ISpectatorMessage message) => Send(MessagePackSerializer.Serialize(message, ContractResolver.Options, Cancel));

    public Task Send(byte[] bytes, WebSocketMessageType type = WebSocketMessageType.Binary) =>
        _socket.SendAsync(bytes, type, endOfMessage: true, Cancel);

    /// <summary>True when the house ends the connection, in whatever way, before it sends so many frames.</summary>
    public async Task<bool> IsShownOut(int frames = 200)
    {
        try
        {
            for (var i = 0; i < frames; i++)
            {
                if (await Receive() is null)
                {
                    return true;
                }
            }

            return false;
        }
        catch (WebSocketException)
        {
            return true;
        }
    }

    /// <summary>The next message as it comes; null when the house closed the door.</summary>
    public async Task<byte[]?> Receive()
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

    public void Dispose() => _socket.Dispose();
}
