using VirtualStage.Plays;

namespace VirtualStage.Productions.Tests.Scripts;

public sealed class CutTests
{
    [Fact]
    public void Lines_between_two_ids_are_cut_and_the_others_keep_theirs()
    {
        var production = TwoHander.Load(Cut("{ from: 1.1.2, to: 1.1.3 }"));

        Assert.Equal(["1.1.1", "1.1.4", "1.2.1"], production.Play.Lines.Select(line => line.Id));
    }

    [Fact]
    public void A_speech_without_its_first_line_is_called_by_the_next_one()
    {
        var production = TwoHander.Load(Cut("{ from: 1.1.1, to: 1.1.1 }", "line: 1.1.1", "line: 1.1.2"));

        Assert.Equal("1.1.2", production.Play.Speeches.First().Id);
    }

    [Fact]
    public void A_direction_inside_a_cut_goes_with_it()
    {
        var whole = TwoHander.Load(TwoHander.Sheet).Play;
        var cut = TwoHander.Load(Cut("{ from: 1.1.3, to: 1.1.4 }", "line: 1.1.3", "line: 1.1.2", "line: 1.1.4", "line: 1.2.1", "  - { after: 1.1.3, seconds: 2.5 }", "")).Play;

        Assert.Single(Directions(whole));
        Assert.Empty(Directions(cut));
    }

    [Fact]
    public void A_division_is_cut_whole()
    {
        var production = TwoHander.Load(Cut("{ division: 1.2 }", "line: 1.2.1", "line: 1.1.4"));

        Assert.Equal(["1", "1.1"], production.Play.AllDivisions.Select(division => division.Id));
    }

    [Fact]
    public void A_cue_on_a_line_that_is_cut_is_told_the_next_one()
    {
        var error = Assert.Single(TwoHander.ErrorsOf(Cut("{ from: 1.1.2, to: 1.1.2 }", "line: 1.1.2", "line: 1.1.2")));

        Assert.Equal("line 1.1.2 is cut; the next line that is played is '1.1.3'", error.Message);
    }

    [Theory]
    [InlineData("{ from: 1.1.3, to: 1.1.1 }", "this cut ends before it begins")]
    [InlineData("{ from: 1.1.3 }", "a cut has either 'division', or 'from' and 'to'")]
    [InlineData("{ division: 1.1, from: 1.1.1, to: 1.1.2 }", "a cut has either 'division', or 'from' and 'to'")]
    [InlineData("{ division: 4.1 }", "the play has no division '4.1'")]
    [InlineData("{ from: 1.1.1, to: 1.1.8 }", "the play has no line '1.1.8'")]
    public void A_cut_that_makes_no_sense_is_an_error(string cut, string message) =>
        Assert.Contains(TwoHander.ErrorsOf(Cut(cut)), error => error.Message.Contains(message, StringComparison.Ordinal));

    /// <summary>The sheet with a cut, and with the cues moved off it.</summary>
    private static string Cut(string cut, params string[] moves)
    {
        var sheet = TwoHander.With("roles:\n", $"cuts:\n  - {cut}\nroles:\n");
        if (moves.Length == 0) sheet = sheet.Replace("line: 1.1.2", "line: 1.1.1", StringComparison.Ordinal).Replace("line: 1.1.3", "line: 1.1.4", StringComparison.Ordinal).Replace("after: 1.1.3", "after: 1.1.4", StringComparison.Ordinal);
        foreach (var move in moves.Chunk(2)) sheet = sheet.Replace(move[0], move[1], StringComparison.Ordinal);
        return sheet;
    }

    private static IEnumerable<StageDirection> Directions(Play play) =>
        play.AllDivisions.SelectMany(division => division.Items).OfType<StageDirection>();
}
