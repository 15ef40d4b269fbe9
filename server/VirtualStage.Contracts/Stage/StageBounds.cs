using System;

namespace VirtualStage.Contracts.Stage
{
    /// <summary>Where actors can go: the stage, its wings and every entrance. Metres.</summary>
    public readonly struct StageBounds
    {
        /// <summary>How far the wings reach beyond the stage: left, right and behind, not into the audience.</summary>
        public const double Wing = 3;

        /// <summary>How far one can walk around an entrance or a mark that lies outside of stage and wings.</summary>
        public const double Clearance = 0.5;

        /// <summary>Nobody goes farther from the origin than this: poses can tell of no place much farther.</summary>
        public const double Farthest = 120;

        public readonly double MinX;
        public readonly double MaxX;
        public readonly double MinZ;
        public readonly double MaxZ;

        public StageBounds(double minX, double maxX, double minZ, double maxZ)
        {
            MinX = Math.Max(minX, -Farthest);
            MaxX = Math.Min(maxX, Farthest);
            MinZ = Math.Max(minZ, -Farthest);
            MaxZ = Math.Min(maxZ, Farthest);
        }

        /// <summary>The bounds of a plan.</summary>
        public static StageBounds Of(StagePlan plan)
        {
            var maxX = (plan.Width * 0.5) + Wing;
            var minX = -maxX;
            var maxZ = plan.Depth * 0.5;
            var minZ = -maxZ - Wing;
            foreach (var places in new[] { plan.Entrances, plan.Marks })
            {
                foreach (var place in places)
                {
                    minX = Math.Min(minX, place.X - Clearance);
                    maxX = Math.Max(maxX, place.X + Clearance);
                    minZ = Math.Min(minZ, place.Z - Clearance);
                    maxZ = Math.Max(maxZ, place.Z + Clearance);
                }
            }

            return new StageBounds(minX, maxX, minZ, maxZ);
        }

        public double ClampX(double x)
        {
            return x < MinX ? MinX : x > MaxX ? MaxX : x;
        }

        public double ClampZ(double z)
        {
            return z < MinZ ? MinZ : z > MaxZ ? MaxZ : z;
        }
    }
}
