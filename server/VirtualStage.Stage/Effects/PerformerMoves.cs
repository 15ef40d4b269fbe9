using VirtualStage.Contracts.Stage;

namespace VirtualStage.Stage.Effects;

/// <summary>Where performers' pictures are at a performance time, on their way or still.</summary>
public static class PerformerMoves
{
    /// <summary>Where a picture stands. It turns the shorter way round.</summary>
    public static PerformerPlace PlaceAt(this PerformerMove move, long timeMs)
    {
        var (from, to, progress) = (move.From, move.To, move.Move.ProgressAt(timeMs));
        var turn = MathF.IEEERemainder(to.FacingDegrees - from.FacingDegrees, 360);
        return progress switch
        {
            0 => from,
            1 => to,
            _ => new PerformerPlace(
                from.X + ((to.X - from.X) * progress),
                from.Z + ((to.Z - from.Z) * progress),
                from.FacingDegrees + (turn * progress),
                from.Opacity + ((to.Opacity - from.Opacity) * progress)),
        };
    }

    /// <summary>From a place to another one; to null, out of sight where it is. Who is out of sight appears where it goes to.</summary>
    internal static PerformerMove Between(string role, PerformerPlace start, PerformerPlace? to, long startMs, int durationMs)
    {
        var first = start.Opacity == 0 && to is not null ? to with { Opacity = 0 } : start;
        return new PerformerMove(role, first, to ?? start with { Opacity = 0 }, new Transition(startMs, durationMs, null));
    }

    internal static PerformerMove StoppedAt(this PerformerMove move, long timeMs)
    {
        var place = move.PlaceAt(timeMs);
        return new PerformerMove(move.Role, place, place, new Transition(0, 0, null));
    }
}
