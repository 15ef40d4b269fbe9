using System.Diagnostics;
using System.Net.WebSockets;
using System.Threading.Channels;
using MessagePack;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Wire;
using VirtualStage.Server.StageDoor.Limits;

namespace VirtualStage.Server.StageDoor;

/// <summary>The way to an actor's browser. What is lossy is left out while the browser reads too slowly.</summary>
internal sealed class SocketLink(ClientAllowance allowance) : IActorLink
{
    private const int MaxWaiting = 256;
    private const int LossyUpTo = 4;
    private const int Remembered = 64;
    private const int MaxReason = 120;

    private readonly Channel<byte[]> _outbox = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });
    private readonly (uint Tick, long At)[] _sent = new (uint, long)[Remembered];
    private volatile string? _reason;
    private volatile int _roundTripMs;

    public int RoundTripMs => _roundTripMs;

    public long Dropped => Allowance.Dropped;

    /// <summary>What the browser may send.</summary>
    public ClientAllowance Allowance { get; } = allowance;

    public void Send(IStageMessage message)
    {
        if (!_outbox.Writer.TryWrite(Bytes(message)))
        {
            Close("your browser does not keep up");
        }
    }

    public void SendLossy(IStageMessage message)
    {
        if (_outbox.Reader.Count < LossyUpTo && _outbox.Writer.TryWrite(Bytes(message)) && message is StageSnapshot snapshot)
        {
            lock (_sent)
            {
                _sent[snapshot.Tick % Remembered] = (snapshot.Tick, Stopwatch.GetTimestamp());
            }
        }
    }

    public void Close(string reason)
    {
        _outbox.Writer.TryWrite(Bytes(new Dismissal(reason)));
        _reason ??= reason;
        _outbox.Writer.TryComplete();
    }

    /// <summary>Takes the acknowledgement of a snapshot: it tells the round trip.</summary>
    public void Confirm(uint tick)
    {
        (uint Tick, long At) sent;
        lock (_sent)
        {
            sent = _sent[tick % Remembered];
        }

        if (tick != 0 && sent.Tick == tick)
        {
            var roundTrip = (int)Stopwatch.GetElapsedTime(sent.At).TotalMilliseconds;
            _roundTripMs = _roundTripMs == 0 ? roundTrip : ((_roundTripMs * 7) + roundTrip) / 8;
        }
    }

    /// <summary>Sends what is written until the link is closed.</summary>
    public async Task SendAll(WebSocket socket, CancellationToken cancel)
    {
        try
        {
            await foreach (var bytes in _outbox.Reader.ReadAllAsync(cancel))
            {
                await socket.SendAsync(bytes, WebSocketMessageType.Binary, endOfMessage: true, cancel);
            }

            var reason = _reason ?? "";
            await socket.CloseOutputAsync(
                WebSocketCloseStatus.NormalClosure, reason.Length > MaxReason ? reason[..MaxReason] : reason, cancel);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The receiving side sees the same end and cleans up.
        }
    }

    private static byte[] Bytes(IStageMessage message) => MessagePackSerializer.Serialize(message, ContractResolver.Options);
}
