using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Bots;

/// <summary>The way to where the blocking wants an actor, as inputs.</summary>
internal static class Walk
{
    private const double FullWish = 127;
    private const double NearEnough = 0.02;

    /// <summary>The inputs of a number of ticks on the way to a place; none when the actor is there.</summary>
    public static IEnumerable<ActorInput> Towards(ActorBody body, float x, float z, BlockingCall call, int ticks)
    {
        var (facing, gait) = (ActorBody.FacingOf(call.FacingDegrees ?? 0), call.Gait);
        var (dx, dz) = (x - body.X, z - body.Z);
        var distance = Math.Sqrt((dx * dx) + (dz * dz));
        if (distance < NearEnough)
        {
            if (body.Facing != facing || body.Gait != Gait.Stand)
            {
                yield return new ActorInput(1, 0, 0, facing, Gait.Stand);
            }

            yield break;
        }

        var fullSpeed = gait == Gait.Run ? Movement.RunSpeed : Movement.WalkSpeed;
        var pace = Math.Min(1, (call.Speed ?? fullSpeed) / fullSpeed);
        var step = pace * fullSpeed / Movement.TicksPerSecond;
        var whole = (int)Math.Min(Math.Min(ticks, byte.MaxValue), distance / step);
        var heading = HeadingOf(dx, dz);
        if (whole > 0)
        {
            yield return Wish(dx / distance * pace, dz / distance * pace, (byte)whole, heading, gait);
        }

        if (whole < ticks)
        {
            var rest = pace * (distance - (whole * step)) / step;
            yield return Wish(dx / distance * rest, dz / distance * rest, 1, heading, gait);
        }
    }

    /// <summary>Where somebody looks who walks in a direction.</summary>
    private static byte HeadingOf(double dx, double dz) => ActorBody.FacingOf((Math.Atan2(dx, dz) * 180 / Math.PI) + 360);

    private static ActorInput Wish(double x, double z, byte ticks, byte heading, Gait gait) =>
        new(ticks, (sbyte)Math.Round(x * FullWish), (sbyte)Math.Round(z * FullWish), heading, gait);
}
