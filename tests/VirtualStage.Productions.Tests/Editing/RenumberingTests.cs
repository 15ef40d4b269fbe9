using VirtualStage.Contracts.Productions;
using VirtualStage.Productions.Editing;

namespace VirtualStage.Productions.Tests.Editing;

public sealed class RenumberingTests
{
    private readonly Desk _desk = new();

    private IEnumerable<(string, string)> Last => _desk.State.Renumbered.Select(pair => (pair.Key, pair.Value)).Order();

    [Fact]
    public void A_version_knows_which_cues_it_gave_other_numbers()
    {
        _desk.Do(new RenumberCues("FS 1", "FS 2", null, "FS ", 2, 1));
        Assert.Equal([("FS 1", "FS 2"), ("FS 2", "FS 3")], Last);
        _desk.Send(new UndoEdit());
        Assert.Equal([("FS 2", "FS 1"), ("FS 3", "FS 2")], Last);
        _desk.Send(new RedoEdit());
        Assert.Equal([("FS 1", "FS 2"), ("FS 2", "FS 3")], Last);
        _desk.Do(new SetValue("title", "\"Other\""));
        Assert.Empty(Last);
    }

    [Fact]
    public void Edits_of_one_command_add_up()
    {
        _desk.Do(
            new ChangeCue("X 1", """{ "number": "X 2", "title": "Rain", "sound": "rain", "duration": 10 }"""),
            new RenumberCues("X 2", "X 2", null, "X ", 3, 1),
            new ChangeCue("FS 2", """{ "number": "FS 2", "title": "Back again", "goTo": "FS 1" }"""));
        Assert.Equal([("X 1", "X 3")], Last);
    }

    [Fact]
    public void One_after_the_other_a_number_that_was_given_up_is_not_the_cue_that_had_it()
    {
        var first = Renumbering.None.Add("1", "2").Add("2", "3");
        var second = Renumbering.None.Add("1", "9").Add("3", "1").Add("7", "8");
        Assert.Equal([("1", "2"), ("2", "1"), ("7", "8")], first.Then(second).Select(pair => (pair.Key, pair.Value)).Order());
        Assert.Same(first, first.Then(Renumbering.None));
        Assert.Same(second, Renumbering.None.Then(second));
    }
}
