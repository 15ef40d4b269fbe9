using System.Collections.Generic;
using UnityEngine;
using VirtualStage.Client;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Unity
{
    /// <summary>What can be held: in the hands of whoever has it, or where it lies.</summary>
    [RequireComponent(typeof(StageConnection), typeof(StageCast))]
    [DefaultExecutionOrder(10)] // Behind the hands.
    public sealed class StageProps : MonoBehaviour
    {
        private const float GripRadians = 1;

        private readonly Dictionary<string, (PropInfo Prop, Transform Shape)> _props = new Dictionary<string, (PropInfo, Transform)>();
        private readonly List<PropSight> _sights = new List<PropSight>();
        private StageConnection? _connection;
        private StageCast? _cast;

        private void Awake()
        {
            _connection = GetComponent<StageConnection>();
            _cast = GetComponent<StageCast>();
            _connection.Entered += (plan, _) => Build(plan);
            _connection.SceneChanged += scene => PropSight.Of(scene, _sights);
        }

        private void Build(StagePlan plan)
        {
            foreach (var known in _props.Values)
            {
                Destroy(known.Shape.gameObject);
            }

            _props.Clear();
            var models = GetComponent<StageModels>();
            foreach (var prop in plan.Props ?? System.Array.Empty<PropInfo>())
            {
                var shape = new GameObject(prop.Id).transform;
                shape.SetParent(transform, false);
                var primitives = StagePrimitives.Build(prop.Shape, prop.Size, prop.Colour, shape);
                if (models != null)
                {
                    models.Put(prop.Model, shape, _ => Destroy(primitives));
                }

                _props[prop.Id] = (prop, shape);
            }
        }

        private void LateUpdate()
        {
            foreach (var sight in _sights)
            {
                if (_props.TryGetValue(sight.Prop, out var known))
                {
                    Show(sight, known.Prop, known.Shape);
                }
            }
        }

        private void Show(in PropSight sight, PropInfo prop, Transform shape)
        {
            var hand = sight.Holder is ushort holder ? _cast!.Find(holder)?.Hand(sight.Hand) : null;
            shape.gameObject.SetActive(sight.IsSeen && (sight.Holder == null || hand != null));
            if (hand == null)
            {
                shape.localPosition = StageSpace.Place(sight.Place);
                shape.localRotation = Quaternion.identity;
                return;
            }

            // It follows the hand without hanging from it: who leaves takes nothing along that belongs to the stage.
            var reach = PropSight.ReachOf(prop);
            shape.position = hand.TransformPoint(StageSpace.Place(0, -0.84f * reach, 0.54f * reach));
            shape.rotation = reach > 0 ? hand.rotation * StageSpace.Bend(GripRadians, 0) : hand.rotation;
        }
    }
}
