using System.Net;
using System.Net.Sockets;

namespace VirtualStage.Server.Tests.Support;

/// <summary>A line between a client and a server on this machine, which can be cut when the server answers.</summary>
internal sealed class CutLine : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _server;
    private volatile byte[]? _cutAfter;
    private volatile bool _isDown;

    public CutLine(int server)
    {
        _server = server;
        _listener.Start();
        _ = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How often a line was cut.</summary>
    public int Cuts { get; private set; }

    /// <summary>
    /// Of a request with certain words the server gets all, and the client gets no answer: its connection is closed instead.
    /// </summary>
    /// <param name="isDown">Whether nobody gets through afterwards, until <see cref="Mend"/>.</param>
    public void CutAnswerTo(string words, bool isDown = false)
    {
        (_staysDown, _cutAfter) = (isDown, System.Text.Encoding.UTF8.GetBytes(words));
    }

    public void Mend() => _isDown = false;

    public void Dispose() => _listener.Dispose();

    private bool _staysDown;

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                if (_isDown)
                {
                    client.Dispose();
                }
                else
                {
                    _ = Serve(client);
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It is over.
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
        {
            await server.ConnectAsync(IPAddress.Loopback, _server);
            var cut = false;
            var up = Pump(client.GetStream(), server.GetStream(), bytes => cut |= Takes(bytes), () => true);
            var down = Pump(server.GetStream(), client.GetStream(), _ => { }, () => !cut);
            await Task.WhenAny(up, down);
        }
    }

    private bool Takes(ReadOnlyMemory<byte> bytes)
    {
        if (_cutAfter is not { } words || bytes.Span.IndexOf(words) < 0)
        {
            return false;
        }

        _cutAfter = null;
        _isDown = _staysDown;
        Cuts++;
        return true;
    }

    private static async Task Pump(NetworkStream from, NetworkStream to, Action<ReadOnlyMemory<byte>> see, Func<bool> passes)
    {
        var buffer = new byte[1 << 16];
        try
        {
            while (await from.ReadAsync(buffer) is var length and > 0)
            {
                see(buffer.AsMemory(0, length));
                if (!passes())
                {
                    // The server has answered, and so has done what it was asked.
                    return;
                }

                await to.WriteAsync(buffer.AsMemory(0, length));
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The other side has gone.
        }
    }
}
