using System;

namespace VirtualStage.Client
{
    /// <summary>Turns a voice into packets and back, 20 ms at a time: 960 samples of 16 bits, mono, 48,000 a second. One speaker each way.</summary>
    public interface IVoiceCodec : IDisposable
    {
        /// <summary>Writes the next 20 ms of the own voice.</summary>
        /// <param name="samples">960 samples.</param>
        /// <param name="packet">Room for a packet: at most so many bytes are taken.</param>
        /// <returns>How long the packet is.</returns>
        int Encode(ReadOnlySpan<short> samples, Span<byte> packet);

        /// <summary>Reads the next 20 ms of somebody's voice.</summary>
        /// <param name="packet">What came; empty where a packet was lost, which is glossed over.</param>
        /// <param name="samples">Room for 960 samples.</param>
        /// <exception cref="VoiceCodecException">The packet is no voice.</exception>
        void Decode(ReadOnlySpan<byte> packet, Span<short> samples);
    }
}
