using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;
using VirtualStage.Stage;

namespace VirtualStage.Client.Tests;

/// <summary>One client and its stage, with a way of messages between them.</summary>
internal sealed class Player
{
    private static readonly StagePlan _plan = new(
        "A stage", 10, 8, [], [new StageMark("centre", 0, 0, 0)], [new StageMark("right", -4, 0.3f, 90)], [], [], [], 1);

    private static readonly StageSetup _setup = new(
        _plan, new Dictionary<string, LampLevel[]> { ["dark"] = [] }, "dark", "dark", new HashSet<string>());

    private readonly Link<ActorInputs> _up;
    private readonly Link<StageSnapshot> _down;
    private readonly byte[] _bits = new byte[StageWorld.MaxSnapshotBytes];
    private readonly ushort _actor;

    public Player(Link<ActorInputs> up, Link<StageSnapshot> down)
    {
        (_up, _down) = (up, down);
        _actor = Stage.Join(["hamlet"], "A person", isBot: false);
        Stage.Tick();
        History.Take(Snapshot());
        Self.Correct(Pose, 0);
    }

    public StageWorld Stage { get; } = new(_setup, 0);

    public OwnActor Self { get; } = new(new StageGround(_plan));

    public StagePoses History { get; } = new();

    /// <summary>Sequence number of the newest input that the stage applied.</summary>
    public uint Applied { get; private set; }

    /// <summary>Where the stage has the actor.</summary>
    public ActorPose Pose => Stage.Poses[0];

    /// <summary>Where the client has the actor, in the units of a pose.</summary>
    public ActorPose Predicted
    {
        get
        {
            var pose = Pose;
            Self.Body.Show(ref pose);
            return pose;
        }
    }

    /// <summary>One tick of everything: the client moves and sends, the stage ticks and tells.</summary>
    public void Tick(ActorInput? wish)
    {
        if (wish is not null)
        {
            Self.Move(wish);
        }

        if (Self.Unconfirmed(History.NewestTick, History.ReceivedBits) is { } inputs)
        {
            _up.Send(inputs);
        }

        foreach (var arrived in _up.Tick())
        {
            Stage.QueueInputs(_actor, arrived);
        }

        Stage.Tick();
        var snapshot = Snapshot();
        Applied = snapshot.LastInput;
        _down.Send(snapshot);
        foreach (var arrived in _down.Tick())
        {
            if (History.Take(arrived) && arrived.Tick == History.NewestTick)
            {
                Self.Correct(History.PoseOf(_actor)!.Value, arrived.LastInput);
            }
        }
    }

    private StageSnapshot Snapshot()
    {
        var encoded = Stage.EncodeFor(_actor, _bits)!.Value;
        return new StageSnapshot(Stage.CurrentTick, Stage.TimeMs, encoded.BaseTick, encoded.LastInput, _bits[..encoded.Length]);
    }
}
