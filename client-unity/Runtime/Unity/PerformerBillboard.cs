using UnityEngine;
using VirtualStage.Contracts.Performers;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Unity
{
    /// <summary>A matted performer's picture on a plane that stands on the stage: colours times alpha, and alpha, as two textures.</summary>
    public sealed class PerformerBillboard : MonoBehaviour
    {
        /// <summary>In the package's Resources, so that players have it.</summary>
        private const string ShaderName = "VirtualStage/Performer";

        /// <summary>Of the measured height so much is taken with each picture: nobody grows when they raise an arm.</summary>
        private const float Pace = 0.02f;

        private const float LeastBody = 0.1f;

        [SerializeField] private float bodyMetres = 1.75f;

        private Renderer? _renderer;
        private Texture2D? _colour;
        private Texture2D? _alpha;
        private float _body;
        private float _feet = 1;
        private float _ratio = 1;

        /// <summary>The role that the performer plays.</summary>
        public string Role { get; set; } = "";

        /// <summary>Shows a picture.</summary>
        public void Show(PerformerPicture picture)
        {
            if (_renderer == null || _colour == null || _alpha == null || !_colour.LoadImage(picture.Colour) || !_alpha.LoadImage(picture.Alpha))
            {
                return;
            }

            var body = picture.Body.Bottom - picture.Body.Top;
            if (body >= LeastBody)
            {
                _feet = _body > 0 ? _feet + ((picture.Body.Bottom - _feet) * Pace) : picture.Body.Bottom;
                _body = _body > 0 ? _body + ((body - _body) * Pace) : body;
            }

            _ratio = (float)picture.Width / picture.Height;
        }

        /// <summary>Puts the picture where the scene has it at a performance time.</summary>
        public void Place(StageScene scene, long timeMs)
        {
            var move = System.Array.Find(scene.Performers, one => one.Role == Role);
            gameObject.SetActive(move != null && _body > 0);
            if (move == null || _renderer == null || _body <= 0)
            {
                return;
            }

            var height = bodyMetres / _body;
            var place = move.PlaceAt(timeMs);
            transform.localScale = new Vector3(height * _ratio, height, 1);
            transform.localPosition = StageSpace.Place(place.X, height * (_feet - 0.5f), place.Z);
            transform.localRotation = StageSpace.Facing(place.FacingDegrees + 180);
            _renderer.material.SetFloat("_Opacity", place.Opacity);
        }

        private void Awake()
        {
            var plane = GameObject.CreatePrimitive(PrimitiveType.Quad);
            plane.transform.SetParent(transform, false);
            _renderer = plane.GetComponent<Renderer>();
            var shader = Shader.Find(ShaderName);
            if (shader == null)
            {
                return;
            }

            _colour = new Texture2D(2, 2);
            _alpha = new Texture2D(2, 2);
            _renderer.material = new Material(shader);
            _renderer.material.mainTexture = _colour;
            _renderer.material.SetTexture("_AlphaTex", _alpha);
        }
    }
}
