using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;
using VirtualStage.Stage.Effects;

namespace VirtualStage.Stage.Tests;

public sealed class FightTests
{
    private static readonly FightEffect _fight = new(
        "B 58",
        "bout",
        [
            new FightPart("hamlet", "foil", [new FightMove(0, Emote.Lunge, Gait.Run, new FightPlace(-0.5, 2), null), new FightMove(2000, Emote.Parry, Gait.Run, null, 64)]),
            new FightPart("laertes", null, [new FightMove(500, Emote.Parry, Gait.Walk, new FightPlace(1, 2), null), new FightMove(2000, Emote.Hit, Gait.Run, new FightPlace(2, 2), null)]),
        ],
        1000,
        4000);

    private readonly StageWorld _world = new(A.Setup with { Props = [new PropPlace("foil", null, 4, 0, 3)] }, 0);
    private readonly ushort _hamlet;
    private readonly ushort _laertes;

    public FightTests()
    {
        _hamlet = _world.Join(["hamlet"], "Ada", isBot: false);
        _laertes = _world.Join(["laertes"], "a bot", isBot: true);
        _world.Apply(new ShowEffect(ShowState.Running, 0));
        _world.Apply(new PlaceEffect("hamlet", -2, 2, 0, EvenIfSeen: true));
        _world.Apply(new PlaceEffect("laertes", 0, 2, 0, EvenIfSeen: true));
    }

    [Fact]
    public void Both_bodies_follow_the_script_from_its_stamp_to_its_end_whatever_their_clients_send()
    {
        _world.Apply(_fight);
        var told = Assert.Single(_world.Scene.Fights!);
        Assert.Equal(("bout", 1000, 5000), (told.Fight, told.StartMs, told.EndMs));
        Assert.Equal(["hamlet", "laertes"], told.Roles);
        Assert.Equal("hamlet", _world.Scene.Props![0].Role);
        RunAway(29);
        Assert.True(A.Metres(Hamlet.X) < -4, "until its stamp, clients move their actors");
        RunAway(60);
        Assert.Equal((-0.5, 2, Emote.Lunge), (Math.Round(A.Metres(Hamlet.X), 1), Math.Round(A.Metres(Hamlet.Z), 1), Hamlet.Emote));
        Assert.Equal((1, 2, Emote.Parry), (Math.Round(A.Metres(Laertes.X), 1), Math.Round(A.Metres(Laertes.Z), 1), Laertes.Emote));
        Assert.Equal((64, 192), (Hamlet.Facing, Laertes.Facing));
        _world.Show(_hamlet, Emote.Bow);
        RunAway(58);
        Assert.Equal((2, Emote.Hit), (Math.Round(A.Metres(Laertes.X), 1), Laertes.Emote));
        Assert.Equal(Emote.Parry, Hamlet.Emote);
        RunAway(4);
        Assert.Null(_world.Scene.Fights);
        Assert.Equal((Emote.None, Emote.None), (Hamlet.Emote, Laertes.Emote));
        RunAway(60);
        Assert.True(A.Metres(Hamlet.X) < -2, "Hamlet is free again");
        Assert.Equal(2, A.Metres(Laertes.X), 1);
    }

    [Fact]
    public void Nobody_else_is_moved()
    {
        var ghost = _world.Join(["ghost"], "Bob", isBot: false);
        _world.Tick();
        var before = _world.PoseOf(ghost);
        _world.Apply(_fight);
        _world.Tick(150);
        Assert.Equal(before, _world.PoseOf(ghost));
        Assert.Null(_world.Scene.Fights);
    }

    public static TheoryData<StageEffect> Stops { get; } =
    [
        new ShowEffect(ShowState.Held, 2000),
        new ShowEffect(ShowState.Closed, 2000),
        new PanicEffect(2000, 1000),
        new HoldCueEffect("B 58", 2000),
        new StopCueEffect("B 58", 2000),
        new ResetEffect(),
        new SetStageEffect("dark", new HashSet<string>(), new Dictionary<string, PerformerPlace>(), 2000, 0),
    ];

    [Theory]
    [MemberData(nameof(Stops))]
    public void Whatever_stops_the_show_or_the_cue_stops_it_at_once_and_it_does_not_go_on(StageEffect stop)
    {
        _world.Apply(_fight);
        _world.Tick(60);
        Assert.Equal(Emote.Lunge, Hamlet.Emote);
        _world.Apply(stop);
        _world.Tick();
        Assert.Null(_world.Scene.Fights);
        var (hamlet, laertes) = (Hamlet, Laertes);
        Assert.Equal((Emote.None, Emote.None, Gait.Stand), (hamlet.Emote, laertes.Emote, laertes.Gait));
        _world.Apply(new ShowEffect(ShowState.Running, 3000));
        _world.Apply(new ResumeCueEffect("B 58", 3000));
        _world.Tick(60);
        Assert.Equal((hamlet, laertes), (Hamlet, Laertes));
    }

    [Fact]
    public void Another_cue_and_a_show_that_goes_on_leave_it_alone()
    {
        _world.Apply(_fight);
        _world.Tick(60);
        _world.Apply(new StopCueEffect("LX 1", 2000));
        _world.Apply(new HoldCueEffect("LX 1", 2000));
        _world.Apply(new LightEffect("LX 2", "red", 2000, 0));
        _world.Apply(new ShowEffect(ShowState.Running, 2000));
        Assert.NotNull(_world.Scene.Fights);
    }

    [Fact]
    public void Who_leaves_in_the_middle_frees_the_other_one()
    {
        _world.Apply(_fight);
        _world.Tick(60);
        _world.Leave(_laertes);
        _world.Tick();
        Assert.Null(_world.Scene.Fights);
        Assert.Equal(Emote.None, Hamlet.Emote);
        _world.Join(["laertes"], "Bob", isBot: false);
        _world.Tick(60);
        Assert.Null(_world.Scene.Fights);
    }

    [Fact]
    public void Who_is_frozen_or_moved_to_the_wings_is_out_of_it()
    {
        _world.Apply(_fight);
        _world.Tick(60);
        _world.Freeze(_hamlet, isFrozen: true);
        Assert.Null(_world.Scene.Fights);
        _world.Apply(_fight with { StartMs = 2000 });
        Assert.Null(_world.Scene.Fights);
        _world.Freeze(_hamlet, isFrozen: false);
        _world.Apply(_fight with { StartMs = 2000 });
        Assert.NotNull(_world.Scene.Fights);
        _world.MoveToWings(_laertes);
        Assert.Null(_world.Scene.Fights);
    }

    [Fact]
    public void It_is_not_played_without_one_of_its_roles_nor_when_it_is_replayed_after_its_end()
    {
        _world.Leave(_laertes);
        _world.Apply(_fight);
        Assert.Null(_world.Scene.Fights);
        _world.Join(["laertes"], "Bob", isBot: false);
        _world.Tick(160);
        _world.Apply(_fight);
        Assert.Null(_world.Scene.Fights);
    }

    [Fact]
    public void It_goes_on_under_the_number_that_an_edit_gave_its_cue()
    {
        _world.Apply(_fight);
        _world.Tick(60);
        _world.Revise(A.Setup, cue => cue == "B 58" ? "B 59" : cue);
        _world.Apply(new StopCueEffect("B 58", 2000));
        Assert.NotNull(_world.Scene.Fights);
        _world.Apply(new StopCueEffect("B 59", 2000));
        Assert.Null(_world.Scene.Fights);
    }

    [Fact]
    public void Nobody_fights_through_a_wall()
    {
        var wall = new SetPiece("wall", PieceShape.Box, new Point3(0.5f, 0, 2), new Point3(0.1f, 3, 3), 0, "#ffffff", null);
        _world.Revise(A.Setup with { Plan = A.Plan with { Pieces = [wall] } }, cue => cue);
        _world.Apply(new PlaceEffect("laertes", 1.5f, 2, 0, EvenIfSeen: true));
        _world.Apply(_fight with { Parts = [new FightPart("hamlet", null, [new FightMove(0, Emote.Lunge, Gait.Run, new FightPlace(3, 2), null)]), _fight.Parts[1]] });
        _world.Tick(100);
        Assert.InRange(A.Metres(Hamlet.X), -2, 0.25);
    }

    private ActorPose Hamlet => _world.PoseOf(_hamlet);

    private ActorPose Laertes => _world.PoseOf(_laertes);

    private uint _sequence;

    /// <summary>Hamlet's client wants to run off to the right all the time.</summary>
    private void RunAway(int ticks)
    {
        for (; ticks > 0; ticks--)
        {
            _world.QueueInputs(_hamlet, new ActorInputs(++_sequence, [new ActorInput(1, -127, 0, 0, Gait.Run)], 0));
            _world.Tick();
        }
    }
}
