using VirtualStage.Contracts.Console;
using VirtualStage.Productions.Performances;
using VirtualStage.Server.Commands;
using VirtualStage.Server.Journal;
using VirtualStage.Server.Performances;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>A whole theatre whose journal is in PostgreSQL.</summary>
public sealed class PostgresTheatreTests : IClassFixture<OwnPostgres>, IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly PostgresServer _server;
    private readonly PostgresAddress _address;

    public PostgresTheatreTests(OwnPostgres postgres)
    {
        _server = postgres.Running;
        _address = _server.NewDatabase();
    }

    private string[] Journal => ["--journal", _server.Url(_address), "--journal-password", _server.PasswordFile];

    [Fact]
    public async Task Killed_it_goes_on_where_it_was_and_commands_read_it_beside()
    {
        await using var theatre = await RunningTheatre.Start(_folder["data"], ["--no-bots", .. Journal]);
        var caller = theatre.Ticket("p-caller", "call");
        PerformanceView before;
        await using (var director = await Director.Enter(theatre, caller))
        {
            await Begin(director);
            before = await director.View();
            await theatre.Kill();
        }

        await theatre.StartAgain();
        await using (var director = await Director.Enter(theatre, caller))
        {
            var after = await director.View();
            Assert.Equal((before.Show, before.CurrentLine, before.Standby, before.Revision), (after.Show, after.CurrentLine, after.Standby, after.Revision));
            Assert.Equal(CueState.Done, StateOf(after, "B 3"));
            await director.Do(new Go("LX 2"));
        }

        var report = await Executable.Run(["report", theatre.Performance, "--data", theatre.Data, .. Journal]);
        Assert.True(report.ExitCode == 0, report.Error);
        Assert.Contains("B 3", report.Out);
        var export = await Executable.Run(["production", "export", "hamlet", "--to", _folder["out"], .. Journal]);
        Assert.True(export.ExitCode == 0, export.Error);
        var import = await Executable.Run(["production", "import", Path.Combine(_folder["out"], "hamlet"), .. Journal]);
        Assert.Equal(ExitCode.Taken, import.ExitCode);
        Assert.Contains("a server runs on", Assert.Single(import.ErrorLines));
        Assert.False(File.Exists(Path.Combine(theatre.Data, "virtualstage.db")));
        Assert.Equal(["B 3", "LX 2"], Events(theatre.Performance).OfType<CueCalled>().Select(called => called.Cue));
        Assert.DoesNotContain(PostgresServer.Password, theatre.Said);
    }

    [Fact]
    public async Task While_PostgreSQL_is_away_the_stage_goes_on_commands_are_told_why_and_nothing_acknowledged_is_lost()
    {
        await using var theatre = await RunningTheatre.Start(_folder["data"], ["--no-bots", .. Journal]);
        await using var director = await Director.Enter(theatre, theatre.Ticket("p-caller", "call"));
        await Begin(director);
        var before = await director.View();
        _server.Stop();

        var refused = await director.Send(new Go("LX 2"));
        Assert.False(refused.Accepted);
        Assert.Contains("PostgreSQL", refused.Reason);
        Assert.DoesNotContain(PostgresServer.Password, refused.Reason);
        await Eventually.So(async () => (await director.View()).ShowTimeMs > before.ShowTimeMs + 1000);
        Assert.Equal(before.Revision, (await director.View()).Revision);
        using (var http = theatre.With(theatre.Ticket("p-1", "watch")))
        {
            using var renamed = await System.Net.Http.Json.HttpClientJsonExtensions.PutAsJsonAsync(http, "/api/me", new { name = "Anna", pronouns = "" }, TestContext.Current.CancellationToken);
            Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, renamed.StatusCode);
            Assert.Contains("by itself", await renamed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            using var playbill = await http.GetAsync("/api/playbill", TestContext.Current.CancellationToken);
            Assert.True(playbill.IsSuccessStatusCode);
            using var me = await http.GetAsync("/api/me", TestContext.Current.CancellationToken);
            Assert.True(me.IsSuccessStatusCode);
        }

        _server.Run();
        await Eventually.So(async () => (await director.Send(new Go("LX 2"))).Accepted);
        await Eventually.So(async () => StateOf(await director.View(), "LX 2") is CueState.Running or CueState.Done);
        Assert.Equal(["B 3", "LX 2"], Events(theatre.Performance).OfType<CueCalled>().Select(called => called.Cue));
    }

    [Fact]
    public async Task What_PostgreSQL_wrote_and_did_not_answer_to_is_done_when_it_is_back_and_the_stage_never_stops()
    {
        using var line = new CutLine(_address.Port);
        await using var theatre = await RunningTheatre.Start(
            _folder["data"], "--no-bots", "--journal", _server.Url(_address with { Port = line.Port }), "--journal-password", _server.PasswordFile);
        await using var director = await Director.Enter(theatre, theatre.Ticket("p-caller", "call"));
        await Begin(director);
        using var seat = await HouseSeat.Take(theatre);
        Assert.NotNull(await seat.Watch());
        line.CutAnswerTo("INSERT INTO journal", isDown: true);

        var doubtful = await director.Send(new Go("LX 2"));
        Assert.False(doubtful.Accepted);
        Assert.Contains("whether the last thing was written", doubtful.Reason);
        Assert.False((await director.Send(new Go("LX 2"))).Accepted);
        line.Mend();

        await Eventually.So(async () => StateOf(await director.View(), "LX 2") is CueState.Running or CueState.Done);
        await Eventually.So(async () => (await director.Send(new StandBy("C 3"))).Accepted);
        Assert.Equal(["B 3", "LX 2"], Events(theatre.Performance).OfType<CueCalled>().Select(called => called.Cue));
        // Who watches sat through it. Nobody moves: there is a frame a second.
        var number = seat.Number;
        while (seat.Number < number + 20)
        {
            Assert.NotNull(await seat.Watch());
        }
    }

    [Fact]
    public async Task A_PostgreSQL_that_goes_away_while_the_theatre_opens_ends_it_with_its_own_words()
    {
        using var line = new CutLine(_address.Port);
        // The last that is written before the links are shown.
        line.CutAnswerTo("INSERT INTO owner_key", isDown: true);

        var ran = await Executable.Run(
            "serve", "--data", _folder["data"], "--http-port", "0", "--udp-port", "0", "--no-bots",
            "--journal", _server.Url(_address with { Port = line.Port }), "--journal-password", _server.PasswordFile);

        Assert.Equal(ExitCode.Failed, ran.ExitCode);
        Assert.Equal(1, line.Cuts);
        Assert.DoesNotContain("BackgroundService", ran.Error);
        Assert.Contains("when it is back", ran.ErrorLines[^1]);
    }

    [Fact]
    public async Task Moved_in_the_middle_of_a_show_it_goes_on_and_its_backup_does_as_well()
    {
        await using (var theatre = await RunningTheatre.Start(_folder["data"], "--no-bots"))
        {
            await using var director = await Director.Enter(theatre, theatre.Ticket("p-caller", "call"));
            await Begin(director);
            await theatre.Signal("TERM");
        }

        var moved = await Executable.Run("move", "--data", _folder["data"], "--to", _server.Url(_address), "--journal-password", _server.PasswordFile);
        Assert.True(moved.ExitCode == 0, moved.Error);
        Assert.Contains("journal", moved.Out);
        var alone = await Executable.Run("serve", "--data", _folder["data"]);
        Assert.Equal(ExitCode.BadInput, alone.ExitCode);
        Assert.Contains("has moved to PostgreSQL", alone.Error);
        await using (var theatre = await RunningTheatre.Start(_folder["data"], ["--no-bots", .. Journal]))
        {
            await using var director = await Director.Enter(theatre, theatre.Ticket("p-caller", "call"));
            Assert.Equal(CueState.Done, StateOf(await director.View(), "B 3"));
            await director.Do(new StandBy("C 3"));
            var backup = await Executable.Run(["backup", "--data", theatre.Data, "--to", _folder["theatre.zip"], .. Journal]);
            Assert.True(backup.ExitCode == 0, backup.Error);
        }

        var restored = await Executable.Run("restore", _folder["theatre.zip"], "--data", _folder["back"]);
        Assert.True(restored.ExitCode == 0, restored.Error);
        await using (var theatre = await RunningTheatre.Start(_folder["back"], "--no-bots"))
        {
            await using var director = await Director.Enter(theatre, theatre.Ticket("p-caller", "call"));
            var view = await director.View();
            Assert.Equal(("C 3", CueState.Done), (view.Standby, StateOf(view, "B 3")));
        }
    }

    [Theory]
    [InlineData(2, "--journal-password", "--journal", "postgres://theatre:sesame@127.0.0.1/theatre")]
    [InlineData(2, "--journal: it takes an address", "--journal", "sqlite:sesame")]
    [InlineData(2, "goes with --journal alone", "--journal-password", "sesame")]
    [InlineData(3, "is not there", "--journal", "postgres://theatre@127.0.0.1/theatre", "--journal-password", "/not/there")]
    [InlineData(1, "cannot be reached", "--journal", "postgres://theatre@127.0.0.1:9/theatre")]
    public async Task What_is_wrong_is_one_line(int code, string words, params string[] args)
    {
        var ran = await Executable.Run(["serve", "--data", _folder["data"], "--http-port", "0", "--udp-port", "0", .. args]);

        Assert.Equal(code, ran.ExitCode);
        Assert.Contains(words, ran.Error);
        Assert.DoesNotContain("sesame", ran.Error);
        Assert.DoesNotContain("   at ", ran.Error);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task Begin(Director director)
    {
        await director.Do(new OpenHouse());
        await director.Do(new CallBeginners());
        await director.Do(new StartShow());
        await director.Do(new StandBy("B 3"));
        await director.Do(new Go("B 3"));
        await Eventually.So(async () => StateOf(await director.View(), "B 3") == CueState.Done);
        await director.Do(new Advance("1.1.179"));
        await director.Do(new StandBy("LX 2"));
    }

    private static CueState StateOf(PerformanceView view, string cue) => view.Cues.Single(one => one.Number == cue).State;

    private List<PerformanceEvent> Events(string performance)
    {
        using var database = PostgresDatabase.OpenToRead(_address);
        return [.. new PerformanceJournal(new DatabaseJournal(database, TimeProvider.System), performance).Read().Select(happening => happening.Event)];
    }
}
