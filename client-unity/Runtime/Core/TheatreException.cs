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

        /// <param name="status">The answer's status.</param>
        public TheatreException(int status, string reason)
            : base(status + ": " + reason)
        {
            Status = status;
        }

        public TheatreException(string reason, Exception inner)
            : base(reason, inner)
        {
        }

        /// <summary>The answer's status; null where there was no answer.</summary>
        public int? Status { get; }
    }
}
