using VirtualStage.Contracts.Stage;

namespace VirtualStage.Stage.Effects;

/// <summary>Where lights and scenery are at a performance time, on their way or still.</summary>
public static class TransitionValues
{
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
