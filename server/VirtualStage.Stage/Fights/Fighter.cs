using VirtualStage.Contracts.Stage;
using VirtualStage.Stage.Actors;
using VirtualStage.Stage.Effects;

namespace VirtualStage.Stage.Fights;

/// <summary>One of those who fight: their body follows the script. It walks like every body, against the same set pieces.</summary>
internal sealed class Fighter(StageActor actor, StageActor opponent, IReadOnlyList<FightMove> moves, long startMs)
{
    private const double NearEnough = 0.02;

    private int _next;
    private FightMove? _move;

    public StageActor Actor { get; } = actor;

    /// <summary>True from the fight's beginning on: until then the actor's own inputs count.</summary>
    public bool HasBegun(long timeMs) => timeMs >= startMs;

    /// <summary>Moves the body on by one tick.</summary>
    public void Tick(StageGround ground, long timeMs)
    {
        while (_next < moves.Count && startMs + moves[_next].AtMs <= timeMs)
        {
            _move = moves[_next++];
        }

        ref var body = ref Actor.Body;
        body.Gait = Gait.Stand;
        if (_move is null)
        {
            ground.Settle(ref body);
            return;
        }

        Actor.Emote = _move.Emote;
        body.Facing = _move.Facing ?? Towards(opponent.Body);
        if (_move.Place is { } place)
        {
            Walk(ref body, place, ground);
        }
        else
        {
            ground.Settle(ref body);
        }
    }

    private void Walk(ref ActorBody body, FightPlace place, StageGround ground)
    {
        var (dx, dz) = (place.X - body.X, place.Z - body.Z);
        var distance = Math.Sqrt((dx * dx) + (dz * dz));
        if (distance <= NearEnough)
        {
            ground.Settle(ref body);
            return;
        }

        var speed = _move!.Gait == Gait.Run ? Movement.RunSpeed : Movement.WalkSpeed;
        var share = Math.Min(1, speed / Movement.TicksPerSecond / distance);
        body.Gait = _move.Gait;
        ground.Move(ref body, body.X + (dx * share), body.Z + (dz * share));
    }

    private byte Towards(in ActorBody other)
    {
        var (dx, dz) = (other.X - Actor.Body.X, other.Z - Actor.Body.Z);
        return dx == 0 && dz == 0 ? Actor.Body.Facing : ActorBody.FacingOf((Math.Atan2(dx, dz) * 180 / Math.PI) + 360);
    }
}
