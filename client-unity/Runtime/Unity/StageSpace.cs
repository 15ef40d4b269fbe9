using UnityEngine;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Unity
{
    /// <summary>
    /// From the stage's space to Unity's. On the stage +X is stage left and +Z the audience, right-handed; Unity is
    /// left-handed, so X changes its sign: from the house, stage left is on the right in both.
    /// </summary>
    public static class StageSpace
    {
        /// <summary>A place in metres.</summary>
        public static Vector3 Place(double x, double y, double z)
        {
            return new Vector3((float)-x, (float)y, (float)z);
        }

        /// <summary>A place in metres.</summary>
        public static Vector3 Place(Point3 point)
        {
            return Place(point.X, point.Y, point.Z);
        }

        /// <summary>A facing: 0 faces the audience, 90 stage left.</summary>
        public static Quaternion Facing(double degrees)
        {
            return Quaternion.Euler(0, (float)-degrees, 0);
        }

        /// <summary>A joint's bend in radians: forward about the axis to stage left, aside about the axis to the audience.</summary>
        public static Quaternion Bend(float forward, float aside)
        {
            return Quaternion.Euler(forward * Mathf.Rad2Deg, 0, -aside * Mathf.Rad2Deg);
        }

        /// <summary>"#rrggbb", or grey for what is none.</summary>
        public static Color Colour(string hex)
        {
            return ColorUtility.TryParseHtmlString(hex, out var colour) ? colour : Color.grey;
        }

        /// <summary>0xRRGGBB.</summary>
        public static Color Colour(int rgb)
        {
            return new Color(((rgb >> 16) & 255) / 255f, ((rgb >> 8) & 255) / 255f, (rgb & 255) / 255f);
        }
    }
}
