using System;

namespace VirtualStage.Contracts.Actors
{
    /// <summary>What can be told of an Opus packet without decoding it (RFC 6716, section 3.1).</summary>
    public static class OpusPacket
    {
        private const int FirstHybrid = 12;
        private const int FirstCelt = 16;

        /// <summary>True for a packet of one mono frame of 20 milliseconds: what a voice is made of.</summary>
        public static bool IsVoice(ReadOnlySpan<byte> packet)
        {
            if (packet.IsEmpty || packet.Length > VoiceFrame.MaxBytes || (packet[0] & 0x04) != 0)
            {
                return false;
            }

            var configuration = packet[0] >> 3;
            var lasts20Ms = configuration < FirstHybrid ? configuration % 4 == 1
                : configuration < FirstCelt ? configuration % 2 == 1
                : configuration % 4 == 3;
            return lasts20Ms && IsOneFrame(packet);
        }

        private static bool IsOneFrame(ReadOnlySpan<byte> packet)
        {
            switch (packet[0] & 0x03)
            {
                case 0:
                    return true;
                case 3:
                    // A constant bit rate pads a single frame this way.
                    return packet.Length > 1 && (packet[1] & 0x3f) == 1;
                default:
                    return false;
            }
        }
    }
}
