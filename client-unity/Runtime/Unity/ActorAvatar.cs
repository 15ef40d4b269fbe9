using UnityEngine;
using VirtualStage.Client;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Unity
{
    /// <summary>One actor as a figure: stands where the pose is, does what the emote says, and has a name over it.</summary>
    public sealed class ActorAvatar : MonoBehaviour
    {
        private const float HipMetres = 0.92f;
        private const float LyingMetres = 0.17f;
        private const float BendsASecond = 6;

        private readonly Transform[] _arms = new Transform[2];
        private readonly Transform[] _elbows = new Transform[2];
        private readonly Transform[] _hands = new Transform[2];
        private Transform? _body;
        private Transform? _hips;
        private Transform? _torso;
        private Transform? _head;
        private TextMesh? _name;

        /// <summary>The id in snapshots.</summary>
        public ushort Actor { get; private set; }

        /// <summary>What it was built from: another one needs another figure.</summary>
        public ActorLook? Look { get; private set; }

        /// <summary>Builds a figure.</summary>
        /// <param name="models">Dresses it in its costume's model; null for primitives.</param>
        public static ActorAvatar Create(Transform parent, ushort actor, ActorLook look, StageModels? models)
        {
            var avatar = new GameObject("Actor " + actor).AddComponent<ActorAvatar>();
            avatar.Actor = actor;
            avatar.Look = look;
            avatar.transform.SetParent(parent, false);
            avatar.Build(look, models);
            return avatar;
        }

        /// <summary>What is held hangs here: +Z leads away from the hand. 0 is the right one, 1 the left one.</summary>
        public Transform Hand(int hand)
        {
            return _hands[hand];
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

        /// <summary>Turns the head to a place in the world; null to look as the emote does.</summary>
        public void LookAt(Vector3? place)
        {
            if (_head != null && place is Vector3 there)
            {
                _head.LookAt(there);
            }
        }

        private void Place(double x, double y, double z, double facing, Emote emote)
        {
            transform.localPosition = StageSpace.Place(x, y, z);
            transform.localRotation = StageSpace.Facing(facing);
            if (_body == null || _hips == null || _torso == null || _head == null)
            {
                return;
            }

            var posture = FigurePosture.Of(emote);
            var isDown = emote == Emote.Lie || emote == Emote.Fall;
            _body.localPosition = new Vector3(0, isDown ? LyingMetres : 0, 0);
            _hips.localPosition = new Vector3(0, HipMetres - posture.Drop, 0);
            Bend(_body, posture.TipForward, posture.TipAside);
            Bend(_torso, posture.Torso, 0);
            Bend(_head, posture.Head, 0);
            Bend(_arms[0], posture.Arms.Right, posture.Spread.Right);
            Bend(_arms[1], posture.Arms.Left, posture.Spread.Left);
            Bend(_elbows[0], posture.Elbows.Right, 0);
            Bend(_elbows[1], posture.Elbows.Left, 0);
        }

        private static void Bend(Transform joint, float forward, float aside)
        {
            joint.localRotation = Quaternion.Slerp(joint.localRotation, StageSpace.Bend(forward, aside), Time.deltaTime * BendsASecond);
        }

        private void Build(ActorLook look, StageModels? models)
        {
            var worn = look.Worn;
            transform.localScale = new Vector3(look.Height * look.Breadth, look.Height, look.Height * look.Breadth);
            _body = Joint(transform, "Body", Vector3.zero);
            _hips = Joint(_body, "Hips", new Vector3(0, HipMetres, 0));
            _torso = Joint(_hips, "Torso", Vector3.zero);
            var garment = Joint(_torso, "Garment", Vector3.zero);
            StagePrimitives.Part(garment, PrimitiveType.Capsule, new Vector3(0, 0.27f, 0), new Vector3(0.46f, 0.36f, 0.32f), worn.Colour);
            StagePrimitives.Part(garment, PrimitiveType.Cylinder, new Vector3(0, -0.36f, 0), new Vector3(0.42f, 0.4f, 0.34f), worn.Colour);
            StagePrimitives.Part(garment, PrimitiveType.Cylinder, new Vector3(0, 0.02f, 0), new Vector3(0.44f, 0.02f, 0.36f), worn.Trim);
            if (worn.Cloak)
            {
                StagePrimitives.Part(garment, PrimitiveType.Cube, new Vector3(0, -0.05f, -0.2f), new Vector3(0.5f, 1.1f, 0.04f), worn.Trim);
            }

            for (var side = 0; side < 2; side++)
            {
                _arms[side] = Joint(_torso, "Arm", StageSpace.Place(side == 0 ? -0.235f : 0.235f, 0.46f, 0));
                StagePrimitives.Part(_arms[side], PrimitiveType.Capsule, new Vector3(0, -0.13f, 0), new Vector3(0.12f, 0.16f, 0.12f), worn.Colour);
                _elbows[side] = Joint(_arms[side], "Elbow", new Vector3(0, -0.28f, 0));
                StagePrimitives.Part(_elbows[side], PrimitiveType.Capsule, new Vector3(0, -0.13f, 0), new Vector3(0.095f, 0.15f, 0.095f), worn.Colour);
                _hands[side] = Joint(_elbows[side], "Hand", new Vector3(0, -0.3f, 0));
                StagePrimitives.Part(_hands[side], PrimitiveType.Sphere, Vector3.zero, new Vector3(0.08f, 0.11f, 0.06f), look.Skin);
            }

            BuildHead(look, _torso);
            if (models != null)
            {
                // It is made for a body that stands on its origin.
                models.Put(worn.Model, Joint(_torso, "Costume", new Vector3(0, -HipMetres, 0)), _ => Destroy(garment.gameObject));
            }
        }

        private void BuildHead(ActorLook look, Transform torso)
        {
            _head = Joint(torso, "Head", new Vector3(0, 0.6f, 0));
            StagePrimitives.Part(_head, PrimitiveType.Sphere, new Vector3(0, 0.13f, 0), new Vector3(0.22f, 0.28f, 0.24f), look.Skin);
            if (look.Hair is string hair)
            {
                StagePrimitives.Part(_head, PrimitiveType.Sphere, new Vector3(0, 0.18f, -0.025f), new Vector3(0.24f, 0.24f, 0.24f), hair);
            }

            if (look.Worn.Head != Headwear.Bare)
            {
                StagePrimitives.Part(_head, PrimitiveType.Cylinder, new Vector3(0, 0.26f, 0), new Vector3(0.25f, 0.05f, 0.25f), look.Worn.Trim);
            }

            _name = new GameObject("Name").AddComponent<TextMesh>();
            _name.transform.SetParent(transform, false);
            _name.transform.localPosition = new Vector3(0, 2, 0);
            _name.anchor = TextAnchor.MiddleCenter;
            _name.characterSize = 0.06f;
            _name.fontSize = 48;
        }

        private static Transform Joint(Transform parent, string name, Vector3 place)
        {
            var joint = new GameObject(name).transform;
            joint.SetParent(parent, false);
            joint.localPosition = place;
            return joint;
        }
    }
}
