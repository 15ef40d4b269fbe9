using VirtualStage.Contracts.Stage;
using VirtualStage.Stage.Effects;
using VirtualStage.Stage.Snapshots;

namespace VirtualStage.Stage;

/// <summary>
/// The authoritative world of one performance: what effects and inputs make of the stage, 30 ticks a second of
/// performance time. One thread at a time; a tick allocates nothing.
/// </summary>
public sealed partial class StageWorld
{
    /// <summary>No actor's snapshot is longer, in bytes, so that with all around it it fits one datagram.</summary>
    public const int MaxSnapshotBytes = 900;

    private StageSetup _setup;
    private StageGround _ground;
    private Interest _interest;
    private readonly long _startMs;
    private readonly SnapshotRing _snapshots = new();
    private readonly StageArea[] _areas = new StageArea[SnapshotCodec.MaxActors];
    private SceneState _state;

    /// <param name="setup">What the stage is.</param>
    /// <param name="timeMs">Performance time now.</param>
    public StageWorld(StageSetup setup, long timeMs)
    {
        _setup = setup;
        _ground = new StageGround(setup.Plan);
        _interest = new Interest(setup.Plan);
        _startMs = timeMs;
        _state = SceneState.Preset(setup);
        _ground.Update(Scene.Scenery, timeMs);
    }

    /// <summary>Number of the newest tick; 0 before the first.</summary>
    public uint CurrentTick { get; private set; }

    /// <summary>Performance time of the newest tick.</summary>
    public long TimeMs => TimeOf(CurrentTick);

    /// <summary>Performance time at which the next tick is due.</summary>
    public long NextTickMs => TimeOf(CurrentTick + 1);

    /// <summary>The slow state: the same object until it changes.</summary>
    public StageScene Scene => _state.Scene;

    /// <summary>The newest snapshot, sorted by actor; valid until the next tick.</summary>
    public ReadOnlySpan<ActorPose> Poses => _snapshots.Poses;

    /// <summary>Does what the performance says. It may be told before its stamp.</summary>
    public void Apply(StageEffect effect)
    {
        if (effect is PlaceEffect place)
        {
            Place(place);
            return;
        }

        if (effect is FightEffect fight)
        {
            Begin(fight);
            return;
        }

        StopFights(effect);
        _state = _state.With(effect);
        foreach (var actor in _actors)
        {
            actor.Speaks = actor.Roles.Any(_state.Speaking.Contains);
        }
    }

    /// <summary>Goes on as another stage: what it has in common with this one stays as it is.</summary>
    /// <param name="cueNumber">The number that a cue has from now on.</param>
    public void Revise(StageSetup setup, Func<string, string> cueNumber)
    {
        (_setup, _ground, _interest) = (setup, new StageGround(setup.Plan), new Interest(setup.Plan));
        _state = _state.Revised(setup, cueNumber, TimeMs);
        _ground.Update(Scene.Scenery, TimeMs);
        for (var i = 0; i < _fights.Count; i++)
        {
            _fights[i] = _fights[i] with { Cue = cueNumber(_fights[i].Cue) };
        }
    }

    /// <summary>Moves the world on by one tick.</summary>
    public void Tick()
    {
        CurrentTick++;
        EndFights();
        _ground.Update(Scene.Scenery, TimeMs);
        var poses = _snapshots.Begin(CurrentTick, _actors.Count);
        for (var i = 0; i < poses.Length; i++)
        {
            var actor = _actors[i];
            actor.Tick(_ground, TimeMs);
            actor.Show(ref poses[i]);
            _areas[i] = _interest.AreaOf(poses[i]);
        }

        _snapshots.End(CurrentTick);
    }

    /// <summary>Writes what an actor's client is to hear of the newest tick: what changed since it last acknowledged.</summary>
    /// <param name="target">At least <see cref="MaxSnapshotBytes"/> long.</param>
    /// <returns>What goes around the bits; null when there is no such actor.</returns>
    public EncodedSnapshot? EncodeFor(ushort actor, Span<byte> target)
    {
        if (!_byId.TryGetValue(actor, out var receiver))
        {
            return null;
        }

        var (length, baseTick) = receiver.Receiver.Encode(actor, _snapshots, _areas, target, MaxSnapshotBytes);
        return new EncodedSnapshot(length, baseTick, receiver.Inputs.Applied);
    }

    private long TimeOf(uint tick) => _startMs + (tick * 1000L / Movement.TicksPerSecond);
}
