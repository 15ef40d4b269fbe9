using System.Net;
using System.Net.Sockets;
using System.Text;
using VirtualStage.Osc;

namespace VirtualStage.Server.Tests.Support;

/// <summary>A machine outside of the theatre: sockets that say what they got, and answer as they are told.</summary>
internal static class Machine
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(45);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The next datagram as OSC.</summary>
    public static async Task<OscMessage> Hear(UdpClient socket) =>
        Read((await socket.ReceiveAsync(Cancel).AsTask().WaitAsync(_patience, Cancel)).Buffer);

    /// <summary>The first OSC message of the next connection.</summary>
    public static async Task<OscMessage> Hear(TcpListener listener)
    {
        using var connection = await listener.AcceptTcpClientAsync(Cancel).AsTask().WaitAsync(_patience, Cancel);
        var received = await ReadAll(connection.GetStream(), _ => false);
        Assert.Equal((0xC0, 0xC0), (received[0], received[^1]));
        ReadOnlySpan<byte> rest = received;
        Assert.True(new OscFrameReader().TryTake(ref rest, out var packet, out _));
        return Read(packet.Span);
    }

    /// <summary>The next request over HTTP, which is given an answer.</summary>
    public static async Task<string> Answer(TcpListener listener, string answer)
    {
        using var connection = await listener.AcceptTcpClientAsync(Cancel).AsTask().WaitAsync(_patience, Cancel);
        var stream = connection.GetStream();
        var request = await ReadAll(stream, IsRequest);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer), Cancel);
        return Encoding.UTF8.GetString(request);
    }

    public static TcpListener Listen()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }

    public static int PortOf(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;

    private static bool IsRequest(byte[] received)
    {
        var text = Encoding.UTF8.GetString(received);
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var length = text.IndexOf("Content-Length: ", StringComparison.Ordinal);
        return end >= 0 && received.Length >= end + 4 + int.Parse(text[(length + 16)..text.IndexOf('\r', length)]);
    }

    private static async Task<byte[]> ReadAll(NetworkStream stream, Func<byte[], bool> isWhole)
    {
        var buffer = new byte[4096];
        byte[] received = [];
        while (!isWhole(received) && await stream.ReadAsync(buffer, Cancel) is var length and > 0)
        {
            received = [.. received, .. buffer.AsSpan(0, length)];
        }

        return received;
    }

    private static OscMessage Read(ReadOnlySpan<byte> packet)
    {
        Assert.True(OscReader.TryRead(packet, out var read, out var error), error);
        return Assert.IsType<OscMessage>(read);
    }
}
