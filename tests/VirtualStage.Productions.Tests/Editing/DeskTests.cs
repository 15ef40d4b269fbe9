using VirtualStage.Contracts.Productions;
using VirtualStage.Productions.Editing;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Tests.Editing;

public sealed class DeskTests
{
    private readonly Desk _desk = new();

    private static EditProduction Title(string title) => new([new SetValue("title", $"\"{title}\"")], "a better one");

    [Fact]
    public void Edits_are_undone_and_made_again_to_the_beginning_and_the_end()
    {
        var first = _desk.Document;
        for (var i = 0; i < 50; i++)
        {
            _desk.Send(Title($"Title {i}"));
        }

        var last = _desk.Document;
        while (!_desk.State.Undo.IsEmpty)
        {
            Assert.True(_desk.Send(new UndoEdit()).Answer.Accepted);
        }

        Assert.Same(first, _desk.Document);
        while (!_desk.State.Redo.IsEmpty)
        {
            Assert.True(_desk.Send(new RedoEdit()).Answer.Accepted);
        }

        Assert.Same(last, _desk.Document);
        Assert.Equal(151, _desk.State.Revision);
    }

    [Fact]
    public void A_new_edit_ends_what_could_be_made_again()
    {
        _desk.Send(Title("One"));
        _desk.Send(new UndoEdit());
        _desk.Send(Title("Two"));

        Assert.Contains("nothing to make again", _desk.Send(new RedoEdit()).Answer.Reason);
        Assert.Equal("set title", _desk.State.Undo.Peek().Words);
    }

    [Fact]
    public void What_would_be_undone_is_told_in_words()
    {
        _desk.Do(new ChangeCue("B 4", """{"number":"B 4","title":"Away","line":"1.1.4","blocking":[{"role":"anna","by":"left"}]}"""));
        Assert.Equal("change cue B 4", _desk.State.Undo.Peek().Words);
        _desk.Do(new PutEntry("stage.marks", "door", """{"x":1,"z":1}"""), new RemoveEntry("roles", "cat"), new RemoveCue("X 1"));
        Assert.Equal("set mark door and 2 more", _desk.State.Undo.Peek().Words);
    }

    [Fact]
    public void Edits_of_other_parts_merge_and_an_edit_of_a_part_that_changed_since_is_refused()
    {
        var seen = _desk.State.Revision;
        _desk.Do(new ChangeCue("B 4", """{"number":"B 4","title":"Away","line":"1.1.4","blocking":[{"role":"anna","by":"left"}]}"""));

        Assert.True(_desk.Send(Title("Merged"), seen).Answer.Accepted);
        var late = _desk.Send(new EditProduction([new RemoveCue("B 4")], null), seen);
        Assert.False(late.Answer.Accepted);
        Assert.Contains("changed by somebody since you looked: cue B 4", late.Answer.Reason);
        Assert.True(_desk.Send(new EditProduction([new RemoveCue("B 4")], null)).Answer.Accepted);
    }

    [Fact]
    public void A_cue_changes_with_the_name_that_it_refers_to()
    {
        var seen = _desk.State.Revision;
        _desk.Do(new RenameEntry("stage.marks", "centre", "middle"));

        var late = _desk.Send(new EditProduction([new MoveCue("B 3", "SC 2", null)], null), seen);

        Assert.Contains("cue B 3", late.Answer.Reason);
    }

    [Fact]
    public void A_group_and_its_members_are_parts_of_their_own()
    {
        var seen = _desk.State.Revision;
        _desk.Do(new ChangeCue("LX 6.1", """{"number":"LX 6.1","title":"Darker","look":"dark","duration":4}"""));

        Assert.True(_desk.Send(new EditProduction([new ChangeCue("SQ 6.2", """{"number":"SQ 6.2","title":"Rain","sound":"rain"}""")], null), seen).Answer.Accepted);
        Assert.Contains("cue LX 6.1", _desk.Send(new EditProduction([new RemoveCue("G 6")], null), seen).Answer.Reason);
    }

    [Fact]
    public void Who_undoes_means_the_edit_that_they_saw()
    {
        _desk.Send(Title("Mine"));
        var seen = _desk.State.Revision;
        _desk.Send(Title("Theirs"), person: "p-bert");

        var late = _desk.Send(new UndoEdit(), seen);

        Assert.Contains("changed since you looked", late.Answer.Reason);
        Assert.Equal("Theirs", _desk.Document.Title);
    }

    [Fact]
    public void A_move_is_seen_to_have_been_undone_as_well()
    {
        _desk.Do(new MoveCue("FS 2", null, "followspot"));
        var seen = _desk.State.Revision;
        _desk.Send(new UndoEdit());

        Assert.Contains("cue FS 2", _desk.Send(new EditProduction([new MoveCue("FS 2", "X 1", null)], null), seen).Answer.Reason);
    }

    [Fact]
    public void A_command_that_comes_twice_happens_once()
    {
        var first = _desk.Send(Title("Once"), id: "same");
        var again = _desk.Send(Title("Once"), id: "same");

        Assert.Equal(first.Answer, again.Answer);
        Assert.Empty(again.Events);
        Assert.Equal(2, _desk.State.Revision);
    }

    [Fact]
    public void An_edit_that_changes_nothing_is_no_event()
    {
        var decision = _desk.Send(new EditProduction([new SetValue("title", $"\"{_desk.Document.Title}\"")], null));

        Assert.True(decision.Answer.Accepted);
        Assert.Empty(decision.Events);
    }

    [Fact]
    public void A_locked_sheet_takes_no_edits_until_it_is_unlocked()
    {
        _desk.Send(Title("Before"));
        _desk.Send(new LockSheet(), person: "p-stage-manager");

        Assert.Equal("p-stage-manager", _desk.State.LockedBy);
        Assert.Contains("locked", _desk.Send(Title("After")).Answer.Reason);
        Assert.Contains("locked", _desk.Send(new UndoEdit()).Answer.Reason);
        Assert.Contains("locked already", _desk.Send(new LockSheet()).Answer.Reason);
        Assert.False(_desk.Import(Desk.Source with { Yaml = Desk.Sheet + "\n# other" }).Answer.Accepted);

        Assert.True(_desk.Send(new UnlockSheet()).Answer.Accepted);
        Assert.True(_desk.Send(Title("After")).Answer.Accepted);
        Assert.Contains("not locked", _desk.Send(new UnlockSheet()).Answer.Reason);
    }

    [Fact]
    public void A_revision_that_is_not_there_yet_is_refused() =>
        Assert.Contains("there is no revision 9 yet", _desk.Send(Title("Early"), seen: 9).Answer.Reason);

    [Fact]
    public void The_same_files_again_are_nothing_new_and_other_files_a_new_version()
    {
        Assert.Empty(_desk.Import(Desk.Source).Events);
        var other = Desk.Source with { Yaml = Desk.Sheet.Replace("Two at the door", "Other", StringComparison.Ordinal) };

        Assert.Equal(2, _desk.Import(other).Answer.Revision);
        Assert.Equal("Other", _desk.Document.Title);
        Assert.Throws<ProductionException>(() => _desk.Import(Desk.Source with { Yaml = "title: Nothing else" }));
        Assert.Equal(2, _desk.State.Revision);
    }

    [Fact]
    public void Edits_are_given_up_for_other_files_only_on_purpose()
    {
        _desk.Send(Title("Edited"));
        Assert.Empty(_desk.Import(Desk.Source).Events);
        Assert.Equal("Edited", _desk.Document.Title);

        var other = Desk.Source with { Yaml = Desk.Sheet + "\n# other" };
        Assert.Contains("was edited since its files were taken in (version 1, now 2)", _desk.Import(other).Answer.Reason);
        Assert.True(_desk.Import(other, overEdits: true).Answer.Accepted);

        Assert.Equal("Two at the door", _desk.Document.Title);
        Assert.Contains("nothing to undo", _desk.Send(new UndoEdit()).Answer.Reason);
        Assert.Contains("taken in anew", _desk.Send(Title("Late"), seen: 2).Answer.Reason);
    }

    [Fact]
    public void Edits_that_were_undone_are_nothing_to_lose()
    {
        _desk.Send(Title("Edited"));
        _desk.Send(new UndoEdit());

        Assert.True(_desk.Import(Desk.Source with { Yaml = Desk.Sheet + "\n# other" }).Answer.Accepted);
    }

    [Fact]
    public void An_edit_in_the_journal_is_read_by_people()
    {
        _desk.Send(new EditProduction([new SetValue("title", "\"Été\""), new InsertCue("""{"number":"M 1","title":"Memo","line":"1.1.1","memo":"m"}""", null, null)], "why not"));

        var (name, data) = ProductionEventCodec.Encode(_desk.Journal[^1].Event);

        Assert.Equal("sheet-edited.1", name);
        Assert.Equal(
            """{"edits":[{"edit":"set-value","key":"title","value":"Été"},{"edit":"insert-cue","cue":{"number":"M 1","title":"Memo","line":"1.1.1","memo":"m"},"after":null,"list":null}],"why":"why not"}""",
            data);
        Assert.Equal(Desk.Canon(_desk.State), Desk.Canon(_desk.Replayed().State));
    }

    [Theory]
    [InlineData("sheet-edited.2", "{}", "does not know")]
    [InlineData("sheet-edited.1", """{"edits":[{"edit":"paint","key":"a"}],"why":null}""", "cannot be read")]
    [InlineData("sheet-edited.1", """{"edits":null,"why":null}""", "cannot be read")]
    [InlineData("sheet-locked.1", """{"by":"somebody"}""", "cannot be read")]
    public void An_event_that_nobody_can_read_is_told(string name, string data, string words) =>
        Assert.Contains(words, Assert.Throws<InvalidDataException>(() => ProductionEventCodec.Decode(name, data)).Message);
}
