using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using VirtualStage.Contracts.Productions;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>A production that is edited through the director's hub while it is played.</summary>
public sealed class EditingTests : IDisposable
{
    private const string Star = """{"number":"LX 1.5","title":"A star","line":"1.1.2","look":"starlight","duration":2}""";

    private readonly TempFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_cue_is_inserted_changed_moved_renumbered_and_removed_and_each_step_undone_and_made_again()
    {
        await using var theatre = await RunningTheatre.Start(_folder["data"], "--no-bots");
        await using var editor = await Editor.Enter(theatre, theatre.Ticket("p-ann", "edit"));
        var before = await Numbers(theatre);

        await editor.Edit(new InsertCue(Star, "B 1", null));
        await editor.Edit(new ChangeCue("LX 1.5", Star.Replace("A star", "Another star", StringComparison.Ordinal)));
        await editor.Edit(new MoveCue("LX 1.5", null, "cart"));
        await editor.Edit(new RenumberCues("LX 1.5", "LX 1.5", null, "X ", 7, 1));
        var star = (await Sheet(theatre)).GetProperty("cart").EnumerateArray().First();
        Assert.Equal(("X 7", "Another star"), (star.GetProperty("number").GetString(), star.GetProperty("title").GetString()));
        Assert.Equal(before, await Numbers(theatre));
        await editor.Edit(new RemoveCue("X 7"));
        Assert.Equal("remove cue X 7", (await editor.View()).Undo);

        for (var steps = 0; steps < 3; steps++)
        {
            await editor.Do(new UndoEdit());
        }

        Assert.Contains("LX 1.5", await Numbers(theatre));
        Assert.Equal(("change cue LX 1.5", "move cue LX 1.5"), ((await editor.View()).Undo, (await editor.View()).Redo));
        await editor.Do(new UndoEdit());
        await editor.Do(new UndoEdit());
        Assert.Equal(before, await Numbers(theatre));
        Assert.Equal("there is nothing to undo", await editor.Refused(new UndoEdit()));
        for (var steps = 0; steps < 5; steps++)
        {
            await editor.Do(new RedoEdit());
        }

        Assert.Equal("there is nothing to make again", await editor.Refused(new RedoEdit()));
        Assert.Equal(before, await Numbers(theatre));
    }

    [Fact]
    public async Task What_cannot_be_is_refused_with_its_reason_and_loses_nothing()
    {
        await using var theatre = await RunningTheatre.Start(_folder["data"], "--no-bots");
        await using var editor = await Editor.Enter(theatre, theatre.Ticket("p-ann", "edit"));
        await editor.Edit(new InsertCue(Star, "B 1", null));
        var (seen, before) = ((await editor.View()).Revision, await Numbers(theatre));
        foreach (var (edit, words) in new (IProductionEdit, string)[]
        {
            (new RemoveCue("LX 99"), "there is no cue LX 99"),
            (new ChangeCue("LX 99", Star), "there is no cue LX 99"),
            (new MoveCue("LX 99", null, null), "there is no cue LX 99"),
            (new InsertCue(Star, "LX 99", null), "there is already a cue LX 1.5"),
            (new InsertCue("""{"number":"LX 1.6","title":"Lost","line":"9.9.9","look":"starlight"}""", "LX 1.5", null), "9.9.9"),
            (new InsertCue("""{"number":"LX 1.6","title":"Lost","line":"1.1.2","look":"sunlight"}""", "LX 1.5", null), "sunlight"),
            (new InsertCue("""["LX 1.6"]""", "LX 1.5", null), "a cue is a mapping"),
            (new InsertCue("{", "LX 1.5", null), "not valid JSON"),
            (new InsertCue(new string('[', 50_000), "LX 1.5", null), "not valid JSON"),
            (new RenumberCues("LX 1", "B 1", null, "", 1, 0), "steps of 0.001 or more"),
            (new RemoveEntry("looks", "night"), "night"),
            (new PutEntry("secrets", "key", "1"), "there is no section 'secrets'"),
        })
        {
            Assert.Contains(words, await editor.Refused(new EditProduction([edit], null)));
        }

        Assert.Contains("1 to 1000 edits", await editor.Refused(new EditProduction([], null)));
        Assert.Contains("there is no revision 5000 yet", await editor.Refused(new UndoEdit(), 5000));
        Assert.Contains("1 to 64 characters", (await editor.Send(new UndoEdit(), id: "")).Reason);
        Assert.Equal((seen, before.Length), ((await editor.View()).Revision, (await Numbers(theatre)).Length));
        var nowhere = await Assert.ThrowsAsync<HubException>(() => Editor.Enter(theatre, theatre.Ticket("p-ann", "edit"), "othello"));
        Assert.Contains("there is no such production", nowhere.Message);
    }

    [Fact]
    public async Task Two_directors_see_each_others_edits_and_what_one_changed_the_other_does_not_overwrite()
    {
        await using var theatre = await RunningTheatre.Start(_folder["data"], "--no-bots");
        await using var ann = await Editor.Enter(theatre, theatre.Ticket("p-ann", "edit"));
        await using var bert = await Editor.Enter(theatre, theatre.Ticket("p-bert", "edit"));
        var seen = (await ann.View()).Revision;

        var revision = await ann.Edit(new RemoveCue("SQ 2"));
        await Eventually.So(() => bert.Told is { Undo: "remove cue SQ 2" } told && told.Revision == revision);

        Assert.Contains(
            "cue SQ 2", await bert.Refused(new EditProduction([new RemoveCue("SQ 2")], null), seen));
        Assert.Contains("changed since you looked", await bert.Refused(new UndoEdit(), seen));
        Assert.True((await bert.Send(new EditProduction([new RemoveCue("B 3")], null), seen)).Accepted);
        await Eventually.So(() => ann.Told is { Undo: "remove cue B 3" });
        Assert.DoesNotContain("SQ 2", await Numbers(theatre));
        Assert.DoesNotContain("B 3", await Numbers(theatre));

        var id = Guid.NewGuid().ToString();
        var once = await ann.Send(new EditProduction([new RemoveCue("B 5")], null), id: id);
        var again = await ann.Send(new EditProduction([new RemoveCue("B 5")], null), id: id);
        Assert.Equal((true, once.Revision), (again.Accepted, again.Revision));
    }

    [Fact]
    public async Task Under_the_show_lock_nobody_edits_until_it_is_taken_away()
    {
        await using var theatre = await RunningTheatre.Start(_folder["data"], "--no-bots");
        using (var http = theatre.With(theatre.Ticket("p-ann", "edit")))
        {
            await http.PutAsJsonAsync("/api/me", new { name = "Ann", pronouns = "" }, Cancel);
        }

        await using var ann = await Editor.Enter(theatre, theatre.Ticket("p-ann", "edit"));
        await using var bert = await Editor.Enter(theatre, theatre.Ticket("p-bert", "edit"));
        await ann.Edit(new RemoveCue("SQ 2"));
        await ann.Do(new LockSheet());
        await Eventually.So(() => bert.Told is { LockedBy: "p-ann", LockedByName: "Ann" });

        foreach (var command in new IProductionCommand[] { new EditProduction([new RemoveCue("B 3")], null), new UndoEdit(), new RedoEdit() })
        {
            Assert.Equal("the sheet is locked for the show; unlock it first", await bert.Refused(command));
        }

        Assert.Equal("the sheet is locked already", await bert.Refused(new LockSheet()));
        await bert.Do(new UnlockSheet());
        await bert.Do(new UndoEdit());
        Assert.Contains("SQ 2", await Numbers(theatre));
    }

    [Fact]
    public async Task Who_may_not_edit_looks_and_changes_nothing()
    {
        await using var theatre = await RunningTheatre.Start(_folder["data"], "--no-bots");
        await using var caller = await Editor.Enter(theatre, theatre.Ticket("p-caller", "call"));

        Assert.Equal("your ticket does not allow to edit", await caller.Refused(new LockSheet()));
        Assert.Equal("your ticket does not allow to edit", await caller.Refused(new EditProduction([new RemoveCue("B 3")], null)));
        Assert.Equal(1, (await caller.View()).Revision);
        using var watcher = theatre.With(theatre.Ticket("p-guest", "watch"));
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await watcher.GetAsync("/api/productions/hamlet/sheet", Cancel)).StatusCode);
    }

    [Fact]
    public async Task What_was_acknowledged_is_there_after_a_kill_with_undo_and_lock()
    {
        await using var theatre = await RunningTheatre.Start(_folder["data"], "--no-bots");
        await using (var editor = await Editor.Enter(theatre, theatre.Ticket("p-ann", "edit")))
        {
            await editor.Edit(new InsertCue(Star, "B 1", null));
            await editor.Edit(new RemoveCue("SQ 2"));
            await editor.Do(new UndoEdit());
            await editor.Do(new LockSheet());
            await theatre.Kill();
        }

        await theatre.StartAgain();

        await using (var editor = await Editor.Enter(theatre, theatre.Ticket("p-bert", "edit")))
        {
            var view = await editor.View();
            Assert.Equal((5, "insert cue LX 1.5", "remove cue SQ 2", "p-ann"), (view.Revision, view.Undo, view.Redo, view.LockedBy));
            Assert.Contains("LX 1.5", await Numbers(theatre));
            await editor.Do(new UnlockSheet());
            await editor.Do(new RedoEdit());
            Assert.DoesNotContain("SQ 2", await Numbers(theatre));
        }
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<JsonElement> Sheet(RunningTheatre theatre)
    {
        using var http = theatre.With(theatre.Ticket("p-reader", "notes"));
        var sheet = await http.GetFromJsonAsync<ProductionSheet>("/api/productions/hamlet/sheet", Cancel);
        using var document = JsonDocument.Parse(sheet!.Document);
        return document.RootElement.Clone();
    }

    /// <summary>Numbers of the main list as the server has it.</summary>
    private static async Task<string[]> Numbers(RunningTheatre theatre) =>
        [.. (await Sheet(theatre)).GetProperty("cues").EnumerateArray().Select(cue => cue.GetProperty("number").GetString()!)];
}
