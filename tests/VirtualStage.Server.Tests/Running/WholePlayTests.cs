using System.Net.Http.Json;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Doors;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Performances;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

public sealed class WholePlayTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task The_bundled_production_is_played_to_the_end_by_bots()
    {
        await using var theatre = await RunningTheatre.Start(_folder["data"], "--speed", "60");
        using var http = theatre.With(theatre.Ticket("p-watching", "watch"));
        var book = await http.GetFromJsonAsync<PromptBook>(
            $"/api/performances/{theatre.Performance}/book", TestContext.Current.CancellationToken);

        await Eventually.So(
            async () => (await http.GetFromJsonAsync<Playbill>("/api/playbill"))!.Performances.Single().Show == ShowState.Closed,
            TimeSpan.FromMinutes(4));

        var events = JournalFile.Events(theatre.Data, theatre.Performance);
        Assert.Equal(book!.Cues.Select(cue => cue.Number), events.OfType<CueCalled>().Select(called => called.Cue));
        Assert.Equal(book.Cues.Select(cue => cue.Number).Order(), events.OfType<CueStarted>().Select(started => started.Cue).Order());
        Assert.Equal(book.Cues.Select(cue => cue.Number).Order(), events.OfType<CueCompleted>().Select(done => done.Cue).Order());
        Assert.Equal(
            book.Items.Where(item => item.Kind == BookItemKind.Line).Select(item => item.Id),
            events.OfType<LineAdvanced>().Select(advanced => advanced.Line));
        Assert.Equal(
            [ShowState.HouseOpen, ShowState.Beginners, ShowState.Running, ShowState.CurtainCall, ShowState.Closed],
            events.OfType<ShowMoved>().Select(moved => moved.To));
        Assert.DoesNotContain("fail:", theatre.Said);
    }

    /// <summary>The whole of it with VIRTUALSTAGE_WHOLE_PLAY=1 in the environment; else its first scene.</summary>
    [Fact]
    public async Task A_production_that_was_made_of_hamlet_alone_is_played_by_bots_replayed_to_the_same_state_and_reported()
    {
        var isWhole = Environment.GetEnvironmentVariable("VIRTUALSTAGE_WHOLE_PLAY") == "1";
        var made = await Executable.Run("production", "new", "--from", SharedPlay.Find("hamlet.bosak.xml"), "--id", "elsinore", "--to", _folder.Path);
        Assert.Equal((0, ""), (made.ExitCode, made.Error));
        await using var theatre = await RunningTheatre.Start(_folder["data"], "--speed", "60", "--production", _folder["elsinore"]);
        await using var director = await Director.Enter(theatre, theatre.Ticket("p-watching", "watch", "notes"));
        using var http = theatre.With(theatre.Ticket("p-watching", "watch", "notes"));
        var book = (await http.GetFromJsonAsync<PromptBook>($"/api/performances/{theatre.Performance}/book", TestContext.Current.CancellationToken))!;
        var lines = book.Items.Where(item => item.Kind == BookItemKind.Line).Select(item => item.Id).ToList();

        await Eventually.So(
            async () => await director.View() is var view && (isWhole ? view.Show == ShowState.Closed : lines.IndexOf(view.CurrentLine!) > 150),
            isWhole ? TimeSpan.FromMinutes(15) : TimeSpan.FromMinutes(2));

        var (view, happenings) = await Eventually.Get(async () =>
        {
            var view = await director.View();
            var happenings = JournalFile.Happenings(theatre.Data, theatre.Performance);
            return happenings.Count == view.Revision ? Tuple.Create(view, happenings) : null;
        });
        var production = ProductionLoader.Load(ProductionSource.FromFolder(_folder["elsinore"])) with { Version = 1 };
        var replayed = new Performance(_ => production);
        foreach (var happening in happenings)
        {
            replayed.Replay(happening);
        }

        Assert.Equal(
            (view.Revision, view.Show, view.CurrentLine, view.Standby, view.Next, view.Stage.Look),
            (replayed.State.Revision, replayed.State.Show, replayed.State.CurrentLine, replayed.State.Standby, replayed.State.Playhead, replayed.State.Stage.Look));
        Assert.Equal(
            view.Cues.Select(cue => (cue.Number, cue.State, cue.StartedMs)).Order(),
            replayed.State.Cues.Where(pair => pair.Value.State != CueState.Waiting).Select(pair => (pair.Key, pair.Value.State, pair.Value.CalledMs)).Order());

        var report = (await http.GetFromJsonAsync<RunReport>($"/api/performances/{theatre.Performance}/report.json", TestContext.Current.CancellationToken))!;
        Assert.True(report.Cues.Length >= view.Cues.Count(cue => cue.State == CueState.Done), "a cue is not in the report");
        if (isWhole)
        {
            Assert.Equal(lines, happenings.Select(happening => happening.Event).OfType<LineAdvanced>().Select(advanced => advanced.Line));
            Assert.Equal(book.Cues.Length, report.Cues.Select(cue => cue.Number).Distinct().Count());
            Assert.Empty(report.NotCalled);
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"{lines.Count} lines, {report.Cues.Length} cues, {happenings.Count} events, {view.ShowTimeMs / 60_000} minutes of show time");
        }

        Assert.DoesNotContain("fail:", theatre.Said);
    }

    public void Dispose() => _folder.Dispose();
}
