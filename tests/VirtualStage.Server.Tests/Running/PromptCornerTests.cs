using System.Net.Http.Json;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Productions;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Performances;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>What a caller does with cues of every kind, through the hub, as the house and another operator see it.</summary>
public sealed class PromptCornerTests(EveryKindTheatre open) : IClassFixture<EveryKindTheatre>
{
    private RunningTheatre Theatre => open.Theatre;

    [Fact]
    public async Task A_group_calls_its_members_ends_with_them_and_the_next_cue_follows()
    {
        await using var caller = await Caller();
        await Jump(caller, "6");
        await Call(caller, "6");
        await IsDone(caller, "6a", "6b", "6c", "6", "7");

        var called = JournalFile.Events(Theatre.Data, Theatre.Performance).OfType<CueCalled>().TakeLast(5).Select(cue => (cue.Cue, cue.Origin));
        Assert.Equal(
            [("6", CueOrigin.Go), ("6a", CueOrigin.Group), ("6b", CueOrigin.Group), ("6c", CueOrigin.Group), ("7", CueOrigin.AutoFollow)],
            called);
    }

    [Fact]
    public async Task A_department_is_warned_is_ready_and_stays_so_on_standby_until_go()
    {
        await using var caller = await Caller();
        await using var lights = await Director.Enter(Theatre, Theatre.Ticket("p-lights", "notes"));
        await Jump(caller, "3");
        await caller.Do(new Warn("3"));
        await Eventually.So(() => lights.Told?.Warned == "3");
        await lights.Do(new AcknowledgeStandby("3", "Lights"));
        await Eventually.So(() => caller.Told is { Ready: ["Lights"] });

        await caller.Do(new StandBy("3"));
        Assert.Equal(["Lights"], (await caller.View()).Ready);
        Assert.False((await lights.Send(new Go("3"))).Accepted);
        await caller.Do(new Go("3"));
        Assert.Empty((await caller.View()).Ready);
        Assert.False((await lights.Send(new AcknowledgeStandby("3", "Lights"))).Accepted);
    }

    [Fact]
    public async Task A_go_that_saw_another_standby_is_refused()
    {
        await using var caller = await Caller();
        await Jump(caller, "14");
        await caller.Do(new StandBy("14"));
        var seen = (await caller.View()).Revision;
        await caller.Do(new StandBy("16"));
        await caller.Do(new StandBy("14"));

        var stale = await caller.Send(new Go("14", seen));
        Assert.Equal("cue 14 was put on standby, or edited, after what you saw: look, and give GO again", stale.Reason);
        await caller.Do(new Go("14", (await caller.View()).Revision));
    }

    [Fact]
    public async Task The_cart_is_fired_while_the_playhead_stays()
    {
        await using var caller = await Caller();
        await Jump(caller, "2");
        await caller.Do(new FireCue("K 2"));
        await IsDone(caller, "K 2a", "K 2b", "K 2");
        Assert.Equal("2", (await caller.View()).Next);
        Assert.Contains("put it on standby", (await caller.Send(new FireCue("3"))).Reason);
    }

    [Fact]
    public async Task Back_takes_the_last_go_back_and_the_house_sees_the_stage_as_it_was()
    {
        await using var caller = await Caller();
        using var seat = await HouseSeat.Take(Theatre);
        await Jump(caller, "1");
        await Call(caller, "1");
        await SeesUntil(seat, scene => scene.Light.Look == "morning");

        await caller.Do(new Back());

        var view = await caller.View();
        Assert.Equal(("1", "dark", 0), (view.Next, view.Stage.Look, view.CanGoBack));
        await SeesUntil(seat, scene => scene.Light.Look == "dark");
        Assert.Contains("there is no GO to take back", (await caller.Send(new Back())).Reason);
    }

    [Fact]
    public async Task A_jump_has_the_stage_that_the_sheet_would_have_there()
    {
        await using var caller = await Caller();
        using var seat = await HouseSeat.Take(Theatre);
        await Jump(caller, "7");

        var stage = (await caller.View()).Stage;
        Assert.Equal(("night", "centre", "window"), (stage.Look, stage.Roles.Single(role => role.Role == "anna").Mark, stage.Roles.Single(role => role.Role == "bert").Mark));
        Assert.Equal(["cloth"], stage.PiecesIn);
        Assert.Equal("ghost", stage.Performers.Single().Role);
        await SeesUntil(seat, scene => scene.Light.Look == "night" && scene.Performers.Any(move => move.Role == "ghost"));
    }

    [Fact]
    public async Task A_cue_that_goes_elsewhere_moves_the_playhead()
    {
        await using var caller = await Caller();
        await Jump(caller, "13");
        await Call(caller, "13");
        await Eventually.So(async () => (await caller.View()).Next == "2");
    }

    [Fact]
    public async Task An_edit_of_the_running_show_reaches_the_caller_and_the_house_and_undoing_it_as_well()
    {
        await using var caller = await Caller();
        await using var editor = await Editor.Enter(Theatre, Theatre.Ticket("p-editor", "edit"), "every-kind");
        using var seat = await HouseSeat.Take(Theatre);
        await Jump(caller, "9");
        await caller.Do(new StandBy("9"));
        var version = await editor.Edit(new RenumberCues("9", "9", null, "", 9.5, 1), new PutEntry("looks", "night", """{"day":{"colour":"#112233","intensity":0.2}}"""));

        var view = await ViewOf(caller, version);
        Assert.Equal(("9.5", "9.5"), (view.Standby, view.Next));
        await SeesUntil(seat, scene => scene.PlanVersion == version && scene.Light.To[0].Colour == 0x112233);
        using var http = Theatre.With(Theatre.Ticket("p-caller", "call"));
        var book = (await http.GetFromJsonAsync<PromptBook>($"/api/performances/{Theatre.Performance}/book", TestContext.Current.CancellationToken))!;
        Assert.Equal(version, book.Revision);
        Assert.Contains(book.Cues, cue => cue.Number == "9.5");

        version = await editor.Edit(new RemoveCue("9.5"));
        view = await ViewOf(caller, version);
        Assert.Equal((null, "10", "cue 9.5, which was on standby, was edited out"), (view.Standby, view.Next, view.Notice));
        Assert.Equal("there is no cue 9.5", (await caller.Send(new StandBy("9.5"))).Reason);

        await editor.Do(new UndoEdit());
        version = await editor.Do(new UndoEdit());
        view = await ViewOf(caller, version);
        await caller.Do(new StandBy("9"));
        await SeesUntil(seat, scene => scene.PlanVersion == version && scene.Light.To[0].Colour == 0x334466);
    }

    /// <summary>Before an audience the stage is set anew only while the show is held.</summary>
    private static async Task Jump(Director caller, string cue)
    {
        await caller.Do(new Hold("a jump"));
        await caller.Do(new GoToCue(cue));
        await caller.Do(new Resume());
    }

    private static async Task Call(Director caller, string cue)
    {
        await caller.Do(new StandBy(cue));
        await caller.Do(new Go(cue));
    }

    private static Task IsDone(Director caller, params string[] cues) => Eventually.So(async () =>
        (await caller.View()).Cues.Where(cue => cue.State == CueState.Done).Select(cue => cue.Number).ToHashSet().IsSupersetOf(cues));

    private static Task<PerformanceView> ViewOf(Director director, int version) =>
        Eventually.Get(async () => await director.View() is var view && view.SheetVersion == version ? view : null);

    private static async Task SeesUntil(HouseSeat seat, Func<StageScene, bool> sees)
    {
        for (var frames = 0; seat.Scene is not { } scene || !sees(scene); frames++)
        {
            Assert.True(frames < 600, $"the house saw {seat.Scene}");
            Assert.NotNull(await seat.Watch());
        }
    }

    private Task<Director> Caller() => Director.Enter(Theatre, Theatre.Ticket("p-caller", "call"));
}
