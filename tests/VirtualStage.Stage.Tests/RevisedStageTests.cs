using VirtualStage.Contracts.Stage;
using VirtualStage.Stage.Effects;

namespace VirtualStage.Stage.Tests;

/// <summary>A stage that is edited while it plays.</summary>
public sealed class RevisedStageTests
{
    private static readonly Lamp _front = Lamp("front");
    private static readonly Lamp _back = Lamp("back");
    private static readonly Lamp _side = Lamp("side");

    private static readonly StageSetup _lit = A.Setup with { Plan = A.Plan with { Lamps = [_front, _back] } };

    [Fact]
    public void A_fade_stops_with_its_cue_by_the_number_that_it_has_now()
    {
        var fading = SceneState.Preset(_lit).With(new LightEffect("LX 1", "red", 0, 1000)).Revised(_lit, cue => cue == "LX 1" ? "LX 2" : cue, 200);
        Assert.Same(fading.Scene, fading.With(new StopCueEffect("LX 1", 500)).Scene);
        Assert.Equal(0.5f, fading.With(new StopCueEffect("LX 2", 500)).Scene.Light.LevelsAt(1000)[0].Intensity);
    }

    [Fact]
    public void A_look_that_was_edited_is_seen_and_one_that_was_not_stays_still()
    {
        var red = SceneState.Preset(_lit).With(new LightEffect("LX 1", "red", 0, 1000));
        var edited = red.Revised(With("red", [A.Blue, A.Off]), cue => cue, 5000).Scene.Light;
        Assert.Equal([A.Red, A.Off], edited.LevelsAt(5000));
        Assert.Equal([A.Blue, A.Off], edited.LevelsAt(6000));
        Assert.Equal(0, red.Revised(With("blue", [A.Red, A.Red]), cue => cue, 5000).Scene.Light.Fade.DurationMs);
    }

    [Fact]
    public void A_fade_goes_on_to_the_look_as_it_is_now()
    {
        var light = SceneState.Preset(_lit).With(new LightEffect("LX 1", "red", 0, 1000)).Revised(With("red", [A.Blue, A.Off]), cue => cue, 500).Scene.Light;
        Assert.Equal(0.5f, light.LevelsAt(500)[0].Intensity);
        Assert.Equal([A.Blue, A.Off], light.LevelsAt(1000));
    }

    [Fact]
    public void Lamps_keep_their_levels_when_others_come_and_go_and_a_look_that_is_gone_stays_lit()
    {
        var red = SceneState.Preset(_lit).With(new LightEffect("LX 1", "red", 0, 0));
        var looks = new Dictionary<string, LampLevel[]> { ["dark"] = [A.Off, A.Off], ["safe"] = [A.DimWhite, A.DimWhite] };
        var light = red.Revised(_lit with { Plan = _lit.Plan with { Lamps = [_side, _front] }, Looks = looks }, cue => cue, 1000).Scene.Light;
        Assert.Equal([A.Off, A.Red], light.LevelsAt(1000));
        Assert.Equal([A.Off, A.Red], light.LevelsAt(9000));
    }

    [Fact]
    public void Scenery_that_is_left_stays_where_it_is_what_is_new_is_at_its_preset_and_what_is_gone_is_passed_over()
    {
        var state = SceneState.Preset(_lit).With(new SceneryEffect("SC 1", "cloth", true, 0, 0));
        var bell = new SetPiece("bell", PieceShape.Box, new Point3(0, 0, 0), new Point3(1, 1, 1), 0, "#ffffff", new Point3(0, 5, 0));
        var more = state.Revised(_lit with { Plan = _lit.Plan with { Pieces = [bell, .. _lit.Plan.Pieces], Version = 2 } }, cue => cue, 1000);
        Assert.Equal([("bell", 1f), ("cloth", 1f)], more.Scene.Scenery.Select(move => (move.Piece, move.PlaceAt(1000))));
        Assert.Equal(2, more.Scene.PlanVersion);

        var less = more.Revised(_lit with { Plan = _lit.Plan with { Pieces = [] } }, cue => cue, 2000);
        Assert.Empty(less.Scene.Scenery);
        Assert.Same(less, less.With(new SceneryEffect("SC 2", "cloth", false, 3000, 0)));
    }

    [Fact]
    public void The_world_takes_its_bounds_from_the_new_plan_and_its_actors_stay()
    {
        var world = A.World();
        var actor = world.Join(["anna"], "Anna", isBot: false);
        world.Apply(new PlaceEffect("anna", 4, 0, 0, Emote.Kneel, EvenIfSeen: true));
        world.Revise(A.Setup with { Plan = A.Plan with { Width = 40, Version = 2 } }, cue => cue);
        world.Apply(new PlaceEffect("anna", 15, 0, 0, EvenIfSeen: true));
        world.Tick();
        Assert.Equal(15, A.Metres(world.PoseOf(actor).X), 2);
        Assert.Equal(2, world.Scene.PlanVersion);
    }

    [Fact]
    public void An_actor_climbs_what_is_in_and_is_let_down_when_it_goes_out()
    {
        var block = new SetPiece("block", PieceShape.Box, new Point3(0, 0, 0), new Point3(3, 0.3f, 3), 0, "#ffffff", new Point3(0, -1, 0));
        var world = new Stage.StageWorld(A.Setup with { Plan = A.Plan with { Pieces = [block] }, PiecesOut = new HashSet<string>() }, 0);
        var actor = world.Join(["anna"], "Anna", isBot: false);
        world.Apply(new PlaceEffect("anna", 0, 1, 0, Emote.Kneel, EvenIfSeen: true));
        world.Tick();
        Assert.Equal(0.3, A.Metres(world.PoseOf(actor).Y), 2);
        world.Apply(new SceneryEffect("SC 1", "block", false, 1000, 1000));
        world.Tick(44);
        Assert.Equal(0.3, A.Metres(world.PoseOf(actor).Y), 2);
        world.Tick(2);
        Assert.Equal((0, Emote.Kneel), (world.PoseOf(actor).Y, world.PoseOf(actor).Emote));
        world.Apply(new SceneryEffect("SC 2", "block", true, world.TimeMs, 0));
        world.Tick();
        var checkpoint = world.Checkpoint();
        world.Revise(A.Setup with { Plan = A.Plan with { Pieces = [block with { Size = new Point3(3, 2, 3) }] } }, cue => cue);
        world.Restore(checkpoint);
        for (var tick = 0u; tick < 90; tick++)
        {
            world.QueueInputs(actor, new(tick + 1, [A.Walk(127, 0)], 0));
            world.Tick();
        }

        Assert.InRange(A.Metres(world.PoseOf(actor).X), 2, 8);
    }

    private static StageSetup With(string look, LampLevel[] levels) =>
        _lit with { Looks = new Dictionary<string, LampLevel[]>(_lit.Looks) { [look] = levels } };

    private static Lamp Lamp(string id) => new(id, LampKind.Ambient, new Point3(0, 0, 0), new Point3(0, 0, 0), 0);
}
