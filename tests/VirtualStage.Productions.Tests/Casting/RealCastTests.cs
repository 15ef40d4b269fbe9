using VirtualStage.Plays;
using VirtualStage.Productions.Casting;
using VirtualStage.Productions.Scripts;
using VirtualStage.Productions.Tests.Scripts;

namespace VirtualStage.Productions.Tests.Casting;

/// <summary>Facts of real plays, read in their texts.</summary>
public sealed class RealCastTests
{
    [Theory]
    [InlineData("hamlet")]
    [InlineData("macbeth")]
    [InlineData("romeo_and_juliet")]
    [InlineData("tempest")]
    public void A_cast_without_conflicts_is_found_for_a_whole_play(string name)
    {
        var sheet = CastingSheet.Of(Play(name));
        var doubling = new Doubling(sheet, ChangeTime.Usual);

        var cast = SmallestCast.Of(sheet, doubling);

        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {sheet.Parts.Count} roles, {cast.Actors.Count} actors, proven {cast.IsMinimal}");
        Assert.Empty(doubling.Check(cast.Actors));
        Assert.Equal(sheet.Parts.Count, cast.Actors.Sum(roles => roles.Count));
        Assert.InRange(cast.Actors.Count, cast.Needed.Count, sheet.Parts.Count);
        Assert.All(cast.Needed, one => Assert.All(cast.Needed, other => Assert.True(one == other || doubling.Between(one, other) is not null)));
        Assert.True(cast.IsMinimal);
    }

    [Fact]
    public void The_ghost_and_the_first_player_can_share_an_actor_and_Hamlet_with_none_of_those_who_meet_him()
    {
        var doubling = new Doubling(CastingSheet.Of(Play("hamlet")), ChangeTime.Usual);

        // The old doublings of the stage: ghost and player king, Polonius and the first grave-digger.
        Assert.Null(doubling.Between("Ghost", "Player King"));
        Assert.Null(doubling.Between("LORD POLONIUS", "First Clown"));
        Assert.Equal("1.4", doubling.Between("HAMLET", "Ghost")!.Scene);
        Assert.Equal("1.2.1", doubling.Between("KING CLAUDIUS", "HAMLET")!.Line);
    }

    [Fact]
    public void Duncan_and_the_doctor_can_share_an_actor_and_the_witches_cannot()
    {
        var doubling = new Doubling(CastingSheet.Of(Play("macbeth")), ChangeTime.Usual);

        Assert.Null(doubling.Between("DUNCAN", "Doctor"));
        Assert.Equal("1.1.1", doubling.Between("First Witch", "Second Witch")!.Line);
    }

    [Fact]
    public void A_role_has_its_speeches_lines_words_and_first_entrance()
    {
        var sheet = CastingSheet.Of(Play("hamlet"));

        var hamlet = sheet.Find("HAMLET")!;
        Assert.Equal(359, hamlet.Speeches);
        Assert.Equal(("1.2.1", "1.2.66"), (sheet.Lines[hamlet.FirstEntrance!.From], hamlet.FirstSpoken));
        Assert.Equal("4.4", sheet.Find("PRINCE FORTINBRAS")!.Scenes[0]);
        Assert.True(hamlet.Words > 11_000 && hamlet.Words < 12_500, $"{hamlet.Words} words");
    }

    [Fact]
    public void The_bundled_productions_own_doublings_hold()
    {
        var production = ProductionLoader.Load(Repository.Hamlet);
        var sheet = CastingSheet.Of(production);
        var doubling = new Doubling(sheet, ChangeTime.Usual);

        Assert.Equal(production.Roles.Select(role => role.Id), sheet.Parts.Select(part => part.Id));
        Assert.Empty(doubling.Check(production.Roles.Select(role => (IReadOnlyList<string>)[role.Id, .. role.Doubles])));
    }

    private static Play Play(string name)
    {
        var path = Path.Combine(Repository.Root, "..", "shared", "data", "plays", $"{name}.bosak.xml");
        Assert.SkipUnless(File.Exists(path), $"the play {name} is not in ../shared/data/plays beside the repository");
        return PlayReader.Read(path);
    }
}
