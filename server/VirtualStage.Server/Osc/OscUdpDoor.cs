using System.Net;
using System.Net.Sockets;

namespace VirtualStage.Server.Osc;

/// <summary>Takes datagrams in: one packet each.</summary>
internal sealed class OscUdpDoor(OscReception reception, OscSessions sessions, TimeProvider time) : IDisposable
{
    private const int LargestDatagram = 65_535;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);

    /// <exception cref="SocketException">It cannot be listened there.</exception>
    public void Bind(IPEndPoint at) => _socket.Bind(at);

    /// <summary>A client at an address that datagrams only go to.</summary>
    public OscUdpClient ClientAt(IPEndPoint address) => new(_socket, address, time);

    public async Task Run(CancellationToken stop)
    {
        var buffer = new byte[LargestDatagram];
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var received = await _socket.ReceiveFromAsync(buffer, SocketFlags.None, new IPEndPoint(IPAddress.Any, 0), stop);
                Receive((IPEndPoint)received.RemoteEndPoint, buffer.AsSpan(0, received.ReceivedBytes));
            }
            catch (SocketException)
            {
                // On some systems a datagram that nobody took comes back as an error of the next receive.
            }
        }
    }

    public void Dispose() => _socket.Dispose();

    private void Receive(IPEndPoint from, ReadOnlySpan<byte> datagram)
    {
        var client = sessions.Find(from) ?? ClientAt(from);
        client.Heard();
        reception.Receive(client, datagram);
    }
}
