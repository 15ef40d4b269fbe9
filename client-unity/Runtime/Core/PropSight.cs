using System.Collections.Generic;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Client
{
    /// <summary>Where a prop is seen: in somebody's hand, where it lies, or nowhere while who has it is not on.</summary>
    public readonly struct PropSight
    {
        private const float LongMetres = 0.5f;

        /// <summary>What is long is held at its end: so far of its length lies before the hand.</summary>
        private const float ReachShare = 0.42f;

        public readonly string Prop;

        /// <summary>The actor that holds it; null where it lies, and where it is not seen.</summary>
        public readonly ushort? Holder;

        /// <summary>0 for the right hand, 1 for the left.</summary>
        public readonly int Hand;

        /// <summary>False while the role that has it is not on the stage.</summary>
        public readonly bool IsSeen;

        /// <summary>The middle of its foot where it lies.</summary>
        public readonly Point3 Place;

        private PropSight(string prop, ushort? holder, int hand, bool isSeen, Point3 place)
        {
            Prop = prop;
            Holder = holder;
            Hand = hand;
            IsSeen = isSeen;
            Place = place;
        }

        /// <summary>Finds where all props of a scene are seen. What is more than two hands hold is not.</summary>
        /// <param name="sights">Takes them, in place of what is there.</param>
        public static void Of(StageScene scene, List<PropSight> sights)
        {
            sights.Clear();
            foreach (var place in scene.Props ?? System.Array.Empty<PropPlace>())
            {
                var player = place.Role == null ? null : System.Array.Find(scene.Players, one => one.Role == place.Role);
                var hand = player == null ? 0 : HeldBy(player.Actor, sights);
                var isHeld = player != null && hand < 2;
                sights.Add(new PropSight(
                    place.Prop, isHeld ? player!.Actor : (ushort?)null, hand, place.Role == null || isHeld, new Point3(place.X, place.Y, place.Z)));
            }
        }

        /// <summary>How far before the hand the middle of a held prop is, in metres.</summary>
        public static float ReachOf(PropInfo prop)
        {
            return prop.Size.Z >= LongMetres ? prop.Size.Z * ReachShare : 0;
        }

        private static int HeldBy(ushort actor, List<PropSight> sights)
        {
            var held = 0;
            foreach (var sight in sights)
            {
                held += sight.Holder == actor ? 1 : 0;
            }

            return held;
        }
    }
}
