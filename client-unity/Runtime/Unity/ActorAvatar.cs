using UnityEngine;
using VirtualStage.Client;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Unity
{
    /// <summary>One actor as a figure of primitives: stands where the pose is, does what the emote says, and has a name over it.</summary>
    public sealed class ActorAvatar : MonoBehaviour
    {
        private const float Height = 1.75f;

        private Transform? _body;
        private Transform? _head;
        private TextMesh? _name;

        /// <summary>The id in snapshots.</summary>
        public ushort Actor { get; private set; }

        /// <summary>Builds a figure.</summary>
        public static ActorAvatar Create(Transform parent, ushort actor, string colour)
        {
            var avatar = new GameObject("Actor " + actor).AddComponent<ActorAvatar>();
            avatar.Actor = actor;
            avatar.transform.SetParent(parent, false);
            avatar.Build(StageSpace.Colour(colour));
            return avatar;
        }

        /// <summary>The person's name, and the role's.</summary>
        public void Call(string name)
        {
            if (_name != null)
            {
                _name.text = name;
            }
        }

        /// <summary>Shows a pose that lies between two others.</summary>
        public void Show(in ShownPose shown)
        {
            Place(shown.X, shown.Y, shown.Z, shown.FacingDegrees, shown.Pose.Emote);
        }

        /// <summary>Shows the own actor, where it is by prediction.</summary>
        public void Show(in ActorBody body, Emote emote)
        {
            Place(body.X, body.Y, body.Z, body.Facing * 360.0 / 256, emote);
        }

        /// <summary>Turns the head to a place in the world; null to look ahead.</summary>
        public void LookAt(Vector3? place)
        {
            if (_head != null)
            {
                _head.localRotation = Quaternion.identity;
                if (place is Vector3 there)
                {
                    _head.LookAt(there);
                }
            }
        }

        private void Place(double x, double y, double z, double facing, Emote emote)
        {
            transform.localPosition = StageSpace.Place(x, y, z);
            transform.localRotation = StageSpace.Facing(facing);
            if (_body == null)
            {
                return;
            }

            var isDown = emote == Emote.Lie || emote == Emote.Fall;
            var isLow = emote == Emote.Kneel || emote == Emote.Sit;
            _body.localRotation = Quaternion.Euler(isDown ? -88 : emote == Emote.Bow ? 40 : 0, 0, 0);
            _body.localPosition = new Vector3(0, isDown ? 0.2f : isLow ? -0.45f : 0, 0);
        }

        private void Build(Color colour)
        {
            _body = new GameObject("Body").transform;
            _body.SetParent(transform, false);
            var trunk = Part(PrimitiveType.Capsule, new Vector3(0, Height * 0.42f, 0), new Vector3(0.45f, Height * 0.42f, 0.32f), colour);
            trunk.SetParent(_body, false);
            _head = Part(PrimitiveType.Sphere, new Vector3(0, Height * 0.92f, 0), new Vector3(0.26f, 0.3f, 0.28f), new Color(0.8f, 0.65f, 0.55f));
            _head.SetParent(_body, false);
            _name = new GameObject("Name").AddComponent<TextMesh>();
            _name.transform.SetParent(transform, false);
            _name.transform.localPosition = new Vector3(0, Height + 0.25f, 0);
            _name.anchor = TextAnchor.MiddleCenter;
            _name.characterSize = 0.06f;
            _name.fontSize = 48;
        }

        private static Transform Part(PrimitiveType type, Vector3 place, Vector3 size, Color colour)
        {
            var part = GameObject.CreatePrimitive(type);
            part.GetComponent<Renderer>().material.color = colour;
            part.transform.localPosition = place;
            part.transform.localScale = size;
            return part.transform;
        }
    }
}
