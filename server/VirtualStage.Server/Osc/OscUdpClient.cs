using System.Net;
using System.Net.Sockets;
using VirtualStage.Osc;

namespace VirtualStage.Server.Osc;

/// <summary>An address that datagrams come from.</summary>
internal sealed class OscUdpClient(Socket socket, IPEndPoint from, TimeProvider time) : OscClient
{
    private long _heard = time.GetTimestamp();
    private volatile IPEndPoint _to = from;

    public IPEndPoint From { get; } = from;

    /// <summary>How long it has been silent.</summary>
    public TimeSpan Silent => time.GetElapsedTime(Interlocked.Read(ref _heard));

    public void Heard() => Interlocked.Exchange(ref _heard, time.GetTimestamp());

    /// <summary>Replies and state out go to another port of the same machine.</summary>
    public void ReplyTo(int port) => _to = new IPEndPoint(From.Address, port);

    public override void Send(OscMessage message)
    {
        try
        {
            socket.SendTo(OscWriter.ToBytes(message), _to);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // A datagram that cannot be sent is a datagram that was lost.
        }
    }
}
