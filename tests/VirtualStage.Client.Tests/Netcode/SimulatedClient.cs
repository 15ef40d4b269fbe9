using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;
using VirtualStage.Stage;

namespace VirtualStage.Client.Tests.Netcode;

/// <summary>A client's core as StageClient drives it, in simulated time over bad links.</summary>
internal sealed class SimulatedClient
{
    private const double TickMs = 1000.0 / Movement.TicksPerSecond;
    private const double PingEveryMs = 500;
    private const double FirstPingsEveryMs = 50;
    private const int FirstPings = 16;

    private readonly StageWorld _world;
    private readonly BadLink<IActorMessage> _up;
    private readonly BadLink<IStageMessage> _down;
    private readonly Wishes _wishes;
    private readonly byte[] _bits = new byte[StageWorld.MaxSnapshotBytes];
    private readonly double _localOffsetMs;
    private double _nowMs;
    private double _nextTickMs;
    private double _nextPingMs;
    private int _pings;

    public SimulatedClient(StageWorld world, StagePlan plan, string role, int seed)
    {
        var random = new Random(seed);
        _world = world;
        _up = new BadLink<IActorMessage>(random, 80, 30, 0.05, 0.02);
        _down = new BadLink<IStageMessage>(random, 80, 30, 0.05, 0.02);
        _wishes = new Wishes(seed);
        _localOffsetMs = random.Next(1_000_000);
        _nextTickMs = random.NextDouble() * TickMs;
        Actor = world.Join([role], role, isBot: false);
        Self = new OwnActor(new StageGround(plan));
        Clock = new StageClock(() => (long)(_nowMs + _localOffsetMs));
    }

    public ushort Actor { get; }

    public OwnActor Self { get; }

    public StageClock Clock { get; }

    public StagePoses Poses { get; } = new();

    public ShowDelay Delay { get; } = new();

    /// <summary>How far the stage put the own actor right, each time.</summary>
    public List<double> Corrections { get; } = [];

    /// <summary>Bytes of snapshots that were sent, and how many there were.</summary>
    public (long Bytes, int Snapshots) Sent { get; private set; }

    public bool IsCut
    {
        set => (_up.IsCut, _down.IsCut) = (value, value);
    }

    /// <summary>What the client does at a moment.</summary>
    public void Step(double nowMs, bool moves)
    {
        _nowMs = nowMs;
        while (_down.TryReceive(nowMs, out var message))
        {
            Take(message);
        }

        if (nowMs >= _nextPingMs)
        {
            _nextPingMs = nowMs + (++_pings < FirstPings ? FirstPingsEveryMs : PingEveryMs);
            _up.Send(Clock.Ping(), nowMs);
        }

        if (nowMs >= _nextTickMs)
        {
            _nextTickMs += TickMs;
            if (moves && Poses.PoseOf(Actor) is not null)
            {
                Self.Move(_wishes.Next());
            }

            _up.Send(
                Self.Unconfirmed(Poses.NewestTick, Poses.ReceivedBits) ?? new ActorInputs(0, [], Poses.NewestTick, Poses.ReceivedBits), nowMs);
        }
    }

    /// <summary>What the server does for this client before its tick.</summary>
    public void Hear(double nowMs)
    {
        while (_up.TryReceive(nowMs, out var message))
        {
            if (message is ActorInputs inputs)
            {
                _world.QueueInputs(Actor, inputs);
            }
            else if (message is ClockPing ping)
            {
                _down.Send(new ClockPong(ping.SentMs, (long)nowMs), nowMs);
            }
        }
    }

    /// <summary>What the server sends this client after its tick.</summary>
    public void Tell(double nowMs)
    {
        var coded = _world.EncodeFor(Actor, _bits)!.Value;
        Sent = (Sent.Bytes + coded.Length, Sent.Snapshots + 1);
        _down.Send(new StageSnapshot(_world.CurrentTick, _world.TimeMs, coded.BaseTick, coded.LastInput, _bits[..coded.Length]), nowMs);
    }

    private void Take(IStageMessage message)
    {
        if (message is ClockPong pong)
        {
            Clock.Take(pong);
        }
        else if (message is StageSnapshot snapshot && Poses.Take(snapshot))
        {
            Delay.Heard(Clock.NowMs - snapshot.TimeMs);
            if (snapshot.Tick == Poses.NewestTick && Poses.PoseOf(Actor) is { } pose)
            {
                Self.Correct(pose, snapshot.LastInput);
                Corrections.Add(Self.CorrectedBy);
            }
        }
    }
}
