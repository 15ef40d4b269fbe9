using System;
using LiteNetLib;
using VirtualStage.Contracts.Actors;

namespace VirtualStage.Client
{
    public sealed partial class StageClient
    {
        /// <summary>Somebody's voice came: 20 ms of it, to be put into a <see cref="VoiceJitterBuffer"/> of that speaker.</summary>
        public event Action<VoiceHeard>? VoiceHeard;

        /// <summary>What this client says is not passed on, with the reason. Once a second at most while that is so.</summary>
        public event Action<string>? VoiceRefused;

        /// <summary>Sends 20 ms of the own voice. What is lost on the way stays lost.</summary>
        /// <param name="sequence">Counts pieces of 20 ms of time, sent or not.</param>
        /// <param name="timeMs">Performance time at which it was recorded.</param>
        /// <param name="data">An Opus packet of an <see cref="IVoiceCodec"/>.</param>
        public void SendVoice(uint sequence, long timeMs, VoiceChannel channel, byte[] data)
        {
            Send(new VoiceFrame(sequence, timeMs, channel, data), DeliveryMethod.Unreliable);
        }
    }
}
