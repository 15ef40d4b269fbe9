using System;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Client
{
    /// <summary>Turns what a stick or keys say into a tick's input.</summary>
    public static class WalkWish
    {
        private const double FullWish = 127;

        /// <summary>A wish to go ahead and aside, as somebody sees it who looks in a direction.</summary>
        /// <param name="aside">-1 to 1: to the right of who looks there.</param>
        /// <param name="ahead">-1 to 1.</param>
        /// <param name="lookDegrees">0 looks at the audience, 90 to stage left.</param>
        /// <param name="facing">The facing to keep where there is nowhere to go; in 1/256 of a turn.</param>
        public static ActorInput Of(double aside, double ahead, double lookDegrees, bool runs, byte facing)
        {
            var length = Math.Sqrt((aside * aside) + (ahead * ahead));
            if (!(length > 0))
            {
                return new ActorInput(1, 0, 0, facing, Gait.Stand);
            }

            var most = Math.Max(1, length);
            var look = lookDegrees * Math.PI / 180;
            var (sin, cos) = (Math.Sin(look), Math.Cos(look));
            var x = ((ahead * sin) - (aside * cos)) / most;
            var z = ((ahead * cos) + (aside * sin)) / most;
            return new ActorInput(
                1,
                (sbyte)(x * FullWish),
                (sbyte)(z * FullWish),
                ActorBody.FacingOf(Math.Atan2(x, z) * 180 / Math.PI),
                runs ? Gait.Run : Gait.Walk);
        }
    }
}
