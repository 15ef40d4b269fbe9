using System;

namespace VirtualStage.Contracts.Stage
{
    /// <summary>Where lights, scenery and performers' pictures are at a performance time, on their way or still.</summary>
    public static class SceneMotion
    {
        /// <summary>How far a piece is in: 0 is out, 1 is in.</summary>
        public static float PlaceAt(this SceneryMove move, long timeMs)
        {
            return move.From + ((move.To - move.From) * move.Move.ProgressAt(timeMs));
        }

        /// <summary>One level a lamp. A lamp that comes from off or goes to off keeps the colour that is seen.</summary>
        public static LampLevel[] LevelsAt(this LightFade light, long timeMs)
        {
            var progress = light.Fade.ProgressAt(timeMs);
            if (progress == 0 || progress == 1)
            {
                return progress == 0 ? light.From : light.To;
            }

            var levels = new LampLevel[Math.Min(light.From.Length, light.To.Length)];
            for (var i = 0; i < levels.Length; i++)
            {
                levels[i] = Between(light.From[i], light.To[i], progress);
            }

            return levels;
        }

        /// <summary>Where a picture stands. It turns the shorter way round.</summary>
        public static PerformerPlace PlaceAt(this PerformerMove move, long timeMs)
        {
            var (from, to, progress) = (move.From, move.To, move.Move.ProgressAt(timeMs));
            if (progress == 0 || progress == 1)
            {
                return progress == 0 ? from : to;
            }

            var turn = MathF.IEEERemainder(to.FacingDegrees - from.FacingDegrees, 360);
            return new PerformerPlace(
                from.X + ((to.X - from.X) * progress),
                from.Z + ((to.Z - from.Z) * progress),
                from.FacingDegrees + (turn * progress),
                from.Opacity + ((to.Opacity - from.Opacity) * progress));
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
}
