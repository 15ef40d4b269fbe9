namespace VirtualStage.Contracts.Performers
{
    /// <summary>
    /// What the bytes of <see cref="PerformerPicture.Joints"/> are, each a signed byte. A direction has three: to the right as
    /// the camera sees it, up, and towards the camera, in parts of <see cref="One"/>; three zeros where it is not known. An
    /// angle is in parts of a half turn / <see cref="Half"/>.
    /// </summary>
    public static class AvatarJoints
    {
        /// <summary>Directions of upper arm and forearm of the arm at the left of the camera's picture, which is the performer's right one.</summary>
        public const int RightArm = 0;

        /// <summary>The same of the performer's left arm.</summary>
        public const int LeftArm = 6;

        /// <summary>Angles of the head: turned to the right of the picture, nodding, tilted to the right of the picture.</summary>
        public const int Head = 12;

        /// <summary>Angles of the trunk: leaning to the right of the picture, turned to it.</summary>
        public const int Trunk = 15;

        /// <summary>How many bytes there are.</summary>
        public const int Bytes = 17;

        /// <summary>A length of one.</summary>
        public const int One = 127;

        /// <summary>Half a turn.</summary>
        public const int Half = 127;
    }
}
