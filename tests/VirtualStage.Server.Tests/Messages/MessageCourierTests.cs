using System.Net;
using System.Net.Sockets;
using VirtualStage.Osc;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Messages;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Messages;

public sealed class MessageCourierTests : IDisposable
{
    private const string Ok = "HTTP/1.1 204 No Content\r\n\r\n";

    private static readonly OutgoingMessage _message = new("hamlet-1", "MSG 1", new MessageAction("there", "/haze/on", [
        new(MessageArgumentKind.Integer, "-7"),
        new(MessageArgumentKind.Number, "0.5"),
        new(MessageArgumentKind.Text, "1"),
        new(MessageArgumentKind.Truth, "true"),
    ]));

    private readonly MessageCourier _courier = new();

    [Fact]
    public async Task Over_udp_the_message_is_a_datagram()
    {
        using var machine = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        await Carry($"osc-udp://127.0.0.1:{((IPEndPoint)machine.Client.LocalEndPoint!).Port}");
        Assert.Equal(new OscMessage("/haze/on", -7, 0.5f, "1", true), await Machine.Hear(machine));
    }

    [Fact]
    public async Task Over_tcp_the_message_is_a_slip_frame()
    {
        using var machine = Machine.Listen();
        var heard = Machine.Hear(machine);
        await Carry($"osc-tcp://127.0.0.1:{Machine.PortOf(machine)}");
        Assert.Equal(new OscMessage("/haze/on", -7, 0.5f, "1", true), await heard);
    }

    [Fact]
    public async Task Over_http_the_message_is_posted_as_json_behind_the_targets_path()
    {
        using var machine = Machine.Listen();
        var answered = Machine.Answer(machine, Ok);
        await Carry($"http://127.0.0.1:{Machine.PortOf(machine)}/api");
        var request = await answered;
        Assert.StartsWith("POST /api/haze/on HTTP/1.1\r\n", request);
        Assert.Contains("Content-Type: application/json\r\n", request);
        Assert.EndsWith("""{"performance":"hamlet-1","cue":"MSG 1","address":"/haze/on","arguments":[-7,0.5,"1",true]}""", request);
    }

    [Theory]
    [InlineData("HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n", "it answered 500")]
    [InlineData("HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n", "it answered 404")]
    [InlineData("HTTP/1.1 302 There\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n", "it answered 302")]
    [InlineData("what?\r\n\r\n", "")]
    public async Task An_answer_that_is_no_yes_is_an_error(string answer, string words)
    {
        using var machine = Machine.Listen();
        var answered = Machine.Answer(machine, answer);
        Assert.Contains(words, (await Fails($"http://127.0.0.1:{Machine.PortOf(machine)}")).Message);
        await answered;
    }

    [Fact]
    public async Task An_answer_without_an_end_is_not_waited_for()
    {
        using var machine = Machine.Listen();
        var answered = Machine.Answer(machine, "HTTP/1.1 200 OK\r\nContent-Length: 1000000000000\r\n\r\nand so on");
        await Carry($"http://127.0.0.1:{Machine.PortOf(machine)}");
        await answered;
    }

    [Theory]
    [InlineData("osc-tcp")]
    [InlineData("http")]
    public async Task A_connection_that_is_refused_is_an_error(string scheme) =>
        Assert.Contains("refused", (await Fails($"{scheme}://127.0.0.1:{Ports.FreeTcp()}")).Message, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public async Task A_host_that_there_is_not_is_an_error() => await Fails("osc-udp://nowhere.invalid:8000");

    [Fact]
    public async Task A_target_that_says_nothing_is_given_up()
    {
        using var machine = Machine.Listen();
        Assert.Equal("no answer within 5 seconds", (await Fails($"http://127.0.0.1:{Machine.PortOf(machine)}")).Message);
    }

    [Theory]
    [InlineData("/../admin")]
    [InlineData("/%2e%2e/admin")]
    public async Task A_path_that_leads_away_from_the_target_is_refused(string path)
    {
        var message = _message with { Action = _message.Action with { Address = path } };
        var target = MessageTarget.Parse($"there=http://127.0.0.1:{Ports.FreeTcp()}/api")!;
        var error = await Assert.ThrowsAsync<MessageException>(() => _courier.Carry(message, target, TestContext.Current.CancellationToken));
        Assert.Contains("leads away", error.Message);
    }

    public void Dispose() => _courier.Dispose();

    private Task Carry(string address) => _courier.Carry(_message, MessageTarget.Parse($"there={address}")!, TestContext.Current.CancellationToken);

    private Task<MessageException> Fails(string address) => Assert.ThrowsAsync<MessageException>(() => Carry(address));
}
