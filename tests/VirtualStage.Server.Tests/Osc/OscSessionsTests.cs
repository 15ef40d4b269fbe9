using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Time.Testing;
using VirtualStage.Server.Osc;

namespace VirtualStage.Server.Tests.Osc;

public sealed class OscSessionsTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly OscSessions _sessions = new();

    [Fact]
    public void Who_is_silent_is_forgotten_and_who_is_not_stays()
    {
        var (silent, alive) = (Client(1), Client(2));
        Assert.True(_sessions.Admit(silent) && _sessions.Admit(alive));
        silent.WantsUpdates = true;
        _time.Advance(OscSessions.Patience / 2);
        alive.Heard();
        _time.Advance(OscSessions.Patience / 2);

        Assert.Null(_sessions.Find(silent.From));
        Assert.Same(alive, _sessions.Find(alive.From));
        _sessions.DropSilent();
        Assert.Equal(1, _sessions.Count);
        Assert.Empty(_sessions.Listeners);
    }

    [Fact]
    public void More_than_so_many_do_not_come_in_until_some_are_gone()
    {
        for (var port = 1; port <= OscSessions.Most; port++)
        {
            Assert.True(_sessions.Admit(Client(port)));
        }

        Assert.False(_sessions.Admit(Client(5000)));
        Assert.True(_sessions.Admit(_sessions.Find(new IPEndPoint(IPAddress.Loopback, 1))!));
        _time.Advance(OscSessions.Patience);
        Assert.True(_sessions.Admit(Client(5000)));
    }

    [Fact]
    public void Who_leaves_is_gone()
    {
        var client = Client(1);
        _sessions.Admit(client);
        _sessions.Remove(client);
        Assert.False(_sessions.Has(client));
        Assert.Null(_sessions.Find(client.From));
    }

    public void Dispose() => _socket.Dispose();

    private OscUdpClient Client(int port) => new(_socket, new IPEndPoint(IPAddress.Loopback, port), _time);
}
