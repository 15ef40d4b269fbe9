using UnityEngine;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Unity
{
    /// <summary>A matted performer's picture on a plane that stands on the stage: premultiplied colour with alpha.</summary>
    public sealed class PerformerBillboard : MonoBehaviour
    {
        [SerializeField] private float heightMetres = 1.9f;

        private Renderer? _renderer;

        /// <summary>The role that the performer plays.</summary>
        public string Role { get; set; } = "";

        /// <summary>The picture as it is now; whoever decodes the video sets it. Its alpha says where the performer is.</summary>
        public Texture? Picture
        {
            set
            {
                if (_renderer != null && value != null)
                {
                    _renderer.material.mainTexture = value;
                    transform.localScale = new Vector3(heightMetres * value.width / value.height, heightMetres, 1);
                }
            }
        }

        /// <summary>Puts the picture where the scene has it at a performance time.</summary>
        public void Show(StageScene scene, long timeMs)
        {
            var move = System.Array.Find(scene.Performers, one => one.Role == Role);
            gameObject.SetActive(move != null);
            if (move == null)
            {
                return;
            }

            var place = move.PlaceAt(timeMs);
            transform.localPosition = StageSpace.Place(place.X, heightMetres / 2, place.Z);
            transform.localRotation = StageSpace.Facing(place.FacingDegrees + 180);
            if (_renderer != null)
            {
                _renderer.material.color = new Color(1, 1, 1, place.Opacity);
            }
        }

        private void Awake()
        {
            var plane = GameObject.CreatePrimitive(PrimitiveType.Quad);
            plane.transform.SetParent(transform, false);
            _renderer = plane.GetComponent<Renderer>();
            var shader = Shader.Find("Unlit/Transparent");
            if (shader != null)
            {
                _renderer.material = new Material(shader);
            }
        }
    }
}
