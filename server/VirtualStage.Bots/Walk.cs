using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Bots;

/// <summary>Steps towards a place, as inputs.</summary>
internal static class Walk
{
    public const double NearEnough = 0.02;

    private const double FullWish = 127;

    /// <summary>How far a body is from a place, in metres.</summary>
    public static double Distance(in ActorBody body, Spot spot)
    {
        var (dx, dz) = (spot.X - body.X, spot.Z - body.Z);
        return Math.Sqrt((dx * dx) + (dz * dz));
    }

    /// <summary>The next input on the way straight to a place, for so many ticks at most. The place is not yet reached.</summary>
    public static ActorInput Towards(in ActorBody body, Spot spot, BlockingCall call, int ticks)
    {
        var (dx, dz) = (spot.X - body.X, spot.Z - body.Z);
        var distance = Distance(body, spot);
        var fullSpeed = call.Gait == Gait.Run ? Movement.RunSpeed : Movement.WalkSpeed;
        var pace = Math.Min(1, (call.Speed ?? fullSpeed) / fullSpeed);
        var step = pace * fullSpeed / Movement.TicksPerSecond;
        var whole = (int)Math.Min(Math.Min(ticks, byte.MaxValue), distance / step);
        var share = whole > 0 ? pace : pace * distance / step;
        return new ActorInput(
            (byte)Math.Max(1, whole), Wish(dx / distance * share), Wish(dz / distance * share), HeadingOf(dx, dz), call.Gait);
    }

    /// <summary>Where somebody looks who walks in a direction.</summary>
    private static byte HeadingOf(double dx, double dz) => ActorBody.FacingOf((Math.Atan2(dx, dz) * 180 / Math.PI) + 360);

    private static sbyte Wish(double share) => (sbyte)Math.Round(share * FullWish);
}
