using System.Net.Http.Json;
using VirtualStage.Contracts.Console;
using VirtualStage.Osc;
using VirtualStage.Productions.Performances;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>Controllers that call a show by OSC.</summary>
[Collection(nameof(OscTheatre))]
public sealed class OscTests(OscTheatre open)
{
    private RunningTheatre Theatre => open.Theatre;

    [Theory]
    [InlineData("udp", "B 10")]
    [InlineData("slip", "B 11")]
    [InlineData("length", "LX 4")]
    public async Task A_controller_connects_puts_a_cue_on_standby_calls_it_and_is_told(string way, string cue)
    {
        using var controller = Over(way);
        Assert.Null(await controller.Ask("/virtualstage/connect", open.Token));
        Assert.Null(await controller.Ask("/virtualstage/updates", 1));
        await controller.Next("/virtualstage/show", message => message.Arguments[0].Equals(new OscString("running")));

        Assert.Null(await controller.Ask("/virtualstage/standby", cue));
        var standby = await controller.Next("/virtualstage/standby", message => message.Arguments[0].Equals(new OscString(cue)));
        Assert.NotEqual("", standby.Arguments[1].ToString());
        Assert.Null(await controller.Ask("/virtualstage/go"));
        await controller.Next("/virtualstage/running", message => message.Arguments.Contains(new OscString(cue)));

        var (commandId, person, _, _, _) = Assert.Single(
            JournalFile.Happenings(Theatre.Data, Theatre.Performance), happening => happening.Event is CueCalled called && called.Cue == cue);
        Assert.Equal("p-caller", person);
        Assert.StartsWith("osc-", commandId);
    }

    [Theory]
    [InlineData("udp")]
    [InlineData("slip")]
    public async Task Without_the_token_nothing_happens_and_the_controller_is_told_why(string way)
    {
        using var controller = Over(way);
        var before = await Status();

        Assert.Contains("token", await controller.Ask("/virtualstage/panic"));
        Assert.Contains("token", await controller.Ask("/virtualstage/connect", "not the theatre's token"));
        Assert.Contains("token", await controller.Ask("/virtualstage/updates", 1));

        Assert.Equal(before.Strangers + 3, (await Status()).Strangers);
        Assert.DoesNotContain(JournalFile.Events(Theatre.Data, Theatre.Performance), happened => happened is Panicked);
    }

    [Theory]
    [InlineData("udp", "B 15")]
    [InlineData("slip", "LX 7")]
    public async Task The_token_before_the_arguments_of_a_message_needs_no_session(string way, string cue)
    {
        using (var controller = Over(way))
        {
            Assert.Null(await controller.Ask("/virtualstage/standby", open.Token, cue));
            Assert.Contains("token", await controller.Ask("/virtualstage/go"));
        }

        using var other = Over(way);
        Assert.Null(await other.Ask("/virtualstage/go", open.Token));
    }

    [Fact]
    public async Task A_refused_command_is_answered_with_the_reason()
    {
        using var controller = await Connected();

        Assert.Contains("there is no cue LX 999", await controller.Ask("/virtualstage/standby", "LX 999"));
        Assert.Contains("not on standby", await controller.Ask("/virtualstage/go", "LX 20"));
        Assert.Contains("nothing answers to /virtualstage/dance", await controller.Ask("/virtualstage/dance"));
    }

    [Fact]
    public async Task Buttons_made_for_qlab_work()
    {
        using var controller = await Connected();

        Assert.Null(await controller.Ask("/thump"));
        Assert.Null(await controller.Ask("/cue/LX 5/load"));
        Assert.Null(await controller.Ask("/cue/LX?5/start"));
        Assert.Null(await controller.Ask("/line/1.1.20"));
        await controller.Send("/workspace/6E3C/cue/LX 6/load");
        Assert.Equal(new OscInt(1), (await controller.Next("/virtualstage/reply/cue/LX 6/load")).Arguments[0]);
        Assert.Null(await controller.Ask("/go"));
    }

    [Fact]
    public async Task A_button_that_is_let_go_does_nothing()
    {
        using var controller = await Connected();
        await controller.Send("/virtualstage/hold", 0f);
        await controller.Send("/virtualstage/hold", false);

        Assert.Null(await controller.Ask("/virtualstage/thump"));
        await using var director = await Director.Enter(Theatre, Theatre.Ticket("p-watching", "notes"));
        Assert.True((await director.View()).ShowTimeRuns);
        Assert.DoesNotContain(controller.Heard, message => message.Address == "/virtualstage/reply/hold");
    }

    [Fact]
    public async Task A_hold_is_told_to_everybody_who_listens_and_taken_back()
    {
        using var controller = await Connected();
        using var feedback = OscController.OverUdp(0, open.FeedbackPort);

        Assert.Null(await controller.Ask("/virtualstage/hold", "a chair is in the way"));
        await feedback.Next("/virtualstage/reply/hold");
        await feedback.Next("/virtualstage/show", message => message.Arguments[0].Equals(new OscString("held")));
        Assert.Null(await controller.Ask("/virtualstage/resume"));
        await feedback.Next("/virtualstage/show", message => message.Arguments[0].Equals(new OscString("running")));
    }

    [Fact]
    public async Task Replies_go_to_the_port_that_was_asked_for()
    {
        using var controller = OscController.OverUdp(open.Port);
        var port = Ports.FreeUdp();
        using var listening = OscController.OverUdp(0, port);

        await controller.Send("/virtualstage/connect", open.Token, port);
        await listening.Next("/virtualstage/reply/connect");
        await controller.Send("/virtualstage/thump");
        await listening.Next("/virtualstage/reply/thump");
        Assert.Empty(controller.Heard);
        await controller.Send("/virtualstage/connect", open.Token, 70_000);
        Assert.Contains("no port", (await listening.Next("/virtualstage/reply/connect")).Arguments[1].ToString());
    }

    [Fact]
    public async Task What_is_malformed_is_counted_and_dropped()
    {
        using var controller = await Connected();
        using var connection = await Connected("slip");
        var before = await Status();
        var random = new Random(5);
        for (var i = 0; i < 20; i++)
        {
            var noise = new byte[random.Next(1, 200)];
            random.NextBytes(noise);
            noise[0] = 1;
            await controller.Send(noise);
            await connection.Send(noise);
        }

        // Datagrams are taken in order: what comes before the answer was taken.
        Assert.Null(await controller.Ask("/virtualstage/thump"));
        Assert.Null(await connection.Ask("/virtualstage/thump"));
        Assert.Equal(before.Malformed + 40, (await Status()).Malformed);
    }

    [Fact]
    public async Task Who_sends_nothing_but_noise_over_a_connection_is_shown_out()
    {
        using var connection = OscController.OverTcp(open.Port);
        using var lost = OscController.OverTcp(open.Port, OscFraming.Length);
        for (var i = 0; i < 50; i++)
        {
            await connection.Send([1, 2, 3]);
        }

        await lost.Send([]);

        Assert.True(await connection.IsShownOut());
        Assert.True(await lost.IsShownOut());
    }

    [Fact]
    public async Task The_token_is_told_to_nobody()
    {
        using var controller = await Connected();
        using var http = Theatre.With(Theatre.Ticket("p-watching", "notes"));

        Assert.DoesNotContain(open.Token, Theatre.Said);
        Assert.Contains("osc.token", Theatre.Said);
        Assert.DoesNotContain(open.Token, await http.GetStringAsync("/api/osc", TestContext.Current.CancellationToken));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(Theatre.Data, "osc.token")));
        }
    }

    private OscController Over(string way) => way switch
    {
        "udp" => OscController.OverUdp(open.Port),
        "slip" => OscController.OverTcp(open.Port),
        _ => OscController.OverTcp(open.Port, OscFraming.Length),
    };

    private async Task<OscController> Connected(string way = "udp")
    {
        var controller = Over(way);
        Assert.Null(await controller.Ask("/virtualstage/connect", open.Token));
        return controller;
    }

    private async Task<OscStatus> Status()
    {
        using var http = Theatre.With(Theatre.Ticket("p-watching", "notes"));
        return (await http.GetFromJsonAsync<OscStatus>("/api/osc", TestContext.Current.CancellationToken))!;
    }
}
