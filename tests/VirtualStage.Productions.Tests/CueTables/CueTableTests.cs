using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Productions;
using VirtualStage.Productions.CueTables;
using VirtualStage.Productions.Scripts;
using VirtualStage.Productions.Tests.Editing;

namespace VirtualStage.Productions.Tests.CueTables;

public sealed class CueTableTests
{
    private const string EveryKind = """
        Number,Title,Line,Kind,Value,Roles,List,preWait,duration,postWait,continue,department,armed,flagged,colour,notes
        LX 10,"Morning, early",1.1.1,look,morning,,,0.5,3,1,auto-continue,,FALSE,TRUE,#ffcc00,"Two
        lines"
        SQ 11,Rain,1.1.2,Sound,rain,,,,10,,,,,,,
        SC 12,Door,1.1.2,fly,door in,,,,2,,,,,,,
        B 13,Both,1.1.2,blocking,anna from left to centre gait run; bert to window speed 1.5 emote sit,,,,,,,,,,,
        C 14,Call,1.1.2,call,"Anna, Bert: please",anna; bert,,,,,,,,,,
        P 15,In,1.1.3,performer,cat enters centre,,,,,,,,,,,
        P 16,Off,1.1.4,performer,cat leaves,,,,,,,,,,,
        W 17,Wait,1.1.4,wait,2.5,,,,,,,,,,,
        M 18,Think,1.1.4,memo,Think,,,,,,,,,,,
        G 19,Back,,goTo,LX 10,,followspot,,,,,,,,,
        X 20,Stop,,fade,SQ 11,,cart,,1,,,stage-management,,,,
        """;

    private readonly Desk _desk = new();

    [Fact]
    public void Every_kind_comes_in_at_its_line_and_is_undone_in_one_step()
    {
        var before = _desk.Document;

        Assert.True(_desk.Send(CueTableImport.Of(_desk.State, EveryKind, "cues.csv")).Answer.Accepted);

        var cues = _desk.Load().Cues;
        Assert.Equal(
            "1 1.5 LX 10 SC 2 SQ 11 SC 12 B 13 C 14 B 3 F 3 P 15 B 4 P 16 W 17 M 18 C 5 G 6 LX 6.1 SQ 6.2 W 7 FS 1 FS 2 G 19 X 1 X 20",
            string.Join(' ', cues.Select(cue => cue.Number)));
        var light = cues.Single(cue => cue.Number == "LX 10");
        Assert.Equal(
            ("Morning, early", 500, 3000, 1000, ContinueMode.AutoContinue, false, true, "#ffcc00", "Two\nlines"),
            (light.Title, light.PreWaitMs, light.DurationMs, light.PostWaitMs, light.Continue, light.Armed, light.Flagged, light.Colour.ToString(), light.Notes));
        var steps = ((BlockingAction)cues.Single(cue => cue.Number == "B 13").Action).Steps;
        Assert.Equal(("left", "centre", 1.5), (steps[0].From, steps[0].To, (double)steps[1].Speed!));
        Assert.Equal(["anna", "bert"], ((CallAction)cues.Single(cue => cue.Number == "C 14").Action).Roles);
        Assert.Equal("insert cue LX 10 and 10 more", _desk.State.Undo.Peek().Words);
        _desk.Send(new UndoEdit());
        Assert.Same(before, _desk.Document);
    }

    [Theory]
    [InlineData(";")]
    [InlineData("\t")]
    public void Other_separators_and_decimal_commas_are_read_as_well(string separator)
    {
        var csv = $"\uFEFFkind|number|title|line|value|duration\r\n\r\nlook|LX 10|Morning|1.1.1|morning|2,5\r\n||||\r\n".Replace("|", separator, StringComparison.Ordinal);

        Assert.True(_desk.Send(CueTableImport.Of(_desk.State, csv, "cues.csv")).Answer.Accepted);
        Assert.Equal(2500, _desk.Load().Cues.Single(cue => cue.Number == "LX 10").DurationMs);
    }

    [Fact]
    public void Nothing_is_put_between_the_cues_of_a_chain()
    {
        const string csv = "number,title,line,kind,value\nLX 9,Dark,1.1.1,look,dark\n";
        Assert.True(_desk.Send(CueTableImport.Of(_desk.State, csv, "cues.csv")).Answer.Accepted);
        Assert.Equal(["1", "1.5", "LX 9"], _desk.Load().Cues.Take(3).Select(cue => cue.Number));
        _desk.Send(new UndoEdit());

        // Cue 1 takes 1.5 along, which is called later now: before it there is no room, and behind it the text would go back.
        _desk.Do(new ChangeCue("1.5", """{"number":"1.5","title":"Rain","line":"1.1.2","sound":"rain"}"""));
        Assert.Contains("a sheet goes forward in the text", Assert.Single(Errors(csv)));
    }

    [Fact]
    public void Every_bad_row_is_told_with_its_line_and_nothing_is_taken()
    {
        const string csv = """
            number,title,line,kind,value,duration,list
            LX 10,Fine,1.1.1,look,morning,1,
            LX 11,"No
            such look",1.1.1,look,midnight,1,
            1,Taken,1.1.1,look,dark,1,
            LX 12,No line,9.9.9,look,dark,1,
            LX 13,No number,1.1.2,look,dark,soon,
            """;

        Assert.Equal(["cues.csv:5: there is already a cue 1; every number is used once"], Errors(csv));
        var errors = Errors(csv.Replace("1,Taken,1.1.1,look,dark,1,\n", "", StringComparison.Ordinal));
        Assert.Equal(3, errors.Length);
        Assert.StartsWith("cues.csv:3: no look is called 'midnight'", errors[0]);
        Assert.StartsWith("cues.csv:5: ", errors[1]);
        Assert.Equal("cues.csv:6: 'duration' is a number, not 'soon'", errors[2]);
    }

    [Theory]
    [InlineData("", ":", "this is empty")]
    [InlineData("number,title,kind\n", ":", "there is no cue in it")]
    [InlineData("number,title,kind,colur\n1,a,look,b", ":1:", "there is no column 'colur'; did you mean 'colour'")]
    [InlineData("number,title\n1,a", ":1:", "the column 'kind' is missing")]
    [InlineData("number,title,kind,kind\n1,a,look,look", ":1:", "'kind' is there twice")]
    [InlineData("number,title,kind,value\nX 2,a,opera,b", ":2:", "there is no kind 'opera'; there are look, sound")]
    [InlineData("number,title,kind,value\nX 2,a,group,b", ":2:", "does not come in a table")]
    [InlineData("number,title,kind,value\nX 2,a,,b", ":2:", "this cue has no kind")]
    [InlineData("number,title,kind,value\n,a,look,b", ":2:", "this cue has no number")]
    [InlineData("number,title,kind,value\nX 2,a,look,", ":2:", "needs a value")]
    [InlineData("number,title,kind,value,list\nX 2,a,fly,door,cart", ":2:", "arras in; door out")]
    [InlineData("number,title,kind,value,list\nX 2,a,fly,door in; door out,cart", ":2:", "each piece once")]
    [InlineData("number,title,kind,value,list\nX 2,a,blocking,anna,cart", ":2:", "blocking is written as")]
    [InlineData("number,title,kind,value,list\nX 2,a,blocking,anna onto centre,cart", ":2:", "blocking is written as")]
    [InlineData("number,title,kind,value,list\nX 2,a,blocking,anna to centre to left,cart", ":2:", "blocking is written as")]
    [InlineData("number,title,kind,value,list\nX 2,a,performer,cat,cart", ":2:", "a performer is written as")]
    [InlineData("number,title,kind,value,list\nX 2,a,look,dark,opera", ":2:", "there is no cue list 'opera'")]
    [InlineData("number,title,kind,value,roles,list\nX 2,a,look,dark,anna,cart", ":2:", "leave it empty here")]
    [InlineData("number,title,kind,value\nX 2,a,look,dark,more", ":2:", "5 cells, and the header 4")]
    [InlineData("number,title,kind,value\nX 2,a \"b\" c,look,dark", ":2:", "quotation mark")]
    [InlineData("number,title,kind,value\nX 2,a,look,dark", ":2:", "needs 'line'")]
    [InlineData("number,title,kind,value,list\nX 1,a,look,dark,cart", ":2:", "already a cue X 1")]
    [InlineData("number,title,kind,value,list\nX 2,a,look,dark,cart\nX 2,b,look,dark,cart", ":3:", "already a cue X 2")]
    [InlineData("number,title,kind,value,list,armed\nX 2,a,look,dark,cart,maybe", ":2:", "'armed' is true or false")]
    public void What_is_wrong_is_told_with_its_line(string csv, string place, string words)
    {
        var error = Assert.Single(Errors(csv));

        Assert.StartsWith($"cues.csv{place}", error);
        Assert.Contains(words, error);
    }

    [Fact]
    public void A_table_that_is_too_long_or_never_closes_a_quotation_mark_is_refused()
    {
        var row = "\nX 2,a,look,dark";
        Assert.Contains("at most 1000 cues", Assert.Single(Errors("number,title,kind,value" + string.Concat(Enumerable.Repeat(row, 1001)))));
        Assert.Contains("larger than 2 MB", Assert.Single(Errors(new string('x', (2 << 20) + 1))));
        Assert.Contains("cues.csv:2: a cell has at most", Assert.Single(Errors("number,title,kind,value\nX 2,\"" + new string('x', 6000))));
    }

    private string[] Errors(string csv)
    {
        var before = _desk.State;
        var problem = Assert.Throws<ProductionException>(() => CueTableImport.Of(_desk.State, csv, "cues.csv"));
        Assert.Same(before, _desk.State);
        return [.. problem.Errors.Select(error => error.ToString())];
    }
}
