using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace VirtualStage.Testing;

/// <summary>
/// A bad network between UDP clients and a server on this machine: clients send to <see cref="EndPoint"/>, and what arrives
/// goes on to the server, for each client from an address of its own. Datagrams get lost, come twice, come late and overtake
/// each other by <see cref="Faults"/>, the n-th of a client's direction always alike for a seed; with <see cref="CableIsOut"/>
/// nothing arrives at all. Faults and the cable may be changed at any time, from any thread.
/// </summary>
public sealed class FaultyRelay : IDisposable
{
    private const int LargestDatagram = 1 << 16;

    private readonly ConcurrentDictionary<IPEndPoint, Line> _lines = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Timetable _timetable = new();
    private readonly Socket _clients = Bound();
    private readonly IPEndPoint _server;
    private readonly int _seed;
    private readonly Direction _up = new();
    private readonly Direction _down = new();
    private volatile Faults _faults = Faults.None;
    private volatile bool _cableIsOut;

    /// <param name="server">Where everything goes on to.</param>
    /// <param name="seed">What chance is made of.</param>
    public FaultyRelay(IPEndPoint server, int seed)
    {
        (_server, _seed) = (server, seed);
        _ = ReceiveFromClients();
    }

    /// <summary>Where clients connect to instead of the server.</summary>
    public IPEndPoint EndPoint => (IPEndPoint)_clients.LocalEndPoint!;

    /// <summary>What happens to each datagram from now on, in both directions.</summary>
    public Faults Faults
    {
        get => _faults;
        set => _faults = value;
    }

    /// <summary>While it is true nothing arrives, in neither direction, and what was on its way is lost.</summary>
    public bool CableIsOut
    {
        get => _cableIsOut;
        set => _cableIsOut = value;
    }

    /// <summary>What came from clients.</summary>
    public RelayCounts Up => _up.Counts;

    /// <summary>What came from the server.</summary>
    public RelayCounts Down => _down.Counts;

    /// <summary>How many addresses of clients were seen.</summary>
    public int Clients => _lines.Count;

    /// <summary>Sees each datagram that comes, as a stranger on the way would: whether it goes up, and its bytes.</summary>
    public Action<bool, ReadOnlyMemory<byte>>? Tapped { get; set; }

    public void Dispose()
    {
        _end.Cancel();
        _timetable.Dispose();
        _clients.Dispose();
        foreach (var line in _lines.Values)
        {
            line.Socket.Dispose();
        }

        _end.Dispose();
    }

    private static Socket Bound()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp)
        {
            ReceiveBufferSize = 1 << 20,
            SendBufferSize = 1 << 20,
        };
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }

    private Task ReceiveFromClients() => Receive(_clients, (bytes, from) =>
    {
        if (!_lines.TryGetValue(from, out var line))
        {
            line = _lines[from] = new Line(Bound(), new FaultDice(_seed + (2 * _lines.Count)), new FaultDice(_seed + (2 * _lines.Count) + 1));
            _ = Receive(line.Socket, (answer, _) => Pass(_down, line.Down, answer, _clients, from));
        }

        Pass(_up, line.Up, bytes, line.Socket, _server);
    });

    private async Task Receive(Socket socket, Action<byte[], IPEndPoint> take)
    {
        var buffer = new byte[LargestDatagram];
        var any = new IPEndPoint(IPAddress.Any, 0);
        while (!_end.IsCancellationRequested)
        {
            try
            {
                var came = await socket.ReceiveFromAsync(buffer, SocketFlags.None, any, _end.Token);
                take(buffer[..came.ReceivedBytes], (IPEndPoint)came.RemoteEndPoint);
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException)
            {
                // Nobody listens where something went: that is what a network does.
            }
        }
    }

    private void Pass(Direction direction, FaultDice dice, byte[] bytes, Socket socket, IPEndPoint to)
    {
        Tapped?.Invoke(ReferenceEquals(direction, _up), bytes);
        var fate = dice.Throw(_faults);
        direction.Count(bytes.Length, fate);
        Post(fate.First);
        Post(fate.Second);

        void Post(TimeSpan? delay)
        {
            if (delay > TimeSpan.Zero)
            {
                _timetable.Add(delay.Value, () => Send(direction, bytes, socket, to));
            }
            else if (delay is not null)
            {
                Send(direction, bytes, socket, to);
            }
        }
    }

    private void Send(Direction direction, byte[] bytes, Socket socket, IPEndPoint to)
    {
        if (_cableIsOut)
        {
            direction.Cut();
            return;
        }

        try
        {
            socket.SendTo(bytes, to);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // As above.
        }
    }

    private sealed record Line(Socket Socket, FaultDice Up, FaultDice Down);

    private sealed class Direction
    {
        private readonly Lock _gate = new();
        private RelayCounts _counts;

        public RelayCounts Counts
        {
            get
            {
                lock (_gate)
                {
                    return _counts;
                }
            }
        }

        public void Count(int bytes, (TimeSpan? First, TimeSpan? Second, bool IsHeldBack) fate)
        {
            lock (_gate)
            {
                _counts = _counts with
                {
                    Came = _counts.Came + 1,
                    Bytes = _counts.Bytes + bytes,
                    Lost = _counts.Lost + (fate.First is null ? 1 : 0),
                    Doubled = _counts.Doubled + (fate.Second is null ? 0 : 1),
                    HeldBack = _counts.HeldBack + (fate.IsHeldBack ? 1 : 0),
                };
            }
        }

        public void Cut()
        {
            lock (_gate)
            {
                _counts = _counts with { Cut = _counts.Cut + 1 };
            }
        }
    }
}
