using System;

namespace VirtualStage.Client
{
    /// <summary>A voice cannot be coded: the library is missing, or a packet is none.</summary>
    public sealed class VoiceCodecException : Exception
    {
        public VoiceCodecException(string message)
            : base(message)
        {
        }

        public VoiceCodecException(string message, Exception inner)
            : base(message, inner)
        {
        }
    }
}
