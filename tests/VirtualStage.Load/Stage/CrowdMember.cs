using VirtualStage.Client;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Load.Stage;

/// <summary>Somebody in the crowd, who walks and turns all the time: about the middle of the stage, or about a wing.</summary>
internal sealed class CrowdMember : IDisposable
{
    private const double Reach = 6;
    private const double TurnShare = 0.1;

    private readonly Random _random;
    private readonly double _homeX;
    private readonly double _reach;
    private ActorInput _wish = new(1, 0, 0, 0, Gait.Walk);

    /// <param name="homeX">Where it stays about, across the stage. Metres.</param>
    public CrowdMember(StageSession session, StageGround ground, double homeX, int seed)
    {
        (_homeX, _random) = (homeX, new Random(seed));
        _reach = homeX == 0 ? Reach : 1;
        Stage = new StageClient(session, ground);
        Stage.Connect();
    }

    public StageClient Stage { get; }

    public bool IsOn => Stage.Welcome is { } welcome && Stage.World.PoseOf(welcome.Actor) is not null;

    public void Update() => Stage.Update();

    /// <summary>One tick's wish; it is sent with what was not confirmed yet.</summary>
    public void Move()
    {
        if (!IsOn)
        {
            return;
        }

        var body = Stage.Self.Body;
        var strays = Math.Abs(body.X - _homeX) > _reach;
        if (strays || _random.NextDouble() < TurnShare)
        {
            var x = strays ? (body.X < _homeX ? 127 : -127) : _random.Next(-127, 128);
            var z = _random.Next(-127, 128);
            _wish = new ActorInput(1, (sbyte)x, (sbyte)z, (byte)_random.Next(256), Gait.Walk);
        }

        Stage.Move(_wish);
        Stage.SendInputs();
    }

    public void Dispose() => Stage.Dispose();
}
