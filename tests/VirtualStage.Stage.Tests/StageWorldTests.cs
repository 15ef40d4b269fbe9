using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;
using VirtualStage.Stage.Effects;

namespace VirtualStage.Stage.Tests;

public sealed class StageWorldTests
{
    private readonly StageWorld _world = A.World();

    [Fact]
    public void Ticks_are_thirty_a_second_of_performance_time_and_never_drift()
    {
        var world = new StageWorld(A.Setup, 5_000);
        Assert.Equal((0u, 5_000, 5_033), (world.CurrentTick, world.TimeMs, world.NextTickMs));
        world.Tick(30 * 3600);
        Assert.Equal(5_000 + 3_600_000, world.TimeMs);
    }

    [Fact]
    public void Who_joins_waits_in_a_wing_out_of_sight_and_is_told_of()
    {
        var actor = _world.Join(["hamlet", "ghost"], "Ada", isBot: false);
        _world.Tick();
        Assert.True(Math.Abs(A.Metres(_world.PoseOf(actor).X)) > 5);
        Assert.Equal(
            [new Player(actor, "hamlet", "Ada", false), new Player(actor, "ghost", "Ada", false)],
            _world.Scene.Players);
        Assert.Equal(actor, _world.ActorOf("ghost"));
    }

    [Fact]
    public void Who_leaves_is_gone_and_who_takes_over_stands_where_they_stood()
    {
        var person = _world.Join(["hamlet"], "Ada", isBot: false);
        _world.QueueInputs(person, new ActorInputs(1, [A.Run(8)], 0));
        _world.Tick(4);
        var (x, revision) = (_world.PoseOf(person).X, _world.Scene.Revision);
        Assert.True(_world.Leave(person));
        Assert.False(_world.Leave(person));
        _world.Tick();
        Assert.True(_world.Poses.IsEmpty);
        Assert.Empty(_world.Scene.Players);
        Assert.Equal(revision + 1, _world.Scene.Revision);

        var bot = _world.Join(["hamlet"], "Understudy", isBot: true);
        _world.Tick();
        Assert.NotEqual(person, bot);
        Assert.Equal(x, _world.PoseOf(bot).X);
    }

    [Fact]
    public void Who_comes_back_with_another_client_goes_on_in_the_same_body_by_inputs_from_one()
    {
        var actor = _world.Join(["hamlet"], "Ada", isBot: false);
        _world.QueueInputs(actor, new ActorInputs(1, [A.Run(8)], 0));
        _world.Tick(4);
        var x = _world.PoseOf(actor).X;
        _world.Tick(60);
        var stood = _world.PoseOf(actor).X;

        _world.Return(actor, "Ada Stage");
        _world.Tick();
        Assert.Equal((stood, Gait.Stand), (_world.PoseOf(actor).X, _world.PoseOf(actor).Gait));
        Assert.Equal(new Player(actor, "hamlet", "Ada Stage", false), Assert.Single(_world.Scene.Players));
        Assert.Equal(default, _world.TallyOf(actor));

        _world.QueueInputs(actor, new ActorInputs(1, [A.Run(4)], 0));
        _world.Tick(4);
        Assert.True(_world.PoseOf(actor).X > stood && stood > x);
        _world.Return(9999, "Nobody");
    }

    [Fact]
    public void A_head_turns_to_who_is_there_and_ahead_again_when_they_leave()
    {
        var ada = _world.Join(["hamlet"], "Ada", isBot: false);
        var bob = _world.Join(["ghost"], "Bob", isBot: false);
        _world.LookAt(ada, bob);
        Assert.Equal(bob, LooksAt());
        _world.LookAt(ada, ada);
        Assert.Equal(0, LooksAt());
        _world.LookAt(ada, bob);
        _world.LookAt(ada, 999);
        Assert.Equal(0, LooksAt());
        _world.LookAt(ada, bob);
        _world.Leave(bob);
        Assert.Equal(0, LooksAt());

        ushort LooksAt()
        {
            _world.Tick();
            return _world.PoseOf(ada).LookAt;
        }
    }

    [Fact]
    public void A_role_has_one_actor_and_a_stage_has_room_for_so_many()
    {
        _world.Join(["hamlet"], "Ada", isBot: false);
        Assert.Throws<InvalidOperationException>(() => _world.Join(["ghost", "hamlet"], "Bob", isBot: false));
        for (var i = 1; i < SnapshotCodec.MaxActors; i++)
        {
            _world.Join([$"guard {i}"], "Bot", isBot: true);
        }

        Assert.Throws<InvalidOperationException>(() => _world.Join(["one more"], "Bot", isBot: true));
    }

    [Fact]
    public void Ids_come_round_again_only_after_all_others_and_snapshots_stay_sorted()
    {
        var stays = _world.Join(["hamlet"], "Ada", isBot: false);
        ushort last = 0;
        for (var i = 0; i < 65_535; i++)
        {
            last = _world.Join(["guard"], "Bot", isBot: true);
            Assert.NotEqual(stays, last);
            if (i < 65_534)
            {
                _world.Leave(last);
            }
        }

        _world.Tick();
        Assert.Equal([stays, last], _world.Poses.ToArray().Select(pose => pose.Actor));
    }

    [Fact]
    public void The_roles_of_the_current_line_speak_also_when_their_actor_joins_later()
    {
        var hamlet = _world.Join(["hamlet"], "Ada", isBot: false);
        _world.Apply(new LineEffect(null, ["hamlet", "horatio"]));
        var horatio = _world.Join(["horatio"], "Bob", isBot: false);
        var ghost = _world.Join(["ghost"], "Cyd", isBot: false);
        _world.Tick();
        Assert.Equal((true, true, false), (_world.PoseOf(hamlet).Speaking, _world.PoseOf(horatio).Speaking, _world.PoseOf(ghost).Speaking));
        _world.Apply(new LineEffect(null, []));
        _world.Tick();
        Assert.False(_world.PoseOf(hamlet).Speaking);
    }

    [Fact]
    public void An_emote_lasts_until_its_actor_moves()
    {
        var actor = _world.Join(["hamlet"], "Ada", isBot: false);
        _world.Show(actor, Emote.Kneel);
        _world.Tick(5);
        Assert.Equal(Emote.Kneel, _world.PoseOf(actor).Emote);
        _world.QueueInputs(actor, new ActorInputs(1, [A.Walk(127, 0)], 0));
        _world.Tick();
        Assert.Equal(Emote.None, _world.PoseOf(actor).Emote);
    }

    [Fact]
    public void A_place_is_given_to_whom_the_audience_does_not_see_and_to_nobody_else()
    {
        _world.Apply(new PlaceEffect("hamlet", 0, 0, 90));
        var hamlet = _world.Join(["hamlet"], "Ada", isBot: false);
        var ghost = _world.Join(["ghost"], "Bob", isBot: false);
        _world.Apply(new PlaceEffect("hamlet", 6, -1, 0));
        _world.Apply(new PlaceEffect("ghost", -6, -2, 0));
        _world.Tick();
        Assert.Equal((0, 0, 64), (_world.PoseOf(hamlet).X, _world.PoseOf(hamlet).Z, _world.PoseOf(hamlet).Facing));
        Assert.Equal((-6, -2), (A.Metres(_world.PoseOf(ghost).X), A.Metres(_world.PoseOf(ghost).Z)));
    }

    [Fact]
    public void A_restart_puts_everybody_back_who_joined_and_who_joins_later()
    {
        var hamlet = _world.Join(["hamlet"], "Ada", isBot: false);
        var ghost = _world.Join(["ghost"], "Bob", isBot: false);
        _world.QueueInputs(hamlet, new ActorInputs(1, [A.Run(8)], 0));
        _world.QueueInputs(ghost, new ActorInputs(1, [A.Walk(0, 127, 8)], 0));
        _world.Tick(8);
        _world.Show(ghost, Emote.Sit);
        _world.QueueInputs(hamlet, new ActorInputs(2, [new ActorInput(1, 0, 0, 64, Gait.Stand)], 0));
        _world.QueueInputs(ghost, new ActorInputs(2, [new ActorInput(1, 0, 0, 64, Gait.Stand)], 0));
        _world.Tick();
        var checkpoint = _world.Checkpoint();

        var restarted = A.World();
        var hamletAgain = restarted.Join(["hamlet"], "Ada", isBot: false);
        restarted.Restore(checkpoint);
        var ghostAgain = restarted.Join(["ghost"], "Bob", isBot: false);
        restarted.Tick();
        Assert.Equal(_world.PoseOf(hamlet) with { Actor = 0 }, restarted.PoseOf(hamletAgain) with { Actor = 0 });
        Assert.Equal(_world.PoseOf(ghost) with { Actor = 0 }, restarted.PoseOf(ghostAgain) with { Actor = 0 });
    }

    [Fact]
    public void The_same_effects_after_a_restart_give_the_same_scene()
    {
        StageEffect[] effects =
        [
            new ShowEffect(ShowState.Running, 0),
            new LightEffect("LX 1", "red", 100, 4000),
            new SceneryEffect("SC 1", "cloth", true, 300, 4000),
            new LightEffect("LX 1", "blue", 2000, 4000),
            new ShowEffect(ShowState.Held, 3000),
            new ShowEffect(ShowState.Running, 9000),
        ];
        var restarted = new StageWorld(A.Setup, 20_000);
        foreach (var effect in effects)
        {
            _world.Apply(effect);
            _world.Tick(20);
            restarted.Apply(effect);
        }

        Assert.Equivalent(_world.Scene, restarted.Scene, strict: true);
    }
}
