using VirtualStage.Contracts.Stage;
using StagePlayer = VirtualStage.Contracts.Stage.Player;

namespace VirtualStage.Client.Tests;

public sealed class PropSightTests
{
    private readonly List<PropSight> _sights = [];

    [Fact]
    public void What_a_role_has_is_in_the_hands_of_who_plays_it_the_first_in_the_right_one()
    {
        See(new PropPlace("cup", "queen", 0, 0, 0), new PropPlace("foil", "hamlet", 0, 0, 0), new PropPlace("book", "queen", 0, 0, 0));

        Assert.Equal([("cup", (ushort?)7, 0), ("foil", 3, 0), ("book", 7, 1)], _sights.Select(sight => (sight.Prop, sight.Holder, sight.Hand)));
        Assert.All(_sights, sight => Assert.True(sight.IsSeen));
    }

    [Fact]
    public void What_lies_about_is_where_it_lies()
    {
        See(new PropPlace("cup", null, 1, 0.8f, -2));

        var sight = Assert.Single(_sights);
        Assert.Equal((true, null, new Point3(1, 0.8f, -2)), (sight.IsSeen, sight.Holder, sight.Place));
    }

    [Fact]
    public void What_a_role_has_that_is_not_on_is_not_seen_nor_what_no_hand_is_left_for()
    {
        See([new PropPlace("foil", "laertes", 0, 0, 0), .. Enumerable.Range(0, 3).Select(at => new PropPlace($"p{at}", "hamlet", 0, 0, 0))]);

        Assert.Equal([false, true, true, false], _sights.Select(sight => sight.IsSeen));
    }

    [Fact]
    public void A_scene_takes_the_place_of_the_one_before()
    {
        See(new PropPlace("cup", null, 1, 0, 0));
        PropSight.Of(Scene(null), _sights);

        Assert.Empty(_sights);
    }

    [Theory]
    [InlineData(0.95f, 0.399f)]
    [InlineData(0.49f, 0)]
    public void What_is_long_is_held_at_its_end(float length, float reach) =>
        Assert.Equal(reach, PropSight.ReachOf(new PropInfo("x", "x", PieceShape.Box, new Point3(0.1f, 0.1f, length), "#ffffff")), 1e-6);

    private void See(params PropPlace[] props) => PropSight.Of(Scene(props), _sights);

    private static StageScene Scene(PropPlace[]? props) => new(
        1, ShowState.Running, 1, new LightFade("", [], [], new Transition(0, 0, null)), [], [], null,
        [new StagePlayer(3, "hamlet", "Ada", false), new StagePlayer(7, "queen", "Bo", false)], [], [], 1, props);
}
