using System.Xml.Linq;
using System.Xml.XPath;

namespace VirtualStage.Plays.Tests;

public sealed class RealPlaysTests
{
    [Theory]
    [InlineData("hamlet", 5, 20, 0, 0, 1138, 4014, 243, 35)]
    [InlineData("macbeth", 5, 28, 0, 0, 649, 2385, 180, 41)]
    [InlineData("romeo_and_juliet", 5, 24, 2, 0, 841, 3093, 202, 36)]
    [InlineData("tempest", 5, 9, 0, 1, 641, 2275, 130, 20)]
    public void Bosak_files_give_the_counts_of_their_own_elements(
        string play, int acts, int scenes, int prologues, int epilogues, int speeches, int lines, int directions, int speakers)
    {
        var counts = PlayStatistics.Of(PlayReader.Read(SharedPlays.PathOf($"{play}.bosak.xml")));

        Assert.Equal(
            (acts, scenes, prologues, epilogues, speeches, lines, 0, directions, speakers),
            (counts.Acts, counts.Scenes, counts.Prologues, counts.Epilogues, counts.Speeches, counts.Lines, counts.Prose,
                counts.StageDirections, counts.Speakers));
    }

    [Theory]
    [InlineData("buechner-woyzeck", 4)]
    [InlineData("lessing-emilia-galotti", 5)]
    public void Tei_files_give_the_counts_of_their_own_elements(string name, int acts)
    {
        var path = SharedPlays.PathOf($"{name}.tei.xml");
        var body = XDocument.Load(path).XPathSelectElement("//*[local-name()='body']")!;
        int Elements(string test) => body.XPathSelectElements($".//*[{test}]").Count();

        var counts = PlayStatistics.Of(PlayReader.Read(path));

        Assert.Equal(acts, counts.Acts);
        Assert.Equal(
            Elements("local-name()='div' and @type='scene' and not(*[local-name()='div'])"), counts.Scenes);
        Assert.Equal(Elements("local-name()='sp'"), counts.Speeches);
        Assert.Equal(Elements("local-name()='l'"), counts.Lines);
        Assert.Equal(Elements("local-name()='p' and ancestor::*[local-name()='sp']"), counts.Prose);
        Assert.Equal(Elements("local-name()='stage'"), counts.StageDirections);
        var labels = body.XPathSelectElements(".//*[local-name()='speaker']")
            .Select(speaker => string.Join(' ', speaker.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .ToList();
        Assert.Equal(labels.Distinct().Count(), counts.Speakers);
        Assert.Equal(labels.CountBy(label => label).ToDictionary(), counts.SpeechesBySpeaker);
    }

    [Fact]
    public void To_be_or_not_to_be_is_line_64_of_act_3_scene_1()
    {
        var hamlet = PlayReader.Read(SharedPlays.PathOf("hamlet.bosak.xml"));

        var line = hamlet.Lines.Single(line => line.Text.StartsWith("To be, or not to be", StringComparison.Ordinal));

        Assert.Equal("3.1.64", line.Id);
        Assert.Equal("The Tragedy of Hamlet, Prince of Denmark", hamlet.Title);
        Assert.Contains(new CastMember("HAMLET", "son to the late, and nephew to the present king"), hamlet.Cast);
        Assert.Contains(new CastMember("OSRIC", "courtiers"), hamlet.Cast);
        Assert.Equal(26, hamlet.Cast.Count);
    }

    [Fact]
    public void Prologues_and_epilogues_keep_their_words_as_ids()
    {
        var romeo = PlayReader.Read(SharedPlays.PathOf("romeo_and_juliet.bosak.xml"));
        var tempest = PlayReader.Read(SharedPlays.PathOf("tempest.bosak.xml"));

        Assert.Equal("Two households, both alike in dignity,", romeo.Lines.First(line => line.Id == "1.prologue.1").Text);
        Assert.Equal("2.prologue.1", romeo.Lines.First(line => line.Text.StartsWith("Now old desire")).Id);
        Assert.Equal([""], romeo.Speeches.First().Speakers);
        Assert.Equal("Now my charms are all o'erthrown,", tempest.Lines.First(line => line.Id == "5.epilogue.1").Text);
        Assert.Contains(new Subheading("ARIEL'S song."), tempest.Speeches.SelectMany(speech => speech.Items));
    }

    [Fact]
    public void Parts_of_a_play_that_are_not_marked_as_acts_are_its_acts()
    {
        var woyzeck = PlayReader.Read(SharedPlays.PathOf("buechner-woyzeck.tei.xml"));

        Assert.Equal(
            ["Erste Fassung. Szenengruppe 1 (H1)", "Erste Fassung. Szenengruppe 2 (H2)", "Verstreute Bruchstücke (H3)",
                "Vorläufige Reinschrift (H4)"],
            woyzeck.Divisions.Select(act => act.Title));
        Assert.Equal("Woyzeck", woyzeck.Title);
    }

    [Theory]
    [MemberData(nameof(AllNames))]
    public void No_id_occurs_twice(string name)
    {
        var play = PlayReader.Read(SharedPlays.PathOf(name));

        Assert.Distinct(play.Lines.Select(line => line.Id));
        Assert.Distinct(play.Speeches.Select(speech => speech.Id));
        Assert.Distinct(play.AllDivisions.Select(division => division.Id));
    }

    public static TheoryData<string> AllNames => [.. SharedPlays.Names];
}
