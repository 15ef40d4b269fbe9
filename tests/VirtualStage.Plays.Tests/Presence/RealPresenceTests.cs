using VirtualStage.Plays.Presence;

namespace VirtualStage.Plays.Tests.Presence;

/// <summary>Facts about real plays, read in their texts.</summary>
public sealed class RealPresenceTests
{
    [Fact]
    public void Hamlet_is_alone_for_his_first_soliloquy_and_overheard_in_his_second()
    {
        var hamlet = Of("hamlet");

        // "O, that this too too solid flesh would melt"
        Assert.Equal(["HAMLET"], hamlet.OnAt("1.2.131"));

        // "To be, or not to be": Ophelia was told to walk here; the king and Polonius have withdrawn until line 175.
        Assert.Equal(["HAMLET", "OPHELIA"], hamlet.OnAt("3.1.64").Order());
        Assert.Equal(["KING CLAUDIUS", "LORD POLONIUS", "OPHELIA"], hamlet.OnAt("3.1.175").Order());
    }

    [Fact]
    public void The_ghost_of_Hamlets_father_comes_four_times_and_cries_from_beneath()
    {
        var ghost = Of("hamlet").Stays.Where(stay => stay.Who == "Ghost").ToList();

        Assert.Equal(["1.1", "1.1", "1.4", "1.5", "3.4"], ghost.Where(stay => !stay.IsVoice).Select(stay => stay.Scene));
        Assert.Equal(4, ghost.Count(stay => stay is { IsVoice: true, Scene: "1.5" }));
    }

    [Fact]
    public void The_court_watches_the_play_within_the_play_though_the_dumb_show_leaves()
    {
        var hamlet = Of("hamlet");

        // Lucianus: "Thoughts black, hands apt, drugs fit"
        Assert.Equal(
            [
                "GUILDENSTERN", "HAMLET", "HORATIO", "KING CLAUDIUS", "LORD POLONIUS", "LUCIANUS", "OPHELIA", "Player King", "QUEEN GERTRUDE",
                "ROSENCRANTZ",
            ],
            hamlet.OnAt("3.2.257").Where(who => who != "Players").Order());
        Assert.Equal(["HAMLET", "HORATIO"], hamlet.OnAt("3.2.266").Order());
    }

    [Fact]
    public void Directions_name_Polonius_and_Fortinbras_shorter_than_their_speeches_do()
    {
        var hamlet = Of("hamlet");

        Assert.Equal("LORD POLONIUS", hamlet.Find("POLONIUS")!.Name);
        Assert.Equal("CLAUDIUS", hamlet.Find("KING CLAUDIUS")!.Cast!.Name);
        Assert.Contains(
            new StageMove(MoveKind.Entrance, "PRINCE FORTINBRAS", "4.4", "4.4.1", "Enter FORTINBRAS, a Captain, and Soldiers, marching"),
            hamlet.Moves);
        Assert.DoesNotContain("OPHELIA", hamlet.In("5.1"));
    }

    [Fact]
    public void Macbeths_witches_vanish_and_Banquo_leaves_his_ghost_to_the_banquet()
    {
        var macbeth = Of("macbeth");

        Assert.Equal(["First Witch", "Second Witch", "Third Witch"], macbeth.OnAt("1.1.1").Order());
        Assert.Equal(["BANQUO", "MACBETH"], macbeth.OnAt("1.3.81").Order());
        Assert.Contains("GHOST OF BANQUO", macbeth.In("3.4"));
        Assert.DoesNotContain("BANQUO", macbeth.In("3.4"));
        Assert.Equal(["First Murderer", "MACBETH", "Second Murderer"], macbeth.OnAt("3.1.80").Order());
        Assert.Equal(["First Murderer", "Second Murderer", "Third Murderer"], macbeth.OnAt("3.3.1").Order());
        Assert.Equal(["DONALBAIN", "MALCOLM"], macbeth.OnAt("2.3.169").Order());
    }

    [Fact]
    public void Romeo_is_alone_until_Juliet_appears_above()
    {
        var romeo = Of("romeo_and_juliet");

        Assert.Equal(["ROMEO"], romeo.OnAt("2.2.1"));
        Assert.Equal(["JULIET", "ROMEO"], romeo.OnAt("2.2.2").Order());
        Assert.Contains(romeo.Stays, stay => stay is { Who: "Nurse", Scene: "2.2", IsVoice: true });
        Assert.Equal("ESCALUS", romeo.Find("PRINCE")!.Cast!.Name);
        Assert.Equal(["MONTAGUE", "LADY MONTAGUE", "BENVOLIO"], romeo.OnAt("1.1.97").OrderByDescending(who => who.EndsWith("TAGUE")).ThenByDescending(who => who));
    }

    [Fact]
    public void Prospero_discovers_the_lovers_at_chess_and_is_alone_at_the_end()
    {
        var tempest = Of("tempest");

        Assert.Contains(tempest.Moves, move => move is { Kind: MoveKind.Entrance, Who: "MIRANDA", Line: "5.1.189" });
        Assert.Equal(["PROSPERO"], tempest.OnAt("5.epilogue.1"));
        Assert.Equal(["PROSPERO", "[PROSPERO]"], tempest.Find("Prospero")!.Labels.Order(StringComparer.OrdinalIgnoreCase));
        Assert.Equal(["ALONSO", "ANTONIO", "SEBASTIAN"], tempest.OnAt("2.1.366").Intersect(["ALONSO", "ANTONIO", "SEBASTIAN"]).Order());
    }

    [Theory]
    [MemberData(nameof(AllNames))]
    public void Who_speaks_is_on_or_heard_and_nobody_is_on_twice(string name)
    {
        var play = PlayReader.Read(SharedPlays.PathOf(name));
        var presence = StagePresence.Of(play);
        var index = presence.Lines.Select((line, at) => (line, at)).ToDictionary(line => line.line, line => line.at);

        Assert.Equal(play.Lines.Select(line => line.Id), presence.Lines);
        foreach (var speech in play.Speeches)
        {
            var speakers = speech.Speakers.Select(presence.Find).OfType<Figure>().ToList();
            foreach (var line in speech.Lines)
            {
                Assert.All(speakers, speaker => Assert.Contains(
                    presence.Stays, stay => stay.Who == speaker.Name && stay.From <= index[line.Id] && index[line.Id] < stay.Until));
            }
        }

        foreach (var stays in presence.Stays.GroupBy(stay => stay.Who).Select(stays => stays.OrderBy(stay => stay.From).ThenBy(stay => stay.Until)))
        {
            Assert.All(stays.Zip(stays.Skip(1)), pair => Assert.True(pair.First.Until <= pair.Second.From, $"{pair.First} and {pair.Second}"));
        }
    }

    public static TheoryData<string> AllNames => [.. SharedPlays.Names];

    private static StagePresence Of(string play) => StagePresence.Of(PlayReader.Read(SharedPlays.PathOf($"{play}.bosak.xml")));
}
