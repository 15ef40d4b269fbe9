using System.Text.Json;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("serve")]
    [InlineData("play")]
    [InlineData("play", "stats")]
    [InlineData("show")]
    [InlineData("show", "graph")]
    [InlineData("schedule")]
    [InlineData("schedule", "simulate")]
    [InlineData("schedule", "compare")]
    [InlineData("schedule", "train")]
    [InlineData("bots")]
    [InlineData("ticket")]
    [InlineData("broadcast")]
    [InlineData("recording", "export")]
    public async Task Every_subcommands_help_has_an_example(params string[] command)
    {
        var ran = await Executable.Run([.. command, "--help"]);

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains($"Example: virtualstage {string.Join(' ', command)}", ran.Out);
    }

    [Theory]
    [InlineData("--no-such-option")]
    [InlineData("serve", "--speed", "1000")]
    [InlineData("serve", "--speed", "0")]
    [InlineData("serve", "--speed", "NaN")]
    [InlineData("--speed", "fast")]
    [InlineData("serve", "--go-debounce", "-1")]
    [InlineData("serve", "--go-debounce", "5000")]
    [InlineData("serve", "--go-debounce", "soon")]
    [InlineData("serve", "--http-port", "70000")]
    [InlineData("serve", "--http-port", "web")]
    [InlineData("serve", "--udp-port", "-1")]
    [InlineData("serve", "--listen", "everywhere")]
    [InlineData("serve", "--listen", "::1")]
    [InlineData("serve", "--udp-endpoint", "theatre.example")]
    [InlineData("serve", "--message-target", "lights")]
    [InlineData("serve", "--message-target", "lights=ftp://lights.example")]
    [InlineData("serve", "--message-target", "a=osc-udp://10.0.0.1:1", "--message-target", "a=osc-udp://10.0.0.2:1")]
    [InlineData("serve", "--osc-port", "70000")]
    [InlineData("serve", "--osc-port", "on")]
    [InlineData("serve", "--osc-port", "0", "--osc-listen", "everywhere")]
    [InlineData("serve", "--osc-port", "0", "--osc-listen", "0.0.0.0", "--osc-no-token")]
    [InlineData("serve", "--osc-port", "0", "--osc-token-file", "token", "--osc-no-token")]
    [InlineData("serve", "--osc-port", "0", "--osc-feedback", "companion")]
    [InlineData("serve", "--public-url", "theatre.example")]
    [InlineData("serve", "--cluster", "127.0.0.1:6379")]
    [InlineData("serve", "--cluster", "redis://:secret@127.0.0.1:6379")]
    [InlineData("serve", "--cluster", "redis://127.0.0.1:6379/theatre")]
    [InlineData("serve", "--cluster-password", "password")]
    [InlineData("serve", "--internal-url", "http://127.0.0.1:5080")]
    [InlineData("serve", "--cluster", "redis://127.0.0.1:6379", "--internal-url", "127.0.0.1:5080")]
    [InlineData("serve", "--silo", "0.0.0.0:11111")]
    [InlineData("serve", "--silo", "10.0.0.2")]
    [InlineData("serve", "--cluster-probe", "50")]
    [InlineData("serve", "--cluster-missed", "0")]
    [InlineData("serve", "--cluster-votes", "many")]
    [InlineData("serve", "--silo", "theatre.example:11111")]
    [InlineData("serve", "--public-url", "file:///etc")]
    [InlineData("play")]
    [InlineData("play", "stats")]
    [InlineData("show", "graph", "--format", "crayon")]
    [InlineData("ticket", "--scopes", "act,fly")]
    [InlineData("broadcast", "--size", "1280")]
    [InlineData("broadcast", "--fps", "0")]
    [InlineData("broadcast", "--surtitles", "sung")]
    [InlineData("broadcast", "--to", "film.mp4")]
    [InlineData("broadcast", "--to", "rtmp://live.example/app/key", "--surtitles", "track")]
    [InlineData("broadcast", "--theatre", "nowhere")]
    [InlineData("recording", "export", "a.vsr")]
    [InlineData("recording", "export", "a.vsr", "--to", "rtmp://live.example/app/key")]
    [InlineData("bots", "--theatre", "nowhere")]
    [InlineData("bots", "--theatre", "ftp://theatre.example", "--ticket", "x")]
    [InlineData("schedule")]
    [InlineData("schedule", "simulate", "--schedule", "opera")]
    [InlineData("schedule", "simulate", "--devices", "0")]
    [InlineData("schedule", "simulate", "--devices", "1.5")]
    [InlineData("schedule", "simulate", "--micro-batches", "many")]
    [InlineData("schedule", "simulate", "--forward", "-1")]
    [InlineData("schedule", "simulate", "--all-reduce", "NaN")]
    [InlineData("schedule", "compare", "--weight", "1e9")]
    [InlineData("dance")]
    public async Task A_wrong_command_line_is_said_so_and_nothing_is_done(params string[] args)
    {
        var ran = await Executable.Run(args);

        Assert.Equal(2, ran.ExitCode);
        Assert.NotEmpty(ran.ErrorLines);
        Assert.DoesNotContain("   at ", ran.Error);
        Assert.DoesNotContain("Raising the house", ran.Out);
    }

    [Theory]
    [InlineData("one journal")]
    [InlineData("--trusted-proxy", "--journal", "postgres://theatre@127.0.0.1/theatre", "--signing-key", "signing.key")]
    public async Task A_server_that_would_not_fit_into_its_cluster_does_not_start(string said, params string[] args)
    {
        using var folder = new TempFolder();

        var ran = await Executable.Run(["serve", "--data", folder.Path, "--cluster", "redis://127.0.0.1:6379", .. args]);

        Assert.Equal(3, ran.ExitCode);
        Assert.Contains(said, Assert.Single(ran.ErrorLines));
    }

    [Fact]
    public async Task What_is_wrong_with_a_speed_is_said()
    {
        Assert.Contains("--speed takes a number from 0.1 to 60", (await Executable.Run("serve", "--speed", "1000")).Error);
    }

    [Fact]
    public async Task Both_machines_are_drawn_with_every_state()
    {
        foreach (var format in new[] { "mermaid", "dot" })
        {
            var ran = await Executable.Run("show", "graph", "--format", format);

            Assert.Equal(0, ran.ExitCode);
            var cue = ran.Out.IndexOf(format == "mermaid" ? "%% cue" : "// cue", StringComparison.Ordinal);
            Assert.InRange(cue, 1, ran.Out.Length);
            Assert.All(Enum.GetNames<ShowState>(), state => Assert.Contains(state, ran.Out[..cue]));
            Assert.All(Enum.GetNames<CueState>(), state => Assert.Contains(state, ran.Out[cue..]));
        }
    }

    [Fact]
    public async Task A_ticket_for_a_folder_that_is_no_theatres_is_not_signed()
    {
        using var folder = new TempFolder();

        var ran = await Executable.Run("ticket", "--data", folder.Path);

        Assert.Equal((3, ""), (ran.ExitCode, ran.Out));
        Assert.Contains("no signing.key", Assert.Single(ran.ErrorLines));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Tickets_name_the_scopes_that_they_were_signed_for()
    {
        using var folder = new TempFolder();
        Server.Doors.SigningKey.In(folder.Path);

        var ran = await Executable.Run("ticket", "--data", folder.Path, "--scopes", "act, bot", "--role", "hamlet", "--json");

        Assert.Equal(0, ran.ExitCode);
        var ticket = JsonDocument.Parse(ran.Out).RootElement;
        Assert.Equal(["act", "bot"], ticket.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()));
        Assert.Equal("hamlet", ticket.GetProperty("role").GetString());
        Assert.Equal(3, ticket.GetProperty("ticket").GetString()!.Split('.').Length);
        var all = await Executable.Run("ticket", "--data", folder.Path);
        Assert.Equal(3, Assert.Single(all.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Split('.').Length);
    }

    [Fact]
    public async Task Bots_without_a_ticket_or_a_theatre_end_with_one_line()
    {
        var noTicket = await Executable.Run("bots");
        var noTheatre = await Executable.Run("bots", "--theatre", $"http://127.0.0.1:{Ports.FreeTcp()}", "--ticket", "x");

        Assert.Equal(2, noTicket.ExitCode);
        Assert.Contains("VIRTUALSTAGE_TICKET", Assert.Single(noTicket.ErrorLines));
        Assert.Equal(1, noTheatre.ExitCode);
        Assert.Single(noTheatre.ErrorLines);
    }
}
