using VirtualStage.Contracts.Console;
using VirtualStage.Productions.Performances;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Tests.Performances;

/// <summary>A sheet that is edited while the show runs.</summary>
public sealed class RevisedSheetTests
{
    private readonly List<Production> _versions = [AllKinds.Production];
    private readonly Rehearsal _show;

    public RevisedSheetTests()
    {
        _show = new Rehearsal(version => _versions[version - 1]);
        _show.Do(new CallBeginners(), new StartShow());
    }

    [Fact]
    public void What_was_done_to_a_cue_goes_with_its_number()
    {
        _show.Go("1").Go("2").Do(new StandBy("3"), new ArmCue("7", false));
        Edit(AllKinds.Sheet.Replace("goTo: 2,", "goTo: 30,", StringComparison.Ordinal).Replace("fade: 2,", "fade: 30,", StringComparison.Ordinal).Replace("number: 7,", "number: 70,", StringComparison.Ordinal)
            .Replace("number: 3,", "number: 3.5,", StringComparison.Ordinal).Replace("number: 2,", "number: 30,", StringComparison.Ordinal), ("2", "30"), ("3", "3.5"), ("7", "70"));
        Assert.Equal((CueState.Running, CueState.Standby), (_show.State.StateOf("30"), _show.State.StateOf("3.5")));
        Assert.Equal(("3.5", "3.5"), (_show.State.Standby, _show.State.Playhead));
        Assert.False(_show.State.IsArmed(_show.State.Production.FindCue("70")!));
        Assert.Equal("there is no cue 2", _show.Refused(new StopCue("2")));
        _show.Do(new Go("3.5"), new Back(), new Back());
        Assert.Equal("30", _show.State.Playhead);
    }

    [Fact]
    public void Numbers_that_change_places_are_not_mistaken_for_each_other()
    {
        _show.Go("1");
        Edit(AllKinds.Sheet.Replace("number: 1,", "number: 0,", StringComparison.Ordinal).Replace("number: 3,", "number: 1,", StringComparison.Ordinal), ("1", "0"), ("3", "1"));
        Assert.Equal((CueState.Running, CueState.Waiting), (_show.State.StateOf("0"), _show.State.StateOf("1")));
        _show.PassOnTime(2000);
        Assert.Equal(CueState.Done, _show.State.StateOf("0"));
    }

    [Fact]
    public void A_cue_that_is_edited_out_while_it_runs_goes_on_to_its_end_and_nothing_follows()
    {
        _show.Go("17").PassOnTime(500);
        Edit(Without(AllKinds.Sheet, "17"));
        Assert.Equal(CueState.Running, _show.State.StateOf("17"));
        Assert.Equal("18", _show.State.Playhead);
        _show.PassOnTime(500);
        Assert.Equal((CueState.Done, CueState.Waiting), (_show.State.StateOf("17"), _show.State.StateOf("18")));
        Assert.Equal("there is no cue 17", _show.Refused(new StandBy("17")));
    }

    [Fact]
    public void A_cue_that_is_edited_out_before_it_begins_does_not_begin()
    {
        _show.Go("13").Do(new StandBy("15"));
        Edit(Without(Without(AllKinds.Sheet, "13"), "15"));
        Assert.Null(_show.Performance.NextDueMs);
        Assert.Contains(_show.Journal, happening => happening.Event is CueStopped { Cue: "13" });
        Assert.Equal((null, "16"), (_show.State.Standby, _show.State.Playhead));
        Assert.Equal("cue 15, which was on standby, was edited out", _show.State.Notice);
        Assert.StartsWith("there is no cue 15", _show.Refused(new Go("15")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cue_begins_as_the_sheet_has_it_then()
    {
        _show.Go("13");
        Edit(AllKinds.Sheet.Replace("goTo: 2,", "goTo: 5,", StringComparison.Ordinal));
        _show.PassOnTime(1000);
        Assert.Equal("5", _show.State.Playhead);
    }

    [Fact]
    public void A_go_for_a_cue_as_it_was_before_an_edit_is_refused()
    {
        _show.Do(new StandBy("15"));
        var seen = _show.State.Revision;
        Edit(AllKinds.Sheet.Replace("title: A call", "title: Another call", StringComparison.Ordinal));
        Assert.True(_show.State.StandbyRevision <= seen);
        Edit(AllKinds.Sheet.Replace("number: 15, title: Not tonight, line: 1.2.3, look: morning", "number: 15, title: Not tonight, line: 1.2.3, look: night", StringComparison.Ordinal));
        Assert.Equal("cue 15 was put on standby, or edited, after what you saw: look, and give GO again", _show.Refused(new Go("15", seen)));
        _show.Do(new Go("15", _show.State.Revision));
    }

    [Fact]
    public void Behind_the_last_cue_a_new_one_is_called_next()
    {
        _show.Go("19");
        Assert.Null(_show.State.Playhead);
        Edit(AllKinds.Sheet.Replace("look: dark, duration: 2 }\n", "look: dark, duration: 2 }\n  - { number: 20, title: Once more, line: 1.2.4, memo: bow }\n", StringComparison.Ordinal));
        Assert.Equal("20", _show.State.Playhead);
    }

    [Fact]
    public void A_go_taken_back_leads_to_the_next_cue_when_its_own_lies_in_the_cart_by_now()
    {
        _show.Go("4");
        Edit(ToCart(AllKinds.Sheet, "4"));
        _show.Do(new Back());
        Assert.True(_show.State.Production.FindCue(_show.State.Playhead!)!.IsCallable);
        Assert.NotEqual("4", _show.State.Playhead);
    }

    [Fact]
    public void When_the_line_that_the_play_is_at_is_cut_the_play_is_at_the_one_before()
    {
        _show.Do(new Advance("1.2.2"));
        Edit(AllKinds.Sheet.Replace("roles:", "cuts: [{ from: 1.2.1, to: 1.2.2 }]\nroles:", StringComparison.Ordinal)
            .Replace("line: 1.2.1", "line: 1.2.3", StringComparison.Ordinal).Replace("line: 1.2.2", "line: 1.2.3", StringComparison.Ordinal));
        Assert.Equal("1.1.4", _show.State.CurrentLine);
        Assert.Equal("there is no line 1.2.2 in the text that is played", _show.Refused(new Advance("1.2.2")));
    }

    /// <summary>The sheet with a cue at the end of the cart.</summary>
    private static string ToCart(string sheet, string number)
    {
        var cue = sheet.Split('\n').Single(line => line.TrimStart().StartsWith($"- {{ number: {number},", StringComparison.Ordinal));
        var bell = sheet.Split('\n').Single(line => line.Contains("number: K 1,", StringComparison.Ordinal));
        var indent = bell[..bell.IndexOf('-', StringComparison.Ordinal)];
        return sheet.Replace(cue + "\n", "", StringComparison.Ordinal).Replace(bell, $"{bell}\n{indent}{cue.TrimStart()}", StringComparison.Ordinal);
    }

    private void Edit(string sheet, params (string Former, string Number)[] renumbered)
    {
        _versions.Add(AllKinds.Load(sheet) with { Version = _versions.Count + 1 });
        _show.Revise(_versions.Count, renumbered.ToDictionary(pair => pair.Former, pair => pair.Number));
        Assert.Equal(Canon.Of(_show.State), Canon.Of(_show.ReadFromJournal().State));
    }

    /// <summary>A sheet without a cue that stands on one line.</summary>
    private static string Without(string sheet, string number) =>
        string.Join('\n', sheet.Split('\n').Where(line => !line.Contains($"{{ number: {number},", StringComparison.Ordinal)));
}
