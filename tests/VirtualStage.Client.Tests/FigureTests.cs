using System.Text.Json.Nodes;
using VirtualStage.Contracts.Stage;
using VirtualStage.Contracts.Tests;
using StagePlayer = VirtualStage.Contracts.Stage.Player;

namespace VirtualStage.Client.Tests;

/// <summary>How actors look and stand: the same in Unity as in browsers.</summary>
public sealed class FigureTests
{
    private static readonly string[] _roles = ["hamlet", "ghost", "", "first-player", "Ωφηλία"];

    private static readonly StagePlan _plan = new(
        "", 8, 6, [], [], [], [], [new RoleInfo("hamlet", "Hamlet", "#112233"), new RoleInfo("ghost", "Ghost", "#445566")], [], 0,
        null,
        [
            new CostumeInfo("white", "hamlet", "White", Garment.Tunic, "#ffffff", "#000000", false, Headwear.Bare),
            new CostumeInfo("inky", "hamlet", "Inky", Garment.Doublet, "#22252b", "#5a5f6a", true, Headwear.Bare),
        ]);

    [Fact]
    public void Postures_and_made_up_looks_are_those_that_browsers_draw()
    {
        var postures = new JsonArray([.. Enum.GetValues<Emote>().Select(emote => Json(emote, FigurePosture.Of(emote)))]);
        var looks = new JsonArray([.. _roles.Select(role => Json(role, ActorLook.Of(new StagePlayer(1, role, "", true), _plan with { Costumes = null })))]);

        Golden.Matches("figures.json", new JsonArray([new JsonObject { ["postures"] = postures, ["looks"] = looks }]));
    }

    [Fact]
    public void An_emote_that_this_version_does_not_know_is_upright() =>
        Assert.Same(FigurePosture.Of(Emote.None), FigurePosture.Of((Emote)200));

    [Theory]
    [InlineData("inky", "inky")]
    [InlineData(null, "white")]
    [InlineData("torn", "white")]
    public void Who_chose_no_costume_that_there_is_wears_the_roles_first(string? chosen, string worn) =>
        Assert.Equal(worn, ActorLook.Of(new StagePlayer(1, "hamlet", "", false, null, chosen), _plan).Worn.Id);

    [Fact]
    public void A_body_is_as_it_was_chosen_and_odd_values_are_within_bounds()
    {
        var chosen = ActorLook.Of(new StagePlayer(1, "hamlet", "", false, new Appearance(BodyBuild.Broad, 172, 9, HairStyle.Bald, HairColour.Red)), _plan);
        Assert.Equal(("#3f261a", null, 1f, 1.13f), (chosen.Skin, chosen.Hair, chosen.Height, chosen.Breadth));

        var odd = ActorLook.Of(new StagePlayer(1, "hamlet", "", false, new Appearance((BodyBuild)9, 10_000, -3, (HairStyle)99, (HairColour)99)), _plan);
        Assert.Equal(("#f6dcc6", "#e2dfd8", 210 / 172f, 1.3f), (odd.Skin, odd.Hair, odd.Height, odd.Breadth));
    }

    [Fact]
    public void A_figure_is_built_anew_for_another_costume_and_not_for_another_name()
    {
        var look = ActorLook.Of(new StagePlayer(1, "hamlet", "Ada", false), _plan);

        Assert.True(look.IsSameAs(ActorLook.Of(new StagePlayer(1, "hamlet", "Bo", false), _plan)));
        Assert.False(look.IsSameAs(ActorLook.Of(new StagePlayer(1, "hamlet", "Ada", false, null, "inky"), _plan)));
        Assert.False(look.IsSameAs(ActorLook.Of(null, _plan)));
    }

    private static JsonObject Json(Emote emote, FigurePosture posture) => new()
    {
        ["emote"] = (int)emote,
        ["drop"] = Number(posture.Drop),
        ["tip"] = Pair((posture.TipForward, posture.TipAside)),
        ["torso"] = Number(posture.Torso),
        ["head"] = Number(posture.Head),
        ["arms"] = Pair(posture.Arms),
        ["spread"] = Pair(posture.Spread),
        ["elbows"] = Pair(posture.Elbows),
    };

    private static JsonObject Json(string role, ActorLook look) => new()
    {
        ["role"] = role,
        ["build"] = (int)look.Body.Build,
        ["heightCm"] = look.Body.HeightCm,
        ["skin"] = look.Body.Skin,
        ["hair"] = (int)look.Body.Hair,
        ["hairColour"] = (int)look.Body.HairColour,
        ["garment"] = (int)look.Worn.Garment,
        ["colour"] = look.Worn.Colour,
        ["trim"] = look.Worn.Trim,
        ["cloak"] = look.Worn.Cloak,
        ["headwear"] = (int)look.Worn.Head,
    };

    private static JsonArray Pair((float Right, float Left) pair) => [Number(pair.Right), Number(pair.Left)];

    private static decimal Number(float value) => (decimal)value;
}
