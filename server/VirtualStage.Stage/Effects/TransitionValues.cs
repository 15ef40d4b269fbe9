using VirtualStage.Contracts.Stage;

namespace VirtualStage.Stage.Effects;

/// <summary>Where lights and scenery are at a performance time, on their way or still.</summary>
public static class TransitionValues
{
    private static readonly Transition _still = new(0, 0, null);

    /// <summary>How far a piece is in: 0 is out, 1 is in.</summary>
    public static float PlaceAt(this SceneryMove move, long timeMs) =>
        move.From + ((move.To - move.From) * move.Move.ProgressAt(timeMs));

    /// <summary>One level a lamp. A lamp that comes from off or goes to off keeps the colour that is seen.</summary>
    public static LampLevel[] LevelsAt(this LightFade light, long timeMs)
    {
        return light.Fade.ProgressAt(timeMs) switch
        {
            0 => light.From,
            1 => light.To,
            var progress => [.. light.From.Zip(light.To, (from, to) => Between(from, to, progress))],
        };
    }

    /// <summary>The piece on its way in or out, from where it is at the start; as it was when it is there and still.</summary>
    internal static SceneryMove To(this SceneryMove move, bool isIn, long startMs, int durationMs)
    {
        var (from, to) = (move.PlaceAt(startMs), isIn ? 1f : 0f);
        return from == to && move.To == to ? move : new SceneryMove(move.Piece, from, to, new Transition(startMs, durationMs, null));
    }

    internal static SceneryMove StoppedAt(this SceneryMove move, long timeMs)
    {
        var place = move.PlaceAt(timeMs);
        return new SceneryMove(move.Piece, place, place, _still);
    }

    internal static LightFade StoppedAt(this LightFade light, long timeMs)
    {
        var levels = light.LevelsAt(timeMs);
        return new LightFade(light.Look, levels, levels, _still);
    }

    private static LampLevel Between(LampLevel from, LampLevel to, float progress)
    {
        var fromColour = from.Intensity > 0 ? from.Colour : to.Colour;
        var toColour = to.Intensity > 0 ? to.Colour : fromColour;
        var colour = 0;
        for (var shift = 0; shift <= 16; shift += 8)
        {
            var (start, end) = ((fromColour >> shift) & 255, (toColour >> shift) & 255);
            colour |= (int)MathF.Round(start + ((end - start) * progress)) << shift;
        }

        return new LampLevel(colour, from.Intensity + ((to.Intensity - from.Intensity) * progress));
    }
}
