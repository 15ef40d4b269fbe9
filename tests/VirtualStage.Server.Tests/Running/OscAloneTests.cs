using System.Net;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Performances;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>A controller in a theatre where nobody else calls the show.</summary>
public sealed class OscAloneTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Where_nobody_calls_the_controller_takes_the_book_and_a_person_may_take_it_back()
    {
        var port = Ports.FreeTcp();
        await using var theatre = await RunningTheatre.Start(_folder["data"], "--no-bots", "--osc-port", $"{port}", "--osc-no-token");
        using var controller = OscController.OverUdp(port);
        await using var director = await Director.Enter(theatre, theatre.Ticket("p-director", "call"));

        Assert.Null(await controller.Ask("/standby", "LX 4"));
        Assert.Equal("OSC controller", (await director.View()).Caller.Name);
        Assert.Contains("take the book first", (await director.Send(new OpenHouse())).Reason);
        await director.Do(new TakeCalling());
        await director.Do(new OpenHouse());
        await director.Do(new CallBeginners());
        await director.Do(new StartShow());
        Assert.Null(await controller.Ask("/go"));

        Assert.Equal("p-director", Assert.Single(
            JournalFile.Happenings(theatre.Data, theatre.Performance), happening => happening.Event is CueCalled).Person);
    }

    [Fact]
    public async Task A_panic_stops_the_show_and_a_second_one_at_once()
    {
        var port = Ports.FreeTcp();
        await using var theatre = await RunningTheatre.Start(_folder["data"], "--no-bots", "--osc-port", $"{port}");
        await using var director = await Director.Enter(theatre, theatre.Ticket("p-director", "call"));
        await director.Do(new OpenHouse());
        await director.Do(new CallBeginners());
        await director.Do(new StartShow());
        using var controller = OscController.OverTcp(port);
        var token = File.ReadAllText(Path.Combine(theatre.Data, "osc.token")).Trim();

        Assert.Null(await controller.Ask("/panic", token));
        Assert.Equal(ShowState.Held, (await director.View()).Show);
        Assert.Null(await controller.Ask("/panic", token));

        Assert.Equal([true, false], JournalFile.Events(theatre.Data, theatre.Performance).OfType<Panicked>().Select(panic => panic.FadeMs > 0));
    }

    [Fact]
    public async Task Without_a_port_osc_is_off()
    {
        await using var theatre = await RunningTheatre.Start(_folder["data"], "--no-bots");
        using var http = theatre.With(theatre.Ticket("p-owner", "call"));

        using var status = await http.GetAsync("/api/osc", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, status.StatusCode);
        Assert.False(File.Exists(Path.Combine(theatre.Data, "osc.token")));
        Assert.DoesNotContain("OSC", theatre.Said);
    }

    public void Dispose() => _folder.Dispose();
}
