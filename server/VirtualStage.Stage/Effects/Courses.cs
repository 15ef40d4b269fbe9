using VirtualStage.Contracts.Stage;

namespace VirtualStage.Stage.Effects;

/// <summary>Lights and scenery set on their way, or stopped on it.</summary>
internal static class Courses
{
    private static readonly Transition _still = new(0, 0, null);

    /// <summary>The piece on its way in or out, from where it is at the start; as it was when it is there and still.</summary>
    public static SceneryMove To(this SceneryMove move, bool isIn, long startMs, int durationMs)
    {
        var (from, to) = (move.PlaceAt(startMs), isIn ? 1f : 0f);
        return from == to && move.To == to ? move : new SceneryMove(move.Piece, from, to, new Transition(startMs, durationMs, null));
    }

    public static SceneryMove StoppedAt(this SceneryMove move, long timeMs)
    {
        var place = move.PlaceAt(timeMs);
        return new SceneryMove(move.Piece, place, place, _still);
    }

    public static LightFade StoppedAt(this LightFade light, long timeMs)
    {
        var levels = light.LevelsAt(timeMs);
        return new LightFade(light.Look, levels, levels, _still);
    }
}
