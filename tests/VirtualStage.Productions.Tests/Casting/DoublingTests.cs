using VirtualStage.Plays;
using VirtualStage.Productions.Casting;

namespace VirtualStage.Productions.Tests.Casting;

public sealed class DoublingTests
{
    private static readonly ChangeTime _none = new(0, 0);

    [Fact]
    public void Roles_that_are_on_together_conflict_at_the_first_such_line()
    {
        var doubling = new Doubling(Sheet("Enter ANN.\n\nANN\nOne.\n\nEnter BEN.\n\nBEN\nTwo."), _none);

        Assert.Equal(new Conflict("ANN", "BEN", ConflictKind.Together, "1.1", "1.1.2", 0, 0), doubling.Between("BEN", "ANN"));
        Assert.Single(doubling.Conflicts);
    }

    [Fact]
    public void A_role_that_is_only_heard_needs_its_actor_as_well()
    {
        var doubling = new Doubling(Sheet("Enter ANN.\n\nANN\nOne.\n\nBEN\n(within)\nTwo."), _none);

        Assert.Equal(ConflictKind.Together, doubling.Between("ANN", "BEN")!.Kind);
    }

    [Theory]
    [InlineData(3, 0, false)]
    [InlineData(4, 0, true)]
    [InlineData(0, 2340, false)]
    [InlineData(0, 2341, true)]
    public void Between_exit_and_entrance_there_must_be_time_to_change(int lines, int ms, bool conflicts)
    {
        // Three lines of CID: four words at 360 ms, and 300 ms of breath after each line.
        var sheet = Sheet("ANN\nOne.\n\nExit ANN.\n\nCID\nOne two.\nThree.\nFour.\n\nExit CID.\n\nEnter BEN.\n\nBEN\nFive.");

        var conflict = new Doubling(sheet, new ChangeTime(lines, ms)).Between("ANN", "BEN");

        Assert.Equal(conflicts, conflict is not null);
        if (conflict is not null)
        {
            Assert.Equal(new Conflict("ANN", "BEN", ConflictKind.NoTimeToChange, "1.1", "1.1.5", 3, 2340), conflict);
        }
    }

    [Fact]
    public void A_change_over_the_end_of_a_scene_needs_its_time_too()
    {
        var sheet = Sheet("ANN\nOne.\n\n## Scene 2\n\nBEN\nTwo.");

        Assert.Equal("1.2.1", new Doubling(sheet, ChangeTime.Usual).Between("ANN", "BEN")!.Line);
        Assert.Null(new Doubling(sheet, _none).Between("ANN", "BEN"));
    }

    [Fact]
    public void A_proposed_doubling_is_checked_pair_by_pair()
    {
        var doubling = new Doubling(Sheet("Enter ANN and BEN.\n\nANN\nOne.\n\nBEN\nTwo.\n\n## Scene 2\n\nCID\nThree."), _none);

        Assert.Empty(doubling.Check([["ANN", "CID"], ["BEN"]]));
        Assert.Equal(["ANN BEN"], doubling.Check([["CID", "ANN", "BEN"]]).Select(conflict => $"{conflict.One} {conflict.Other}"));
    }

    [Theory]
    [InlineData("ANN BEN, BEN CID, CID ANN", 3)]
    [InlineData("ANN BEN, BEN CID, CID DAN, DAN ANN", 2)]
    [InlineData("ANN BEN, BEN CID, CID DAN, DAN EVE, EVE ANN", 3)]
    [InlineData("ANN BEN, CID DAN, EVE FAY", 2)]
    public void The_smallest_cast_is_found_and_proven(string scenes, int actors)
    {
        var sheet = Sheet(string.Join("\n\n## Scene\n\n", scenes.Split(", ").Select(pair =>
            $"Enter {pair.Replace(" ", " and ")}.\n\n{string.Join("\n\n", pair.Split(' ').Select(name => $"{name}\nOne."))}")));
        var doubling = new Doubling(sheet, _none);

        var cast = SmallestCast.Of(sheet, doubling);

        Assert.Equal((actors, true), (cast.Actors.Count, cast.IsMinimal));
        Assert.Empty(doubling.Check(cast.Actors));
        Assert.Equal(sheet.Parts.Select(part => part.Id).Order(), cast.Actors.SelectMany(roles => roles).Order());
    }

    [Fact]
    public void A_search_that_is_cut_short_says_that_nothing_is_proven()
    {
        // A ring of five: no three conflict, and yet two actors are not enough.
        var sheet = Sheet(string.Join("\n\n## Scene\n\n", new[] { "ANN BEN", "BEN CID", "CID DAN", "DAN EVE", "EVE ANN" }
            .Select(pair => $"Enter {pair.Replace(" ", " and ")}.\n\n{string.Join("\n\n", pair.Split(' ').Select(name => $"{name}\nOne."))}")));
        var doubling = new Doubling(sheet, _none);

        var cast = SmallestCast.Of(sheet, doubling, mostSteps: 2);

        Assert.False(cast.IsMinimal);
        Assert.Empty(doubling.Check(cast.Actors));
        Assert.Equal(2, cast.Needed.Count);
    }

    [Fact]
    public void Against_every_graph_of_six_roles_by_chance_no_smaller_cast_is_possible()
    {
        var random = new Random(5);
        for (var run = 0; run < 60; run++)
        {
            var pairs = Enumerable.Range(0, 15).Where(_ => random.Next(2) == 0).Select(_ => (random.Next(6), random.Next(6)))
                .Where(pair => pair.Item1 != pair.Item2).ToList();
            string[] names = ["ANN", "BEN", "CID", "DAN", "EVE", "FAY"];
            var scenes = names.Select(name => $"{name}\nOne.").Concat(pairs.Select(pair =>
                $"Enter {names[pair.Item1]} and {names[pair.Item2]}.\n\n{names[pair.Item1]}\nTwo.\n\n{names[pair.Item2]}\nThree."));
            var sheet = Sheet(string.Join("\n\n## Scene\n\n", scenes));

            var cast = SmallestCast.Of(sheet, new Doubling(sheet, _none));

            Assert.True(cast.IsMinimal);
            Assert.Equal(ByBruteForce(pairs), cast.Actors.Count);
        }
    }

    private static int ByBruteForce(List<(int One, int Other)> pairs)
    {
        for (var colours = 1; ; colours++)
        {
            for (var code = 0; code < (int)Math.Pow(colours, 6); code++)
            {
                int ColourOf(int role) => code / (int)Math.Pow(colours, role) % colours;
                if (pairs.TrueForAll(pair => ColourOf(pair.One) != ColourOf(pair.Other)))
                {
                    return colours;
                }
            }
        }
    }

    private static CastingSheet Sheet(string scene) =>
        CastingSheet.Of(PlayReader.Read(System.Text.Encoding.UTF8.GetBytes($"Title: T\n\n# ACT I\n\n## Scene 1\n\n{scene}\n"), "test"));
}
