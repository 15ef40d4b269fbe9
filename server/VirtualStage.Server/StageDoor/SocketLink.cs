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

    /// <summary>Voices that wait: what more would be is late when it comes.</summary>
    private const int VoicesUpTo = 32;
    private const int Remembered = 64;
    private const int MaxReason = 120;

    private readonly Channel<(byte[] Bytes, bool IsVoice)> _outbox =
        Channel.CreateBounded<(byte[], bool)>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });
    private readonly (uint Tick, long At)[] _sent = new (uint, long)[Remembered];
    private volatile string? _reason;
    private volatile bool _isBroken;
    private volatile int _roundTripMs;
    private int _voices;

    public int RoundTripMs => _roundTripMs;

    public long Dropped => Allowance.Dropped;

    /// <summary>What the browser may send.</summary>
    public ClientAllowance Allowance { get; } = allowance;

    /// <summary>Voices that wait are no sign of a slow browser: several come in one turn of the loop.</summary>
    private bool HasRoom => _outbox.Reader.Count - Volatile.Read(ref _voices) < LossyUpTo;

    public void Send(IStageMessage message)
    {
        if (!_outbox.Writer.TryWrite((Bytes(message), false)))
        {
            Close("your browser does not keep up");
        }
    }

    public void SendLossy(IStageMessage message)
    {
        if (HasRoom)
        {
            _outbox.Writer.TryWrite((Bytes(message), false));
        }
    }

    public void SendSnapshot(uint tick, ReadOnlySpan<byte> message)
    {
        if (HasRoom && _outbox.Writer.TryWrite((message.ToArray(), false)))
        {
            lock (_sent)
            {
                _sent[tick % Remembered] = (tick, Stopwatch.GetTimestamp());
            }
        }
    }

    public void SendVoice(byte[] heard)
    {
        if (Volatile.Read(ref _voices) >= VoicesUpTo)
        {
            return;
        }

        Interlocked.Increment(ref _voices);
        if (!_outbox.Writer.TryWrite((heard, true)))
        {
            Interlocked.Decrement(ref _voices);
        }
    }

    public void Close(string reason)
    {
        _outbox.Writer.TryWrite((Bytes(new Dismissal(reason)), false));
        _reason ??= reason;
        _outbox.Writer.TryComplete();
    }

    public void Break()
    {
        _isBroken = true;
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
            await foreach (var (bytes, isVoice) in _outbox.Reader.ReadAllAsync(cancel))
            {
                if (isVoice)
                {
                    Interlocked.Decrement(ref _voices);
                }

                await socket.SendAsync(bytes, WebSocketMessageType.Binary, endOfMessage: true, cancel);
            }

            var reason = _reason ?? "";
            await socket.CloseOutputAsync(
                _isBroken ? WebSocketCloseStatus.EndpointUnavailable : WebSocketCloseStatus.NormalClosure, reason.Length > MaxReason ? reason[..MaxReason] : reason, cancel);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The receiving side sees the same end and cleans up.
        }
    }

    private static byte[] Bytes(IStageMessage message) => MessagePackSerializer.Serialize(message, ContractResolver.Options);
}
