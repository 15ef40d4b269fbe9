using System.Net.Sockets;
using System.Threading.Channels;
using VirtualStage.Osc;

namespace VirtualStage.Server.Osc;

/// <summary>A connection of a controller.</summary>
internal sealed class OscTcpClient(TcpClient connection, OscReception reception, OscSessions sessions) : OscClient, IDisposable
{
    private const int MostWaiting = 256;
    private const int MaxMalformed = 50;

    /// <summary>Who has not shown the token after so long is let go.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan _farewell = TimeSpan.FromSeconds(1);

    private readonly OscFrameReader _frames = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Channel<byte[]> _waiting = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    public override void Send(OscMessage message)
    {
        if (!_waiting.Writer.TryWrite(OscFrames.Frame(OscWriter.ToBytes(message), _frames.Framing ?? OscFraming.Slip)))
        {
            // Who does not read what was sent is let go rather than told late.
            _end.Cancel();
        }
    }

    /// <summary>Serves the connection to its end.</summary>
    public async Task Run(CancellationToken stop)
    {
        connection.NoDelay = true;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop, _end.Token);
        var stream = connection.GetStream();
        var sending = SendAll(stream, end.Token);
        await ReceiveAll(stream, end.Token);
        // What is answered last still goes out: some controllers close their half as soon as they have sent.
        end.CancelAfter(_farewell);
        await sending;
    }

    public void Dispose()
    {
        connection.Dispose();
    }

    private async Task ReceiveAll(NetworkStream stream, CancellationToken end)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(end);
        patience.CancelAfter(_patience);
        var buffer = new byte[4096];
        var malformed = 0;
        try
        {
            while (malformed < MaxMalformed && !_frames.IsLost && await stream.ReadAsync(buffer, patience.Token) is var length and > 0)
            {
                malformed += Receive(buffer.AsSpan(0, length));
                patience.CancelAfter(sessions.Has(this) ? Timeout.InfiniteTimeSpan : _patience);
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The controller left, or the theatre closes.
        }
    }

    /// <returns>How many frames and packets could not be read.</returns>
    private int Receive(ReadOnlySpan<byte> received)
    {
        var malformed = 0;
        while (_frames.TryTake(ref received, out var packet, out var error))
        {
            if (error is not null)
            {
                reception.Malformed(error);
                malformed++;
            }
            else if (!reception.Receive(this, packet.Span))
            {
                malformed++;
            }
        }

        return malformed;
    }

    private async Task SendAll(NetworkStream stream, CancellationToken end)
    {
        try
        {
            await foreach (var frame in _waiting.Reader.ReadAllAsync(end))
            {
                await stream.WriteAsync(frame, end);
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The controller left, or the theatre closes.
        }
    }
}
