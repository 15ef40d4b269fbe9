using System.Net;
using System.Net.Sockets;
using System.Text;
using VirtualStage.Contracts.House;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>What strangers can make a house pay for.</summary>
[Collection(nameof(OpenTheatre))]
public sealed class HouseLimitTests(OpenTheatre open)
{
    private RunningTheatre Theatre => open.Theatre;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Headers_that_come_a_byte_at_a_time_have_ten_seconds()
    {
        using var slow = await Dial();
        await slow.SendAsync(Encoding.ASCII.GetBytes($"GET /api/performances/{Theatre.Performance}/house HTTP/1.1\r\nHost: theatre\r\nX-Slow: "), Cancel);

        Assert.StartsWith("HTTP/1.1 408", await Drip(slow));
    }

    [Fact]
    public async Task A_body_that_does_not_come_is_not_waited_for()
    {
        using var slow = await Dial();
        await slow.SendAsync("POST /api/owner HTTP/1.1\r\nHost: theatre\r\nContent-Type: application/json\r\nContent-Length: 4000\r\n\r\n{"u8.ToArray(), Cancel);

        Assert.StartsWith("HTTP/1.1 4", await Drip(slow));
    }

    [Fact]
    public async Task Headers_that_are_too_many_or_too_large_are_refused()
    {
        using var large = await Dial();
        await large.SendAsync(Encoding.ASCII.GetBytes($"GET / HTTP/1.1\r\nHost: theatre\r\nX-Large: {new string('a', 17_000)}\r\n\r\n"), Cancel);
        Assert.StartsWith("HTTP/1.1 431", await Hear(large));

        using var many = await Dial();
        await many.SendAsync(Encoding.ASCII.GetBytes($"GET / HTTP/1.1\r\nHost: theatre\r\n{string.Concat(Enumerable.Range(0, 70).Select(i => $"X-{i}: a\r\n"))}\r\n"), Cancel);
        Assert.StartsWith("HTTP/1.1 431", await Hear(many));
    }

    [Fact]
    public async Task Who_acknowledges_nothing_at_first_is_let_go_with_a_word()
    {
        using var silent = await HouseSeat.Take(Theatre);
        Assert.True(await silent.IsShownOut());
        Assert.Equal((4408, "nothing was acknowledged for too long"), ((int?)silent.CloseStatus, silent.CloseReason));
    }

    [Fact]
    public async Task Who_floods_the_house_with_messages_is_shown_out_with_a_word()
    {
        using var flood = await HouseSeat.Take(Theatre);
        await flood.Watch();
        try
        {
            for (var i = 0; i < 200; i++)
            {
                await flood.Say(new HouseAck(1));
            }
        }
        catch (System.Net.WebSockets.WebSocketException)
        {
            // Shown out before all was said.
        }

        Assert.True(await flood.IsShownOut());
        Assert.Equal((4420, "more than 30 messages a second are not read"), ((int?)flood.CloseStatus, flood.CloseReason));
    }

    public static TheoryData<string, byte[]> Forged => new()
    {
        { "an acknowledgement outside the union", [0x92, 1, 0xc2] },
        { "a kind of message that there is not", [0x92, 9, 0x91, 1] },
        { "a reaction that there is not", [0x92, 1, 0x91, 99] },
        { "a reaction without a kind", [0x92, 1, 0x90] },
        { "a seat whose row is no byte", [0x92, 2, 0x92, 0xcd, 1, 0, 1] },
        { "nil", [0xc0] },
        { "nil in the union", [0x92, 0, 0xc0] },
        { "an array that is longer than the message", [0xdd, 0xff, 0xff, 0xff, 0xff] },
    };

    [Theory]
    [MemberData(nameof(Forged))]
    public async Task What_no_spectator_sends_ends_the_connection_with_a_word(string what, byte[] bytes)
    {
        using var forger = await HouseSeat.Take(Theatre);
        await forger.Watch();
        await forger.Send(bytes);
        Assert.True(await forger.IsShownOut(), what);
        Assert.Equal((1007, "that is no ISpectatorMessage"), ((int?)forger.CloseStatus, forger.CloseReason));
    }

    private async Task<Socket> Dial()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, Theatre.HttpPort, Cancel);
        return socket;
    }

    /// <summary>A byte a second, until the other side answers or hangs up; for half a minute at most.</summary>
    private static async Task<string> Drip(Socket socket)
    {
        var hears = Hear(socket);
        for (var second = 0; second < 30 && await Task.WhenAny(hears, Task.Delay(1000, Cancel)) != hears; second++)
        {
            await socket.SendAsync("a"u8.ToArray(), Cancel);
        }

        Assert.True(hears.IsCompleted, "the theatre still listens");
        return await hears;
    }

    private static async Task<string> Hear(Socket socket)
    {
        var buffer = new byte[1024];
        return Encoding.ASCII.GetString(buffer, 0, await socket.ReceiveAsync(buffer, Cancel));
    }
}
