using System.Net;
using System.Net.Sockets;
using VirtualStage.Contracts.Console;
using VirtualStage.Osc;
using VirtualStage.Productions.Performances;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>Cues that send messages to machines outside.</summary>
public sealed class MessageTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly UdpClient _desk = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly TcpListener _haze = Machine.Listen();

    [Fact]
    public async Task A_cue_sends_its_message_and_one_that_does_not_arrive_fails_with_the_reason()
    {
        await using var theatre = await RunningTheatre.Start(
            _folder["data"],
            "--no-bots",
            "--production", Production(),
            "--message-target", $"desk=osc-udp://127.0.0.1:{((IPEndPoint)_desk.Client.LocalEndPoint!).Port}",
            "--message-target", $"haze=http://127.0.0.1:{Machine.PortOf(_haze)}",
            "--message-target", $"gone=osc-tcp://127.0.0.1:{Ports.FreeTcp()}");
        await using var director = await Director.Enter(theatre, theatre.Ticket("p-caller", "call"));
        await director.Do(new OpenHouse());
        await director.Do(new CallBeginners());
        await director.Do(new StartShow());
        Assert.Contains("sends messages to 'nobody', which no --message-target names", theatre.Said);

        await Go(director, "M 1");
        Assert.Equal(new OscMessage("/cue/12/start", 1, "one"), await Machine.Hear(_desk));
        var answered = Machine.Answer(_haze, "HTTP/1.1 503 Later\r\nContent-Length: 0\r\n\r\n");
        await Go(director, "M 2");
        Assert.StartsWith("POST /on HTTP/1.1", await answered);
        await Go(director, "M 3");
        await Go(director, "M 4");

        await Fails(director, "M 2", "the message to haze did not arrive: it answered 503");
        await Fails(director, "M 3", "the message to gone did not arrive");
        await Fails(director, "M 4", "the theatre has no target of this name");
        Assert.Equal(CueState.Done, (await director.View()).Cues.Single(cue => cue.Number == "M 1").State);
        Assert.Equal(
            ["M 2", "M 3", "M 4"],
            JournalFile.Events(theatre.Data, theatre.Performance).OfType<CueFailed>().Select(failed => failed.Cue).Order());
    }

    public void Dispose()
    {
        _desk.Dispose();
        _haze.Dispose();
        _folder.Dispose();
    }

    private static async Task Go(Director director, string cue)
    {
        await director.Do(new StandBy(cue));
        await director.Do(new Go(cue));
    }

    private static Task Fails(Director director, string cue, string reason) => Eventually.So(
        async () => (await director.View()).Cues.SingleOrDefault(view => view.Number == cue) is { State: CueState.Failed } failed
            && failed.Reason!.Contains(reason),
        what: $"{cue} fails: {reason}");

    /// <summary>The bundled production with messages before its first cue.</summary>
    private string Production()
    {
        var folder = BundledProduction.CopyTo(_folder, "messages");
        var file = Path.Combine(folder, "production.yaml");
        File.WriteAllText(file, File.ReadAllText(file).Replace(
            "  - { number: LX 1,",
            """
              - { number: M 1, title: The desk, line: 1.1.1, message: { to: desk, address: /cue/12/start, arguments: [1, one] } }
              - { number: M 2, title: Haze, line: 1.1.1, message: { to: haze, address: /on } }
              - { number: M 3, title: Gone, line: 1.1.1, message: { to: gone, address: /on } }
              - { number: M 4, title: Nobody, line: 1.1.1, message: { to: nobody, address: /on } }
              - { number: LX 1,
            """,
            StringComparison.Ordinal));
        return folder;
    }
}
