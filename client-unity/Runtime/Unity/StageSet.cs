using System.Collections.Generic;
using UnityEngine;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Unity
{
    /// <summary>The set: pieces of the plan as primitives, those that move where the scene has them.</summary>
    [RequireComponent(typeof(StageConnection))]
    public sealed class StageSet : MonoBehaviour
    {
        private const float StepMetres = 0.19f;

        private readonly Dictionary<string, (SetPiece Piece, Transform Shape)> _pieces = new Dictionary<string, (SetPiece, Transform)>();
        private StageConnection? _connection;

        /// <summary>
        /// Makes the shape of a piece that has a model of its own; null for a primitive. Set it to load the production's
        /// glTF files with a loader of your choice.
        /// </summary>
        public System.Func<SetPiece, GameObject?>? Model { get; set; }

        private void Awake()
        {
            _connection = GetComponent<StageConnection>();
            _connection.Entered += (plan, _) => Build(plan);
        }

        private void Build(StagePlan plan)
        {
            foreach (var known in _pieces.Values)
            {
                Destroy(known.Shape.gameObject);
            }

            _pieces.Clear();
            foreach (var piece in plan.Pieces)
            {
                var shape = new GameObject(piece.Id).transform;
                shape.SetParent(transform, false);
                shape.localRotation = StageSpace.Facing(piece.RotationDegrees);
                shape.localPosition = StageSpace.Place(piece.Position);
                if (Model?.Invoke(piece) is GameObject model)
                {
                    model.transform.SetParent(shape, false);
                }
                else
                {
                    BuildPrimitive(piece, shape);
                }

                _pieces[piece.Id] = (piece, shape);
            }
        }

        private static void BuildPrimitive(SetPiece piece, Transform parent)
        {
            if (piece.Shape != PieceShape.Stairs)
            {
                // Unity has no cone: a cylinder stands for it.
                var isBox = piece.Shape == PieceShape.Box;
                Block(parent, isBox ? PrimitiveType.Cube : PrimitiveType.Cylinder, piece.Size.X, piece.Size.Y, piece.Size.Z, 0, piece.Colour);
                return;
            }

            // Steps rise away from the audience.
            var count = Mathf.Max(2, Mathf.RoundToInt(piece.Size.Y / StepMetres));
            var depth = piece.Size.Z / count;
            for (var step = 0; step < count; step++)
            {
                var z = (piece.Size.Z / 2) - (depth * (step + 0.5f));
                Block(parent, PrimitiveType.Cube, piece.Size.X, piece.Size.Y * (step + 1) / count, depth, z, piece.Colour);
            }
        }

        private static void Block(Transform parent, PrimitiveType type, float x, float y, float z, float at, string colour)
        {
            var block = GameObject.CreatePrimitive(type);
            block.transform.SetParent(parent, false);
            // A cylinder of Unity is two metres high, a cube one.
            block.transform.localScale = new Vector3(x, type == PrimitiveType.Cylinder ? y / 2 : y, z);
            block.transform.localPosition = new Vector3(0, y / 2, at);
            block.GetComponent<Renderer>().material.color = StageSpace.Colour(colour);
        }

        private void Update()
        {
            if (_connection?.Client?.Scene is StageScene scene)
            {
                var now = _connection.Client.Clock.NowMs;
                foreach (var move in scene.Scenery)
                {
                    Show(move, now);
                }
            }
        }

        private void Show(SceneryMove move, long now)
        {
            if (_pieces.TryGetValue(move.Piece, out var known) && known.Piece.OutOffset is Point3 offset)
            {
                // Ropes start and stop gently.
                var away = 1 - Mathf.SmoothStep(0, 1, move.PlaceAt(now));
                known.Shape.localPosition = StageSpace.Place(known.Piece.Position) + (StageSpace.Place(offset) * away);
                known.Shape.gameObject.SetActive(away < 0.999f);
            }
        }
    }
}
