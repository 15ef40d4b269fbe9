using VirtualStage.Client;
using VirtualStage.Contracts.Actors;

namespace VirtualStage.Bots.Voices;

/// <summary>A line as it is sent: Opus packets of 20 ms.</summary>
internal sealed record SpokenLine(byte[][] Packets)
{
    private const int MostPacketBytes = 80;

    public int DurationMs => Packets.Length * VoiceFrame.Milliseconds;

    /// <summary>Encodes what was spoken; the rest of the last 20 ms is silence.</summary>
    public static SpokenLine Of(ReadOnlySpan<short> samples)
    {
        using var codec = new OpusVoiceCodec();
        var packets = new byte[(samples.Length + VoiceFrame.Samples - 1) / VoiceFrame.Samples][];
        Span<short> frame = stackalloc short[VoiceFrame.Samples];
        Span<byte> packet = stackalloc byte[MostPacketBytes];
        for (var i = 0; i < packets.Length; i++)
        {
            var part = samples[(i * VoiceFrame.Samples)..Math.Min(samples.Length, (i + 1) * VoiceFrame.Samples)];
            frame.Clear();
            part.CopyTo(frame);
            packets[i] = packet[..codec.Encode(frame, packet)].ToArray();
        }

        return new SpokenLine(packets);
    }
}
