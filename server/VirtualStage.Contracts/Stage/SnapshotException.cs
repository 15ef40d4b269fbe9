using System;

namespace VirtualStage.Contracts.Stage
{
    /// <summary>The bytes are no snapshot, or not one against this base: the only thing that decoding throws on bad bytes.</summary>
    public sealed class SnapshotException : Exception
    {
        public SnapshotException(string reason)
            : base("not a snapshot: " + reason)
        {
        }
    }
}
