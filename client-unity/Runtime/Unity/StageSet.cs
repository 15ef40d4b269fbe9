using System.Collections.Generic;
using UnityEngine;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Unity
{
    /// <summary>The set: pieces of the plan, those that move where the scene has them.</summary>
    [RequireComponent(typeof(StageConnection))]
    public sealed class StageSet : MonoBehaviour
    {
        private readonly Dictionary<string, (SetPiece Piece, Transform Shape)> _pieces = new Dictionary<string, (SetPiece, Transform)>();
        private StageConnection? _connection;

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
            var models = GetComponent<StageModels>();
            foreach (var piece in plan.Pieces)
            {
                var shape = new GameObject(piece.Id).transform;
                shape.SetParent(transform, false);
                shape.localRotation = StageSpace.Facing(piece.RotationDegrees);
                shape.localPosition = StageSpace.Place(piece.Position);
                var primitives = StagePrimitives.Build(piece.Shape, piece.Size, piece.Colour, shape);
                if (models != null)
                {
                    models.Put(piece.Model, shape, _ => Destroy(primitives));
                }

                _pieces[piece.Id] = (piece, shape);
            }
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
