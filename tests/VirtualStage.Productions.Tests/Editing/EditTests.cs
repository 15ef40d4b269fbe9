using VirtualStage.Contracts.Productions;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Tests.Editing;

public sealed class EditTests
{
    private readonly Desk _desk = new();

    [Fact]
    public void A_new_entry_comes_last_and_a_known_one_is_replaced_in_its_place()
    {
        _desk.Do(
            new PutEntry("roles", "dog", """{"name":"The dog","colour":"#123456"}"""),
            new PutEntry("roles", "anna", """{"name":"Annabel","speakers":["ANNA"],"colour":"#aa0000"}"""));

        Assert.Equal(["Annabel", "Bert", "The cat", "The dog"], _desk.Load().Roles.Select(role => role.Name));
    }

    [Theory]
    [InlineData("stage.marks", "door", """{"x":1.5,"z":-2,"facing":180}""")]
    [InlineData("stage.entrances", "right", """{"x":-5,"z":0}""")]
    [InlineData("stage.pieces", "chair", """{"shape":"box","size":[0.5,1,0.5],"position":[1,0,1],"colour":"#333333"}""")]
    [InlineData("lamps", "sky", """{"kind":"sky"}""")]
    [InlineData("looks", "dusk", """{"day":{"colour":"#ff8800","intensity":0.4}}""")]
    [InlineData("sounds", "bell", """{"description":"A bell"}""")]
    [InlineData("lists", "band", "[]")]
    public void Every_section_takes_entries_and_gives_them_back(string section, string key, string value)
    {
        var before = _desk.Document;
        _desk.Do(new PutEntry(section, key, value));
        _desk.Load();
        Assert.NotEqual(before, _desk.Document);

        _desk.Do(new RenameEntry(section, key, "other"));
        _desk.Do(new RemoveEntry(section, "other"));

        Assert.Equal(before, _desk.Document);
    }

    [Fact]
    public void A_renamed_role_is_renamed_wherever_it_stands()
    {
        _desk.Do(new PutEntry("roles", "cat", """{"name":"The cat","colour":"#000000","doubles":["bert"]}"""));
        _desk.Do(new RenameEntry("roles", "bert", "bertram"));

        var production = _desk.Load();
        Assert.Equal(["bertram"], production.FindRole("cat")!.Doubles);
        Assert.Equal("bertram", Assert.IsType<BlockingAction>(production.FindCue("B 3")!.Action).Steps[1].Role);
        Assert.Equal(["bertram"], Assert.IsType<CallAction>(production.FindCue("C 5")!.Action).Roles);
        Assert.DoesNotContain("\"bert\"", _desk.Document.ToJson());
    }

    [Theory]
    [InlineData("stage.marks", "centre")]
    [InlineData("stage.entrances", "left")]
    [InlineData("stage.pieces", "door")]
    [InlineData("lamps", "day")]
    [InlineData("looks", "morning")]
    [InlineData("looks", "dark")]
    [InlineData("sounds", "rain")]
    [InlineData("lists", "followspot")]
    public void Whatever_is_renamed_is_renamed_wherever_it_stands(string section, string key)
    {
        _desk.Do(new RenameEntry(section, key, "renamed"));

        _desk.Load();
        Assert.DoesNotContain($"\"{key}\"", _desk.Document.ToJson());
    }

    [Theory]
    [InlineData("roles", "anna", "no role speaks as 'ANNA'")]
    [InlineData("roles", "cat", null)]
    [InlineData("stage.marks", "centre", "cue B 3: no mark is called 'centre'")]
    [InlineData("stage.entrances", "left", "cue B 3: no entrance is called 'left'")]
    [InlineData("looks", "dark", "presetLook: no look is called 'dark'")]
    [InlineData("lamps", "day", "look morning: no lamp is called 'day'")]
    [InlineData("sounds", "rain", "cue SQ 6.2: no sound is called 'rain'")]
    public void What_something_refers_to_cannot_be_removed(string section, string key, string? reason)
    {
        if (reason is null)
        {
            _desk.Do(new RemoveEntry(section, key));
        }
        else
        {
            Assert.Contains(reason, _desk.Refused(new RemoveEntry(section, key)));
        }
    }

    [Fact]
    public void Values_are_set()
    {
        _desk.Do(
            new SetValue("title", "\"The door\""),
            new SetValue("presetLook", "\"morning\""),
            new SetValue("panicLook", "\"dark\""),
            new SetValue("stage.width", "9.5"),
            new SetValue("stage.depth", "7"),
            new SetValue("pauses", """[{"after":"1.1.2","seconds":4}]"""),
            new SetValue("cuts", """[{"from":"1.1.4","to":"1.1.4"}]"""),
            new ChangeCue("B 4", """{"number":"B 4","title":"Off","line":"1.1.3","blocking":[{"role":"anna","by":"left"}]}"""));

        var production = _desk.Load();
        Assert.Equal(("The door", "morning", "dark"), (production.Title, production.PresetLook, production.PanicLook));
        Assert.Equal((9.5, 7), (production.Plan.Width, production.Plan.Depth));
        Assert.Equal(4000, production.PauseAfterMs("1.1.2"));
        Assert.Null(production.FindLine("1.1.4"));
    }

    [Fact]
    public void A_line_that_a_cue_stands_on_cannot_be_cut() => Assert.Contains(
        "cue B 4: line 1.1.4 is cut",
        _desk.Refused(new SetValue("cuts", """[{"from":"1.1.4","to":"1.1.4"}]""")));

    [Fact]
    public void Cues_are_inserted_behind_a_cue_in_its_own_list_or_at_a_list_s_beginning()
    {
        _desk.Do(
            new InsertCue("""{"number":"M 1","title":"First","line":"1.1.1","memo":"Breathe"}""", null, null),
            new InsertCue("""{"number":"M 2","title":"Behind the rain","line":"1.1.1","memo":"Wet"}""", "1.5", null),
            new InsertCue("""{"number":"M 3","title":"In the group","memo":"All"}""", "LX 6.1", null),
            new InsertCue("""{"number":"M 4","title":"Spot","memo":"Spot"}""", "FS 1", null),
            new InsertCue("""{"number":"M 5","title":"Cart","memo":"Cart"}""", null, "cart"),
            new InsertCue("""{"number":"M 6","title":"Spot","memo":"Spot"}""", null, "followspot"));

        var production = _desk.Load();
        Assert.Equal(
            ["M 1", "1", "1.5", "M 2", "SC 2", "B 3", "B 4", "C 5", "G 6", "LX 6.1", "M 3", "SQ 6.2", "W 7", "M 6", "FS 1", "M 4", "FS 2", "M 5", "X 1"],
            production.Cues.Select(cue => cue.Number));
        Assert.Equal(["LX 6.1", "M 3", "SQ 6.2"], Assert.IsType<GroupAction>(production.FindCue("G 6")!.Action).Members);
    }

    [Fact]
    public void A_changed_cue_keeps_its_place_and_a_new_number_is_known_wherever_it_stands()
    {
        _desk.Do(
            new ChangeCue("1.5", """{"number":"SQ 1","title":"Rain","line":"1.1.1","sound":"rain"}"""),
            new ChangeCue("FS 1", """{"number":"FS 0.5","title":"Up","look":"dark"}"""));

        var production = _desk.Load();
        Assert.Equal("SQ 1", production.Cues[1].Number);
        Assert.Equal(new ControlAction(CueControl.Fade, "SQ 1"), production.FindCue("W 7")!.Action);
        Assert.Equal(new GoToAction("FS 0.5"), production.FindCue("FS 2")!.Action);
    }

    [Fact]
    public void Cues_are_moved_between_lists_and_out_of_groups_and_removed()
    {
        _desk.Do(new MoveCue("SQ 6.2", "X 1", null));
        _desk.Do(new MoveCue("FS 2", null, "followspot"));
        _desk.Do(new RemoveCue("B 4"));

        Assert.Equal(
            ["1", "1.5", "SC 2", "B 3", "C 5", "G 6", "LX 6.1", "W 7", "FS 2", "FS 1", "X 1", "SQ 6.2"],
            _desk.Load().Cues.Select(cue => cue.Number));
    }

    [Fact]
    public void A_range_is_renumbered_and_its_numbers_may_swap_places()
    {
        _desk.Do(new RenumberCues("1", "SC 2", null, "", 1.5, -1 + 1.5));

        var production = _desk.Load();
        Assert.Equal(["1.5", "2", "2.5", "B 3"], production.Cues.Take(4).Select(cue => cue.Number));
        Assert.Equal(new ControlAction(CueControl.Fade, "2"), production.FindCue("W 7")!.Action);

        _desk.Do(new RenumberCues("1.5", "W 7", "B ", "B ", 10, 10));
        Assert.Equal(["B 10", "B 20"], _desk.Load().Cues.Skip(3).Take(2).Select(cue => cue.Number));
    }

    [Theory]
    [InlineData("1", "B 4", "C ", 0.5, 0.5, null)]
    [InlineData("1", "B 4", "C ", 5, 1, "there is already a cue C 5 outside of the range")]
    [InlineData("B 4", "1", "N ", 1, 1, "cue 1 does not stand behind cue B 4")]
    [InlineData("1", "FS 1", "N ", 1, 1, "cue FS 1 does not stand behind cue 1 in the same list")]
    [InlineData("Z", "B 4", "N ", 1, 1, "there is no cue Z")]
    [InlineData("1", "B 4", "N ", 1, 0, "in steps of 0.001 or more")]
    [InlineData("1", "B 4", "N ", double.NaN, 1, "new numbers start between")]
    [InlineData("1", "B 4", "A prefix that is far too long ", 1, 1, "a cue's number has at most 20 characters")]
    public void A_range_that_cannot_be_renumbered_is_told(string from, string to, string prefix, double start, double step, string? reason)
    {
        if (reason is null)
        {
            _desk.Do(new RenumberCues(from, to, null, prefix, start, step));
        }
        else
        {
            Assert.Contains(reason, _desk.Refused(new RenumberCues(from, to, null, prefix, start, step)));
        }
    }

    [Fact]
    public void What_cannot_be_is_refused_with_the_part_and_the_reader_s_words()
    {
        Assert.Contains("cue N 1: this cue needs 'line'", _desk.Refused(new InsertCue("""{"number":"N 1","title":"New","look":"dark"}""", "1", null)));
        Assert.Contains("cue N 1: no look is called 'drak'; did you mean 'dark'?", _desk.Refused(
            new InsertCue("""{"number":"N 1","title":"New","line":"1.1.1","look":"drak"}""", "1", null)));
        Assert.Contains("cue LX 6.1: no look is called", _desk.Refused(new ChangeCue("LX 6.1", """{"number":"LX 6.1","title":"New","look":"drak"}""")));
        Assert.Contains("is called at 1.1.1, but the cue above it", _desk.Refused(new MoveCue("1", "B 4", null)));
        Assert.Contains("there is already a cue B 3", _desk.Refused(new InsertCue("""{"number":"B 3","title":"New","line":"1.1.1","look":"dark"}""", "1", null)));
        Assert.Contains("there is already a cue B 3", _desk.Refused(new ChangeCue("B 4", """{"number":"B 3","title":"New","line":"1.1.4","look":"dark"}""")));
        Assert.Contains("cue W 7: there is no cue 1.5", _desk.Refused(new RemoveCue("1.5")));
        Assert.Contains("there is no cue Q 1", _desk.Refused(new ChangeCue("Q 1", "{}")));
        Assert.Contains("cannot stand behind itself", _desk.Refused(new MoveCue("B 4", "B 4", null)));
        Assert.Contains("is a member of cue G 6", _desk.Refused(new MoveCue("G 6", "LX 6.1", null)));
        Assert.Contains("no cue list 'band'", _desk.Refused(new MoveCue("X 1", null, "band")));
        Assert.Contains("this cue needs 'number'", _desk.Refused(new InsertCue("{}", "1", null)));
        Assert.Contains("a cue is a mapping", _desk.Refused(new InsertCue("[]", "1", null)));
        Assert.Contains("not valid JSON", _desk.Refused(new InsertCue("{", "1", null)));
        Assert.Contains("mark window: mark 'window' lies outside", _desk.Refused(new PutEntry("stage.marks", "window", """{"x":40,"z":0}""")));
        Assert.Contains("role a dog: 'a dog' is no name for a role", _desk.Refused(new PutEntry("roles", "a dog", """{"name":"Dog","colour":"#000000"}""")));
        Assert.Contains("role anna: a role has no 'age'", _desk.Refused(
            new PutEntry("roles", "anna", """{"name":"Anna","speakers":"ANNA","colour":"#000000","age":7}""")));
        Assert.Contains("stage.width: 'width' is from 2 to 100", _desk.Refused(new SetValue("stage.width", "1e400")));
        Assert.Contains("title: 'title' is a text, not a list", _desk.Refused(new SetValue("title", "[]")));
        Assert.Contains("there is no value 'play' to set", _desk.Refused(new SetValue("play", "\"other.txt\"")));
        Assert.Contains("there is no section 'cues'", _desk.Refused(new PutEntry("cues", "1", "{}")));
        Assert.Contains("there is no lamp 'pool'", _desk.Refused(new RemoveEntry("lamps", "pool")));
        Assert.Contains("there is already a look 'dark'", _desk.Refused(new RenameEntry("looks", "morning", "dark")));
        Assert.Contains("'main' is the name of a list", _desk.Refused(new PutEntry("lists", "main", "[]")));
        Assert.Contains("1 to 1000 edits", _desk.Refused());
    }

    [Fact]
    public void One_edit_that_is_refused_lets_none_of_its_company_through() => Assert.Contains(
        "no cue Q 1", _desk.Refused(new SetValue("title", "\"Other\""), new RemoveCue("Q 1")));

    [Fact]
    public void A_sheet_that_no_file_could_hold_is_refused()
    {
        var notes = new string('é', 2000);
        IProductionEdit[] Cues(int from) => [.. Enumerable.Range(from, 200).Select(number => (IProductionEdit)new InsertCue(
            $$"""{"number":"M {{number}}","title":"Memo","line":"1.2.1","memo":"m","notes":"{{notes}}"}""", "W 7", null))];
        _desk.Do(Cues(0));
        _desk.Do(Cues(200));

        Assert.Contains("larger than a production.yaml may be", _desk.Refused(Cues(400)));
    }
}
