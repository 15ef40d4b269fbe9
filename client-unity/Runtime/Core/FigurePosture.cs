using VirtualStage.Contracts.Stage;

namespace VirtualStage.Client
{
    /// <summary>How a figure's joints stand in an emote, as all clients draw it. Angles in radians; pairs are stage right, stage left of who faces the audience.</summary>
    public sealed class FigurePosture
    {
        // As Emote has them.
        private static readonly FigurePosture[] Emotes =
        {
            new FigurePosture(0f, 0f, 0f, 0f, 0f, 0.04f, 0.04f, -0.13f, 0.13f, -0.22f, -0.22f), // None
            new FigurePosture(0f, 0f, 0f, 0.85f, 0.25f, -0.75f, 0.7f, -0.2f, 0.35f, -1.5f, -0.2f), // Bow
            new FigurePosture(0.43f, 0f, 0f, 0.14f, 0.22f, -0.5f, -0.45f, -0.13f, 0.13f, -0.9f, -0.7f), // Kneel
            new FigurePosture(0.76f, 0f, 0f, 0.12f, 0f, -0.75f, -0.7f, -0.13f, 0.13f, -0.7f, -0.75f), // Sit
            new FigurePosture(0f, -1.570796f, 0f, 0f, 0f, 0.02f, 0.02f, -0.22f, 0.22f, -0.35f, -0.35f), // Lie
            new FigurePosture(0f, 0.25f, 1.45f, 0.3f, 0.35f, -1.3f, -0.4f, -0.3f, 0.4f, -0.5f, -0.9f), // Fall
            new FigurePosture(0f, 0f, 0f, 0.05f, 0f, -1.5f, 0.1f, -0.08f, 0.15f, -0.06f, -0.35f), // Point
            new FigurePosture(0f, 0f, 0f, -0.05f, -0.12f, -0.75f, -0.7f, -0.75f, 0.75f, -0.6f, -0.55f), // Gesture
            new FigurePosture(0f, 0f, 0f, 0f, -0.1f, -2.6f, 0.1f, -0.35f, 0.15f, -0.5f, -0.25f), // Wave
            new FigurePosture(0f, 0f, 0f, 0.08f, 0f, -1.05f, 0.05f, -0.1f, 0.15f, -1.1f, -0.25f), // Beckon
            new FigurePosture(0f, 0f, 0f, 0.1f, 0.16f, -0.5f, 0.04f, 0.42f, 0.13f, -2f, -0.25f), // HandOnHeart
            new FigurePosture(0f, 0f, 0f, 0.3f, 0.5f, -0.95f, -0.95f, 0.2f, -0.2f, -2.1f, -2.1f), // Weep
            new FigurePosture(0f, 0f, 0f, -0.22f, -0.4f, -0.35f, -0.35f, 0.15f, -0.15f, -1.7f, -1.7f), // Laugh
            new FigurePosture(0f, 0f, 0f, 0.12f, 0.35f, -0.8f, -0.8f, 0.24f, -0.24f, -1.75f, -1.75f), // Pray
            new FigurePosture(0f, 0f, 0f, 0.18f, -0.1f, -2.3f, 0.3f, -0.3f, 0.35f, -1f, -0.5f), // Threaten
            new FigurePosture(0f, 0f, 0f, 0f, 0.05f, -0.25f, -0.25f, -0.45f, 0.45f, -1.2f, -1.2f), // Shrug
            new FigurePosture(0f, 0f, 0f, 0.05f, 0f, -0.95f, -0.95f, 0.16f, -0.16f, -1.1f, -1.1f), // Clap
            new FigurePosture(0f, 0f, 0f, 0.05f, 0.32f, 0.04f, 0.04f, -0.13f, 0.13f, -0.22f, -0.22f), // Nod
            new FigurePosture(0f, 0f, 0f, 0f, 0.1f, 0.04f, 0.04f, -0.13f, 0.13f, -0.22f, -0.22f), // ShakeHead
            new FigurePosture(0.2f, 0f, 0f, 0.22f, 0.28f, 0.1f, 0.1f, -0.5f, 0.5f, -0.35f, -0.35f), // Curtsy
            new FigurePosture(0f, 0f, 0f, -0.06f, 0f, -0.9f, 0.04f, -0.75f, 0.13f, -2.2f, -0.1f), // Salute
            new FigurePosture(0f, 0f, 0f, -0.04f, 0f, -1.7f, -0.5f, -0.2f, -0.42f, -1.4f, -2f), // Swear
            new FigurePosture(0.28f, 0f, 0f, 0.5f, 0.3f, -1.7f, -1.7f, 0.1f, -0.1f, -1.9f, -1.9f), // Cower
            new FigurePosture(0f, 0f, 0f, -0.08f, -0.35f, -1.25f, 0.04f, 0.2f, 0.13f, -2f, -0.22f), // Drink
            new FigurePosture(0.1f, 0f, 0f, 0.06f, 0f, -0.95f, 0.35f, -0.1f, 0.5f, -0.75f, -1.2f), // Guard
            new FigurePosture(0.3f, 0f, 0f, 0.34f, -0.2f, -1.65f, 0.75f, -0.06f, 0.3f, -0.04f, -0.15f), // Lunge
            new FigurePosture(0.12f, 0f, 0f, -0.1f, 0f, -1.15f, 0.4f, 0.35f, 0.5f, -1.35f, -1f), // Parry
            new FigurePosture(0.14f, 0f, 0f, 0.42f, 0.4f, -0.55f, -0.2f, 0.45f, 0.25f, -1.9f, -0.6f), // Hit
        };

        private FigurePosture(
            float drop, float tipForward, float tipAside, float torso, float head,
            float armRight, float armLeft, float spreadRight, float spreadLeft, float elbowRight, float elbowLeft)
        {
            Drop = drop;
            TipForward = tipForward;
            TipAside = tipAside;
            Torso = torso;
            Head = head;
            Arms = (armRight, armLeft);
            Spread = (spreadRight, spreadLeft);
            Elbows = (elbowRight, elbowLeft);
        }

        /// <summary>Lowers the hips, metres.</summary>
        public float Drop { get; }

        /// <summary>Tips the whole body: forward, about the axis to stage left.</summary>
        public float TipForward { get; }

        /// <summary>Tips the whole body aside, about the axis to the audience.</summary>
        public float TipAside { get; }

        /// <summary>Bends the trunk forward at the hips.</summary>
        public float Torso { get; }

        /// <summary>Bends the head forward.</summary>
        public float Head { get; }

        /// <summary>Swings the arms at the shoulders: forward with negative angles.</summary>
        public (float Right, float Left) Arms { get; }

        /// <summary>Spreads the arms: away from the body where the side's sign says so, right negative.</summary>
        public (float Right, float Left) Spread { get; }

        /// <summary>Bends the forearms: forward with negative angles.</summary>
        public (float Right, float Left) Elbows { get; }

        /// <summary>The posture of an emote; upright for one that this version does not know.</summary>
        public static FigurePosture Of(Emote emote)
        {
            return (int)emote >= 0 && (int)emote < Emotes.Length ? Emotes[(int)emote] : Emotes[0];
        }
    }
}
