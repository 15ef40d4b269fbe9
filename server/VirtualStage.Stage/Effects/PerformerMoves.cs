using VirtualStage.Contracts.Stage;

namespace VirtualStage.Stage.Effects;

/// <summary>Performers' pictures set on their way, or stopped on it.</summary>
internal static class PerformerMoves
{
    /// <summary>From a place to another one; to null, out of sight where it is. Who is out of sight appears where it goes to.</summary>
    public static PerformerMove Between(string role, PerformerPlace start, PerformerPlace? to, long startMs, int durationMs)
    {
        var first = start.Opacity == 0 && to is not null ? to with { Opacity = 0 } : start;
        return new PerformerMove(role, first, to ?? start with { Opacity = 0 }, new Transition(startMs, durationMs, null));
    }

    public static PerformerMove StoppedAt(this PerformerMove move, long timeMs)
    {
        var place = move.PlaceAt(timeMs);
        return new PerformerMove(move.Role, place, place, new Transition(0, 0, null));
    }
}
