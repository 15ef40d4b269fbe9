using VirtualStage.Plays.Presence;

namespace VirtualStage.Plays.Tests.Presence;

public sealed class PresenceTests
{
    [Fact]
    public void Who_enters_is_on_until_they_leave()
    {
        var presence = Of("""
            Enter ANN and BEN.

            ANN
            One.

            Exit BEN.

            ANN
            Two.

            Re-enter BEN, with CID.

            BEN
            Three.

            Exeunt all but ANN.

            ANN
            Four.

            Exit.
            """);

        Assert.Equal(
            ["1: ANN BEN", "2: ANN", "3: ANN BEN CID", "4: ANN"],
            presence.Lines.Select(line => $"{line.Split('.')[^1]}: {string.Join(' ', presence.OnAt(line).Order())}"));
        Assert.Equal(
            [
                "Entrance ANN 1", "Entrance BEN 1", "Exit BEN 1", "Entrance BEN 3", "Entrance CID 3", "Exit BEN 3", "Exit CID 3", "Exit ANN 4",
            ],
            presence.Moves.Select(move => $"{move.Kind} {move.Who} {move.Line?.Split('.')[^1]}"));
        Assert.Contains(new StageMove(MoveKind.Exit, "BEN", "1.1", "1.1.1", "Exit BEN."), presence.Moves);
    }

    [Theory]
    [InlineData("Enter ANN, BEN, Lords, and Attendants.", "ANN Attendants BEN Lords")]
    [InlineData("Enter, on the one side, ANN; on the other, BEN.", "ANN BEN")]
    [InlineData("Enter to him BEN.", "BEN")]
    [InlineData("Alarum within. Enter ANN, meeting a bleeding Captain.", "ANN Captain")]
    [InlineData("Enter ANN, attended.", "ANN Attendants")]
    [InlineData("Enter the Page of ANN.", "Page")]
    [InlineData("Enter BEN, with ANN's head.", "BEN")]
    [InlineData("Enter BEN in his gown, who has seen ANN.", "BEN")]
    [InlineData("Enter Ann, reading a letter.", "ANN")]
    [InlineData("Ann enters.", "ANN")]
    [InlineData("A Messenger comes in.", "Messenger")]
    [InlineData("Thunder. Then, to soft music, enter BEN.", "BEN")]
    [InlineData("ANN tritt auf.", "ANN")]
    [InlineData("Es treten auf: ANN und BEN.", "ANN BEN")]
    [InlineData("ANN at her post.", "ANN")]
    [InlineData("A song is heard: 'Enter BEN, and be merry.'", "")]
    [InlineData("The corpse of ANN is seen.", "")]
    public void A_direction_brings_on_whom_it_names(string direction, string on)
    {
        var presence = Of($"{direction}\n\nCID\nOne.\n\n## Scene 2\n\nANN\nTwo.\n\nBEN\nThree.");

        Assert.Equal(
            on.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            presence.Stays.Where(stay => stay.Entrance.Length > 0 && stay.Who != "CID").Select(stay => stay.Who).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Exit.", "ANN CID")]
    [InlineData("Exit BEN.", "ANN CID")]
    [InlineData("Exeunt ANN and BEN.", "CID")]
    [InlineData("Exeunt all but CID.", "CID")]
    [InlineData("Exeunt all except ANN and CID.", "ANN CID")]
    [InlineData("Exit, with ANN.", "CID")]
    [InlineData("BEN goes out, with CID.", "ANN")]
    [InlineData("Ben leaves.", "ANN CID")]
    [InlineData("BEN leaves the room.", "ANN CID")]
    [InlineData("Ben leaves the letter on the table.", "ANN BEN CID")]
    [InlineData("BEN vanishes.", "ANN CID")]
    [InlineData("BEN is carried out.", "ANN CID")]
    [InlineData("Ben and Cid withdraw.", "ANN")]
    [InlineData("Dies. CID escapes.", "ANN BEN")]
    [InlineData("BEN und CID gehen ab.", "ANN")]
    [InlineData("Ab.", "ANN CID")]
    [InlineData("Exeunt.", "")]
    [InlineData("Exeunt, bearing off ANN.", "")]
    [InlineData("He pours poison, and exit.", "ANN BEN CID")]
    [InlineData("Stabs CID.", "ANN BEN CID")]
    public void A_direction_takes_off_whom_it_names_or_who_spoke_last(string direction, string on)
    {
        var presence = Of($"Enter ANN, BEN, and CID.\n\nANN\nOne.\n\nBEN\nTwo.\n\n{direction}\n\nDAN\nThree.");

        Assert.Equal($"{on} DAN".Trim(), string.Join(' ', presence.OnAt("1.1.3").Order()));
    }

    [Fact]
    public void Exeunt_does_not_take_off_those_who_speak_on()
    {
        var presence = Of("Enter ANN and BEN.\n\nANN\nOne.\n\nEnter CID.\n\nCID\nTwo.\n\nExeunt.\n\nBEN\nThree.");

        Assert.Equal(["ANN", "BEN"], presence.OnAt("1.1.3").Order());
        Assert.Single(presence.Stays, stay => stay.Who == "BEN");
    }

    [Fact]
    public void Who_speaks_from_within_is_heard_and_not_on()
    {
        var presence = Of("Enter ANN.\n\nANN\nOne.\n\nBEN\n(within)\nTwo.\n\nEnter BEN.\n\nBEN\nThree.");

        Assert.Equal(["ANN"], presence.OnAt("1.1.2"));
        Assert.Equal(["ANN", "BEN"], presence.OnAt("1.1.3"));
        Assert.Contains(presence.Stays, stay => stay is { Who: "BEN", IsVoice: true, From: 1, Until: 2 });
        Assert.Equal([new Pairing("ANN", "BEN", "1.1.2")], presence.TogetherIn("1.1"));
    }

    [Fact]
    public void Two_murderers_are_the_two_who_speak()
    {
        var presence = Of("""
            Enter two Murderers.

            FIRST MURDERER
            One.

            SECOND MURDERER
            Two.

            Exeunt Murderers.

            ANN
            Three.

            ## Scene 2

            Enter three Murderers.

            THIRD MURDERER
            Four.

            BOTH MURDERERS
            Five.
            """);

        Assert.Equal(["FIRST MURDERER", "SECOND MURDERER"], presence.In("1.1").Where(who => who != "ANN").Order());
        Assert.Equal(["ANN"], presence.OnAt("1.1.3"));
        Assert.Equal(["FIRST MURDERER", "SECOND MURDERER", "THIRD MURDERER"], presence.OnAt("1.2.1").Order());
    }

    [Fact]
    public void A_direction_inside_a_line_belongs_to_that_line()
    {
        var presence = Of("Enter ANN and BEN.\n\nANN\nOne (Exit BEN) and more.\nTwo.\nThree (Enter CID) at once.");

        Assert.Equal(["ANN", "BEN"], presence.OnAt("1.1.1"));
        Assert.Equal(["ANN"], presence.OnAt("1.1.2"));
        Assert.Equal(["ANN", "CID"], presence.OnAt("1.1.3"));
    }

    [Fact]
    public void One_figure_has_every_label_that_means_it_and_its_entry_of_the_cast()
    {
        var presence = StagePresence.Of(Reading.Play("""
            Title: Names
            Cast:
                CLAUDIUS, king of Denmark
                Prince Hamlet
                ESCALUS, duke of Verona
                Two Clowns

            # ACT I

            ## Scene 1

            KING CLAUDIUS
            One.

            HAMLET
            Two.

            @[HAMLET]
            Three.

            DUKE
            Four.

            FIRST CLOWN
            Five.

            ALL
            Six.
            """));

        Assert.Equal(["KING CLAUDIUS", "HAMLET", "DUKE", "FIRST CLOWN"], presence.Figures.Select(figure => figure.Name));
        Assert.Equal(["HAMLET", "[HAMLET]"], presence.Find("Prince Hamlet")!.Labels);
        Assert.Equal("KING CLAUDIUS", presence.Find("Claudius")!.Name);
        Assert.Equal("DUKE", presence.Find("ESCALUS")!.Name);
        Assert.Equal("Two Clowns", presence.Find("First Clown")!.Cast!.Name);
        Assert.Null(presence.Find("Ophelia"));
        Assert.Equal(["DUKE", "FIRST CLOWN", "HAMLET", "KING CLAUDIUS"], presence.OnAt("1.1.6").Order());
    }

    [Fact]
    public void Odd_directions_are_read_without_harm()
    {
        string[] odd =
        [
            "Exit", "Enter", "Exeunt but", "Enter ,,, and and with", "'", "\"Enter", "Exit 'ANN", ";;;.", "with", "Enter the", "All but", "Enter &c.",
            new string('x', 50_000), string.Join(' ', Enumerable.Repeat("tritt", 10_000)), "Enter " + string.Concat(Enumerable.Repeat("ANN, ", 10_000)),
        ];

        foreach (var direction in odd)
        {
            var presence = Of($"ANN\nOne.\n\n{direction}\n\nBEN\nTwo.");

            Assert.Contains("BEN", presence.OnAt("1.1.2"));
        }

        Assert.Empty(Of("ANN\nOne.").OnAt("9.9.9"));
        Assert.Empty(Of("ANN\nOne.").TogetherIn("9.9"));
    }

    private static StagePresence Of(string scene) => StagePresence.Of(Reading.Play($"Title: T\n\n# ACT I\n\n## Scene 1\n\n{scene}\n"));
}
