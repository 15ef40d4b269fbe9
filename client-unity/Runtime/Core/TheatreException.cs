using System;

namespace VirtualStage.Client
{
    /// <summary>A theatre refuses what was asked, or cannot be reached. The message says why, for a person to read.</summary>
    public sealed class TheatreException : Exception
    {
        public TheatreException(string reason)
            : base(reason)
        {
        }

        public TheatreException(string reason, Exception inner)
            : base(reason, inner)
        {
        }
    }
}
