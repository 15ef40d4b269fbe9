using System.Net;
using System.Net.Sockets;
using VirtualStage.Osc;

namespace VirtualStage.Server.Tests.Support;

/// <summary>A controller on this machine that sends OSC and hears what comes back.</summary>
internal abstract class OscController : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(45);

    /// <summary>Everything that came, oldest first.</summary>
    public List<OscMessage> Heard { get; } = [];

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static OscController OverUdp(int port, int localPort = 0) => new Udp(port, localPort);

    public static OscController OverTcp(int port, OscFraming framing = OscFraming.Slip) => new Tcp(port, framing);

    public Task Send(string address, params OscArgument[] arguments) => Send(OscWriter.ToBytes(new OscMessage(address, arguments)));

    public abstract Task Send(byte[] packet);

    /// <summary>Sends a message and waits for its reply.</summary>
    /// <returns>Null when it was accepted, or the reason.</returns>
    public async Task<string?> Ask(string address, params OscArgument[] arguments)
    {
        await Send(address, arguments);
        var reply = await Next($"/virtualstage/reply/{address.Replace("/virtualstage/", "", StringComparison.Ordinal).TrimStart('/')}");
        return reply.Arguments[0].Equals(new OscInt(1)) ? null : reply.Arguments[1].ToString();
    }

    /// <summary>Waits for the next message to an address, of which it may also be asked how it is.</summary>
    public async Task<OscMessage> Next(string address, Func<OscMessage, bool>? so = null)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        end.CancelAfter(_patience);
        try
        {
            while (true)
            {
                var message = await Receive(end.Token);
                Heard.Add(message);
                if (message.Address == address && so?.Invoke(message) != false)
                {
                    return message;
                }
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"{address} never came; what came:\n{string.Join('\n', Heard)}");
        }
    }

    /// <summary>True when the theatre ends the connection.</summary>
    public async Task<bool> IsShownOut()
    {
        try
        {
            await Next("/nothing");
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    public abstract void Dispose();

    protected abstract Task<OscMessage> Receive(CancellationToken cancel);

    private static OscMessage Read(ReadOnlySpan<byte> packet)
    {
        Assert.True(OscReader.TryRead(packet, out var read, out var error), error);
        return Assert.IsType<OscMessage>(read);
    }

    private sealed class Udp : OscController
    {
        private readonly UdpClient _socket;

        public Udp(int port, int localPort)
        {
            _socket = new UdpClient(new IPEndPoint(IPAddress.Loopback, localPort));
            if (port > 0)
            {
                _socket.Connect(IPAddress.Loopback, port);
            }
        }

        public override async Task Send(byte[] packet) => await _socket.SendAsync(packet, Cancel);

        public override void Dispose() => _socket.Dispose();

        protected override async Task<OscMessage> Receive(CancellationToken cancel) => Read((await _socket.ReceiveAsync(cancel)).Buffer);
    }

    private sealed class Tcp : OscController
    {
        private readonly TcpClient _connection = new();
        private readonly OscFrameReader _frames = new();
        private readonly Queue<OscMessage> _received = new();
        private readonly OscFraming _framing;

        public Tcp(int port, OscFraming framing)
        {
            _framing = framing;
            _connection.Connect(IPAddress.Loopback, port);
        }

        public override async Task Send(byte[] packet) =>
            await _connection.GetStream().WriteAsync(OscFrames.Frame(packet, _framing), Cancel);

        public override void Dispose() => _connection.Dispose();

        protected override async Task<OscMessage> Receive(CancellationToken cancel)
        {
            var buffer = new byte[1024];
            while (_received.Count == 0)
            {
                var length = await _connection.GetStream().ReadAsync(buffer, cancel);
                if (length == 0)
                {
                    throw new EndOfStreamException("the theatre ended the connection");
                }

                Take(buffer.AsSpan(0, length));
            }

            return _received.Dequeue();
        }

        private void Take(ReadOnlySpan<byte> received)
        {
            while (_frames.TryTake(ref received, out var packet, out var error))
            {
                Assert.Null(error);
                _received.Enqueue(Read(packet.Span));
            }

            Assert.Equal(_framing, _frames.Framing);
        }
    }
}
