using UnityEngine;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Unity
{
    /// <summary>Builds the shapes of set pieces and props from Unity's own.</summary>
    internal static class StagePrimitives
    {
        private const float StepMetres = 0.19f;

        /// <summary>Builds a shape whose foot stands on the parent's origin.</summary>
        public static GameObject Build(PieceShape shape, Point3 size, string colour, Transform parent)
        {
            var built = new GameObject("Primitives");
            built.transform.SetParent(parent, false);
            if (shape != PieceShape.Stairs)
            {
                // Unity has no cone: a cylinder stands for it.
                Block(built.transform, shape == PieceShape.Box ? PrimitiveType.Cube : PrimitiveType.Cylinder, size.X, size.Y, size.Z, 0, colour);
                return built;
            }

            // Steps rise away from the audience.
            var count = Mathf.Max(2, Mathf.RoundToInt(size.Y / StepMetres));
            var depth = size.Z / count;
            for (var step = 0; step < count; step++)
            {
                var z = (size.Z / 2) - (depth * (step + 0.5f));
                Block(built.transform, PrimitiveType.Cube, size.X, size.Y * (step + 1) / count, depth, z, colour);
            }

            return built;
        }

        private static void Block(Transform parent, PrimitiveType type, float x, float y, float z, float at, string colour)
        {
            // A cylinder of Unity is two metres high, a cube one.
            Part(parent, type, new Vector3(0, y / 2, at), new Vector3(x, type == PrimitiveType.Cylinder ? y / 2 : y, z), colour);
        }

        /// <summary>One of Unity's own shapes with its middle on a place.</summary>
        public static Transform Part(Transform parent, PrimitiveType type, Vector3 place, Vector3 size, string colour)
        {
            var part = GameObject.CreatePrimitive(type);
            part.transform.SetParent(parent, false);
            part.transform.localPosition = place;
            part.transform.localScale = size;
            part.GetComponent<Renderer>().material.color = StageSpace.Colour(colour);
            return part.transform;
        }
    }
}
