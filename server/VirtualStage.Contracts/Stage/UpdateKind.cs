namespace VirtualStage.Contracts.Stage
{
    /// <summary>What a snapshot says of an actor.</summary>
    public enum UpdateKind : byte
    {
        /// <summary>The pose, as a change of one that the receiver has.</summary>
        Change = 0,

        /// <summary>The pose, whatever the receiver has.</summary>
        Full = 1,

        /// <summary>The actor is not on the stage any more.</summary>
        Left = 2,
    }
}
