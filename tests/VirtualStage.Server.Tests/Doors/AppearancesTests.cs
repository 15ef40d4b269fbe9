using VirtualStage.Contracts.Doors;
using VirtualStage.Contracts.Stage;
using VirtualStage.Server.Doors;

namespace VirtualStage.Server.Tests.Doors;

public sealed class AppearancesTests
{
    private static readonly Appearance _body = new(BodyBuild.Medium, 170, 4, HairStyle.Short, HairColour.Brown);

    [Fact]
    public void Every_body_within_the_limits_can_be_chosen()
    {
        Assert.Null(Appearances.Refuse(new ChosenAppearance(_body with { HeightCm = 130, Skin = 0 }, [])));
        Assert.Null(Appearances.Refuse(new ChosenAppearance(_body with { HeightCm = 210, Skin = 9 }, [new CostumeChoice("hamlet", "inky-cloak")])));
    }

    public static TheoryData<Appearance> Impossible { get; } =
    [
        _body with { HeightCm = 129 },
        _body with { HeightCm = 211 },
        _body with { HeightCm = int.MinValue },
        _body with { Skin = -1 },
        _body with { Skin = 10 },
        _body with { Build = (BodyBuild)99 },
        _body with { Hair = (HairStyle)99 },
        _body with { HairColour = (HairColour)200 },
    ];

    [Theory]
    [MemberData(nameof(Impossible))]
    public void What_nobody_can_draw_is_refused(Appearance body) => Assert.NotNull(Appearances.Refuse(new ChosenAppearance(body, [])));

    [Fact]
    public void Costumes_are_names_one_a_role_and_not_without_end()
    {
        Assert.NotNull(Appearances.Refuse(new ChosenAppearance(_body, [new CostumeChoice("hamlet", "a"), new CostumeChoice("hamlet", "b")])));
        Assert.NotNull(Appearances.Refuse(new ChosenAppearance(_body, [new CostumeChoice("hamlet", "<b>")])));
        Assert.NotNull(Appearances.Refuse(new ChosenAppearance(_body, [new CostumeChoice("", "a")])));
        Assert.NotNull(Appearances.Refuse(new ChosenAppearance(_body, [new CostumeChoice("hamlet", new string('a', 61))])));
        Assert.NotNull(Appearances.Refuse(new ChosenAppearance(_body, [null!])));
        Assert.NotNull(Appearances.Refuse(new ChosenAppearance(_body, [.. Enumerable.Range(0, 101).Select(i => new CostumeChoice($"role{i}", "a"))])));
        Assert.NotNull(Appearances.Refuse(new ChosenAppearance(null!, [])));
        Assert.NotNull(Appearances.Refuse(new ChosenAppearance(_body, null!)));
    }
}
