using System.Net;
using System.Net.Sockets;

namespace VirtualStage.Server.Osc;

/// <summary>Takes connections in: a stream of packets each, framed as the client does.</summary>
internal sealed class OscTcpDoor(OscReception reception, OscSessions sessions) : IDisposable
{
    private const int MostConnections = 128;

    private readonly SemaphoreSlim _room = new(MostConnections);
    private TcpListener? _listener;

    /// <exception cref="SocketException">It cannot be listened there.</exception>
    public void Bind(IPEndPoint at)
    {
        _listener = new TcpListener(at);
        _listener.Start();
    }

    public async Task Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var connection = await _listener!.AcceptTcpClientAsync(stop);
                if (_room.Wait(0, CancellationToken.None))
                {
                    _ = Serve(connection, stop);
                }
                else
                {
                    connection.Dispose();
                }
            }
            catch (SocketException)
            {
                // Who hung up while waiting to come in is gone.
            }
        }
    }

    public void Dispose()
    {
        _listener?.Dispose();
        _room.Dispose();
    }

    private async Task Serve(TcpClient connection, CancellationToken stop)
    {
        using var client = new OscTcpClient(connection, reception, sessions);
        try
        {
            await client.Run(stop);
        }
        finally
        {
            sessions.Remove(client);
            _room.Release();
        }
    }
}
