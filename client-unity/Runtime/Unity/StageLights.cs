using System.Collections.Generic;
using UnityEngine;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Unity
{
    /// <summary>The plan's lamps, at the levels that the look has at this moment.</summary>
    [RequireComponent(typeof(StageConnection))]
    public sealed class StageLights : MonoBehaviour
    {
        [SerializeField] private float spotBrightness = 6;
        [SerializeField] private float washBrightness = 4;

        private readonly List<(Lamp Lamp, Light? Light)> _lamps = new List<(Lamp, Light?)>();
        private StageConnection? _connection;

        private void Awake()
        {
            _connection = GetComponent<StageConnection>();
            _connection.Entered += (plan, _) => Rig(plan);
        }

        private void Rig(StagePlan plan)
        {
            foreach (var (_, light) in _lamps)
            {
                if (light != null)
                {
                    Destroy(light.gameObject);
                }
            }

            _lamps.Clear();
            foreach (var lamp in plan.Lamps)
            {
                _lamps.Add((lamp, lamp.Kind == LampKind.Spot || lamp.Kind == LampKind.Wash ? Hang(lamp) : null));
            }
        }

        private Light Hang(Lamp lamp)
        {
            var light = new GameObject(lamp.Id).AddComponent<Light>();
            light.type = LightType.Spot;
            light.spotAngle = lamp.Kind == LampKind.Wash ? Mathf.Max(80, lamp.AngleDegrees) : lamp.AngleDegrees;
            light.range = 60;
            light.transform.SetParent(transform, false);
            light.transform.localPosition = StageSpace.Place(lamp.Position);
            light.transform.LookAt(transform.TransformPoint(StageSpace.Place(lamp.Target)));
            return light;
        }

        private void Update()
        {
            if (!(_connection?.Client?.Scene is StageScene scene))
            {
                return;
            }

            var levels = scene.Light.LevelsAt(_connection.Client.Clock.NowMs);
            var everywhere = Color.black;
            for (var i = 0; i < _lamps.Count && i < levels.Length; i++)
            {
                var (lamp, light) = _lamps[i];
                var colour = StageSpace.Colour(levels[i].Colour);
                if (light != null)
                {
                    light.color = colour;
                    light.intensity = levels[i].Intensity * (lamp.Kind == LampKind.Wash ? washBrightness : spotBrightness);
                }
                else
                {
                    everywhere += colour * levels[i].Intensity;
                }
            }

            RenderSettings.ambientLight = everywhere;
        }
    }
}
