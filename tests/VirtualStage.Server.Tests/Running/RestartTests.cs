using System.Diagnostics;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Performances;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>A server that ends, in one way or the other, and starts again.</summary>
public sealed class RestartTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Killed_in_the_middle_of_a_cue_it_goes_on_where_it_was()
    {
        // Slow, so that the cue of six seconds is in its middle still when a busy machine has the server up again.
        await using var theatre = await RunningTheatre.Start(_folder["data"], "--no-bots", "--speed", "0.4");
        var caller = theatre.Ticket("p-caller", "call");
        PerformanceView before;
        await using (var director = await Director.Enter(theatre, caller))
        {
            await director.Do(new OpenHouse());
            await director.Do(new CallBeginners());
            await director.Do(new StartShow());
            await Call(director, "B 3");
            await Eventually.So(async () => StateOf(await director.View(), "B 3") == CueState.Done);
            await director.Do(new Advance("1.1.179"));
            await Call(director, "LX 2");
            await Eventually.So(async () => StateOf(await director.View(), "LX 2") == CueState.Running);
            await Task.Delay(TimeSpan.FromSeconds(2.5), TestContext.Current.CancellationToken);
            await director.Do(new StandBy("C 3"));
            before = await director.View();
            await theatre.Kill();
        }

        await theatre.StartAgain();
        await using (var director = await Director.Enter(theatre, caller))
        {
            var after = await director.View();
            Assert.Equal((ShowState.Running, "1.1.179", "C 3", "p-caller"), (after.Show, after.CurrentLine, after.Standby, after.Caller.Person));
            Assert.Equal(CueState.Done, StateOf(after, "B 3"));
            Assert.Equal(CueState.Running, StateOf(after, "LX 2"));
            Assert.Equal(before.Revision, after.Revision);
            // The time that the server was down does not count; what passed since it is up again does.
            Assert.True(after.ShowTimeMs > before.ShowTimeMs - 1500, $"show time was {before.ShowTimeMs} and is {after.ShowTimeMs}");
            var due = before.Cues.Single(cue => cue.Number == "LX 2").DueMs;
            Assert.Equal(due, after.Cues.Single(cue => cue.Number == "LX 2").DueMs);
            await director.Do(new Go("C 3"));
            await Eventually.So(async () => StateOf(await director.View(), "LX 2") == CueState.Done);
        }

        var events = JournalFile.Events(theatre.Data, theatre.Performance);
        Assert.Single(events.OfType<PerformanceOpened>());
        Assert.Equal(["B 3", "LX 2", "C 3"], events.OfType<CueCalled>().Select(called => called.Cue));
        Assert.Equal(["B 3", "LX 2", "C 3"], events.OfType<CueStarted>().Select(started => started.Cue));
        Assert.Equal(3, events.OfType<CueCompleted>().DistinctBy(done => done.Cue).Count());
        Assert.Equal(3, events.OfType<CueCompleted>().Count());
        Assert.Single(events.OfType<LineAdvanced>());
    }

    [Fact]
    public async Task A_group_that_was_paused_in_the_middle_is_so_after_a_restart_and_goes_on()
    {
        await using var theatre = await RunningTheatre.Start(
            _folder["data"], "--no-bots", "--speed", "4", "--production", EveryKindTheatre.WriteTo(_folder["every-kind"]));
        var caller = theatre.Ticket("p-caller", "call");
        CueView[] before;
        await using (var director = await Director.Enter(theatre, caller))
        {
            await director.Do(new CallBeginners());
            await director.Do(new StartShow());
            await Call(director, "2");
            await Call(director, "8");
            await Eventually.So(async () => StateOf(await director.View(), "8b") == CueState.Running);
            await director.Do(new PauseCue("8"));
            await director.Do(new PauseCue("2"));
            before = (await director.View()).Cues;
            await theatre.Kill();
        }

        await theatre.StartAgain();
        await using (var director = await Director.Enter(theatre, caller))
        {
            Assert.Equal(before, (await director.View()).Cues);
            Assert.Contains(before, cue => cue is { Number: "2", State: CueState.Paused, LeftMs: > 0 });
            await director.Do(new ResumeCue("8"));
            await Eventually.So(async () => StateOf(await director.View(), "8f") is CueState.Done or CueState.Failed);
            Assert.Equal(CueState.Paused, StateOf(await director.View(), "2"));
        }

        var called = JournalFile.Events(theatre.Data, theatre.Performance).OfType<CueCalled>().Select(cue => cue.Cue).ToList();
        Assert.Equal(["2", "8", "8a", "8b"], called.Take(4));
        Assert.Equal(called.Count, called.Distinct().Count());
    }

    [Fact]
    public async Task A_performance_that_was_closed_before_is_woken_by_nobody_who_asks_for_it()
    {
        await using var theatre = await RunningTheatre.Start(_folder["data"], "--no-bots");
        var closed = theatre.Performance;
        await using (var director = await Director.Enter(theatre, theatre.Ticket("p-caller", "call")))
        {
            await director.Do(new CallBeginners());
            await director.Do(new StartShow());
            await director.Do(new TakeCurtainCall());
            await director.Do(new CloseShow());
        }

        await theatre.Kill();
        await theatre.StartAgain();

        Assert.NotEqual(closed, theatre.Performance);
        using var http = theatre.Stranger();
        for (var asked = 0; asked < 2; asked++)
        {
            using var plan = await http.GetAsync($"/api/performances/{closed}/plan", TestContext.Current.CancellationToken);
            Assert.Equal(System.Net.HttpStatusCode.NotFound, plan.StatusCode);
        }

        var playbill = await http.GetStringAsync("/api/playbill", TestContext.Current.CancellationToken);
        Assert.DoesNotContain($"\"{closed}\"", playbill);
    }

    [Fact]
    public async Task The_time_that_it_was_down_does_not_count()
    {
        await using var theatre = await RunningTheatre.Start(_folder["data"], "--no-bots");
        var caller = theatre.Ticket("p-caller", "call");
        var down = TimeSpan.FromSeconds(2);
        Stopwatch passed;
        PerformanceView before;
        await using (var director = await Director.Enter(theatre, caller))
        {
            await director.Do(new OpenHouse());
            await director.Do(new CallBeginners());
            await director.Do(new StartShow());
            await Eventually.So(async () => (await director.View()).ShowTimeMs > 2000);
            before = await director.View();
            passed = Stopwatch.StartNew();
            await theatre.Kill();
        }

        await Task.Delay(down, TestContext.Current.CancellationToken);
        await theatre.StartAgain();
        await using (var director = await Director.Enter(theatre, caller))
        {
            var after = await director.View();
            Assert.Equal((ShowState.Running, true), (after.Show, after.ShowTimeRuns));
            Assert.InRange(after.ShowTimeMs, before.ShowTimeMs - 1500, before.ShowTimeMs + (passed.Elapsed - down).TotalMilliseconds);
            await Eventually.So(async () => (await director.View()).ShowTimeMs > after.ShowTimeMs);
        }
    }

    [Fact]
    public async Task An_actor_stands_where_they_stood_when_they_come_back()
    {
        await using var theatre = await RunningTheatre.Start(_folder["data"], "--no-bots");
        await using (var director = await Director.Enter(theatre, theatre.Ticket("p-director", "cast")))
        {
            await director.Do(new CastRole("hamlet", "p-anna"));
        }

        ActorPose stood;
        using (var player = await LivePlayer.Enter(theatre, theatre.Ticket("p-anna", "act"), "hamlet"))
        {
            var from = player.Pose!.Value;
            var wish = (sbyte)(from.X > 0 ? -127 : 127);
            await player.Until(
                () => Math.Abs(player.Pose!.Value.X - from.X) > 600, () => player.Stage.Move(new(1, wish, 0, 64, Gait.Run)));
            await player.For(TimeSpan.FromSeconds(2.5));
            stood = player.Pose!.Value;
            await theatre.Kill();
        }

        await theatre.StartAgain();
        using (var player = await LivePlayer.Enter(theatre, theatre.Ticket("p-anna", "act"), "hamlet"))
        {
            Assert.Equal((stood.X, stood.Z), (player.Pose!.Value.X, player.Pose.Value.Z));
        }
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task Told_to_end_it_says_goodbye_and_ends_well(string signal)
    {
        await using var theatre = await RunningTheatre.Start(_folder["data"]);
        if (signal == "INT" && theatre.IgnoresInterrupts)
        {
            Assert.Skip("this test run was started with interrupts ignored, and its children inherit that");
        }

        using var seat = await HouseSeat.Take(theatre, ticket: theatre.Ticket("p-guest", "watch"));
        await seat.Watch();
        await using var director = await Director.Enter(theatre, theatre.Ticket("p-notes", "notes"));
        var since = Stopwatch.StartNew();

        Assert.Equal(0, await theatre.Signal(signal));

        Assert.True(since.Elapsed < TimeSpan.FromSeconds(10), $"it took {since.Elapsed}");
        Assert.Contains("Bringing the curtain down", theatre.Said);
        Assert.False(theatre.Said.Contains("   at ", StringComparison.Ordinal), theatre.Said);
    }

    [Fact]
    public async Task A_production_is_not_taken_for_another_whose_name_begins_the_same()
    {
        var (longer, shorter) = (BundledProduction.CopyTo(_folder, "hamlet-by-candlelight"), BundledProduction.CopyTo(_folder, "hamlet"));
        await using (var theatre = await RunningTheatre.Start(_folder["data"], "--no-bots", "--production", longer))
        {
            Assert.Equal("hamlet-by-candlelight-1", theatre.Performance);
            await theatre.Signal("TERM");
        }

        await using (var theatre = await RunningTheatre.Start(_folder["data"], "--no-bots", "--production", shorter))
        {
            Assert.Equal("hamlet-2", theatre.Performance);
        }
    }

    [Fact]
    public async Task A_performance_goes_on_with_the_files_that_it_opened_with()
    {
        var folder = BundledProduction.CopyTo(_folder, "hamlet");
        await using var theatre = await RunningTheatre.Start(_folder["data"], "--no-bots", "--production", folder);
        await theatre.Kill();
        var sheet = Path.Combine(folder, "production.yaml");
        File.WriteAllText(sheet, File.ReadAllText(sheet).Replace("the watch, the nunnery and the duel", "changed", StringComparison.Ordinal));

        await theatre.StartAgain();

        Assert.Equal("hamlet-1", theatre.Performance);
        await using var director = await Director.Enter(theatre, theatre.Ticket("p-director", "call"));
        await director.Do(new CloseShow());
        await theatre.Kill();
        await theatre.StartAgain();
        Assert.Equal("hamlet-2", theatre.Performance);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task Call(Director director, string cue)
    {
        await director.Do(new StandBy(cue));
        await director.Do(new Go(cue));
    }

    private static CueState StateOf(PerformanceView view, string cue) =>
        view.Cues.SingleOrDefault(run => run.Number == cue)?.State ?? CueState.Waiting;
}
