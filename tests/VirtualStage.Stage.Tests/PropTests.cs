using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;
using VirtualStage.Stage.Effects;

namespace VirtualStage.Stage.Tests;

public sealed class PropTests
{
    private static readonly StageSetup _setup = A.Setup with
    {
        Plan = A.Plan with
        {
            Pieces = [.. A.Plan.Pieces, new SetPiece("table", PieceShape.Box, new Point3(-2, 0, 0), new Point3(1, 0.8f, 1), 0, "#ffffff", null)],
            Roles = [new RoleInfo("anna", "Anna", "#ffffff"), new RoleInfo("bert", "Bert", "#ffffff")],
            Props = [Info("cup"), Info("letter"), Info("sword")],
        },
        Props = [new PropPlace("cup", null, -2, 0.8f, 0), new PropPlace("letter", null, -1, 0, 0), new PropPlace("sword", "bert", 0, 0, 0)],
    };

    private readonly StageWorld _world = new(_setup, 0);
    private readonly ushort _anna;

    public PropTests()
    {
        _anna = _world.Join(["anna"], "Ada", isBot: false);
        Place("anna", -1, 0);
    }

    [Fact]
    public void The_nearest_prop_within_reach_is_taken_and_is_with_the_role_whoever_plays_it()
    {
        Assert.Null(Take(null));
        Assert.Equal("anna", Where("letter").Role);
        _world.Leave(_anna);
        _world.Join(["anna"], "a bot", isBot: true);
        Assert.Equal("anna", Where("letter").Role);
    }

    [Fact]
    public void What_is_too_far_or_in_a_hand_is_not_taken_and_two_hands_are_full()
    {
        Place("anna", 3, 0);
        Assert.Equal("nothing is within reach", Take("cup"));
        Assert.Equal("Bert has it", Take("sword"));
        Assert.Equal("nothing is within reach", Take("crown"));
        Place("anna", -1, 0);
        Assert.Null(Take("cup"));
        Assert.Null(Take("letter"));
        Assert.Equal("Anna has it", Where("cup").Role == "anna" ? _world.Handle(Join("bert"), new PropRequest(PropVerb.Take, "cup", 0)) : null);
        Assert.Equal("your hands are full", Take("sword"));
    }

    [Fact]
    public void A_prop_is_put_down_in_front_on_what_is_there()
    {
        Assert.Null(Take("letter"));
        Place("anna", -1.2f, 0, facing: 270);
        Assert.Null(_world.Handle(_anna, new PropRequest(PropVerb.PutDown, null, 0)));
        Assert.Equal((null, -1.65, 0.8), (Where("letter").Role, Math.Round(Where("letter").X, 2), Math.Round(Where("letter").Y, 2)));
        Assert.Equal("you do not have it", _world.Handle(_anna, new PropRequest(PropVerb.PutDown, "sword", 0)));
        Place("anna", 2, 3);
        Assert.Equal("nothing is within reach", Take(null));
    }

    [Fact]
    public void A_prop_is_passed_to_who_is_near_and_has_a_hand_free()
    {
        Assert.Equal("you do not have it", Pass(0));
        Assert.Null(Take("letter"));
        Assert.Equal("nobody is within reach", Pass(0));
        var bert = Join("bert");
        Place("bert", 1, 0);
        Assert.Equal("nobody is within reach", Pass(bert));
        Place("bert", 0.4f, 0);
        Assert.Equal("nobody is within reach", Pass(99));
        Assert.Null(Pass(bert));
        Assert.Equal("bert", Where("letter").Role);
        Assert.Null(Take("cup"));
        Assert.Equal("Bert has no hand free", Pass(0));
    }

    [Fact]
    public void A_go_to_and_a_reset_restore_the_preset_and_a_go_back_leaves_hands_alone()
    {
        Assert.Null(Take("letter"));
        _world.Apply(new SetStageEffect("dark", new HashSet<string>(), new Dictionary<string, PerformerPlace>(), 0, 0));
        Assert.Equal("anna", Where("letter").Role);
        _world.Apply(new SetStageEffect("dark", new HashSet<string>(), new Dictionary<string, PerformerPlace>(), 0, 0, PropsAtPreset: true));
        Assert.Equal(_setup.Props, _world.Scene.Props);
        Assert.Null(Take("letter"));
        _world.Apply(new ResetEffect());
        Assert.Equal(_setup.Props, _world.Scene.Props);
    }

    [Fact]
    public void A_checkpoint_and_an_edit_keep_what_is_left()
    {
        Assert.Null(Take("letter"));
        var again = new StageWorld(_setup, 0);
        again.Restore(_world.Checkpoint());
        Assert.Equal(_world.Scene.Props, again.Scene.Props);
        again.Revise(_setup with { Props = [new PropPlace("letter", null, 3, 0, 3), new PropPlace("crown", null, 1, 0, 1)] }, cue => cue);
        Assert.Equal([("letter", "anna"), ("crown", null)], again.Scene.Props!.Select(prop => (prop.Prop, prop.Role)));
        again.Restore(_world.Checkpoint());
        again.Revise(_setup with { Props = [] }, cue => cue);
        Assert.Null(again.Scene.Props);
    }

    [Fact]
    public void Who_is_not_on_the_stage_touches_nothing()
    {
        _world.Leave(_anna);
        Assert.NotNull(Take(null));
        Assert.Equal(_setup.Props, _world.Scene.Props);
    }

    private static PropInfo Info(string id) => new(id, id, PieceShape.Cylinder, new Point3(0.1f, 0.2f, 0.1f), "#ffffff");

    private ushort Join(string role) => _world.ActorOf(role) ?? _world.Join([role], role, isBot: true);

    private void Place(string role, float x, float z, float facing = 0) => _world.Apply(new PlaceEffect(role, x, z, facing, EvenIfSeen: true));

    private string? Take(string? prop) => _world.Handle(_anna, new PropRequest(PropVerb.Take, prop, 0));

    private string? Pass(ushort to) => _world.Handle(_anna, new PropRequest(PropVerb.Pass, null, to));

    private PropPlace Where(string prop) => _world.Scene.Props!.Single(one => one.Prop == prop);
}
