using VirtualStage.Contracts.Actors;

namespace VirtualStage.Client.Tests;

/// <summary>The system's libopus, where it is there.</summary>
public sealed class VoiceCodecTests
{
    private const double Hertz = 440;

    [Fact]
    public void A_tone_comes_back_as_that_tone_in_packets_that_the_theatre_takes_for_a_voice()
    {
        using var codec = Codec();
        var packet = new byte[VoiceFrame.MaxBytes];
        var heard = new List<short>();
        var bytes = 0;
        for (var frame = 0; frame < 50; frame++)
        {
            var length = codec.Encode(Tone(frame), packet);
            Assert.True(OpusPacket.IsVoice(packet.AsSpan(0, length)), $"frame {frame}");
            bytes += length;
            var samples = new short[VoiceFrame.Samples];
            codec.Decode(packet.AsSpan(0, length), samples);
            heard.AddRange(samples);
        }

        Assert.InRange(bytes, 50 * 20, 50 * 100);
        var crossings = heard.Zip(heard.Skip(1)).Count(pair => pair.First < 0 && pair.Second >= 0);
        Assert.InRange(crossings, Hertz * 0.95, Hertz * 1.05);
        Assert.InRange(heard.Skip(4800).Max(sample => (int)sample), 5000, 15000);
    }

    [Fact]
    public void What_is_lost_is_glossed_over()
    {
        using var codec = Codec();
        var packet = new byte[VoiceFrame.MaxBytes];
        var samples = new short[VoiceFrame.Samples];
        for (var frame = 0; frame < 10; frame++)
        {
            var length = codec.Encode(Tone(frame), packet);
            codec.Decode(packet.AsSpan(0, length), samples);
        }

        codec.Decode([], samples);

        Assert.InRange(samples.Max(sample => (int)sample), 1000, short.MaxValue);
    }

    [Fact]
    public void What_is_no_packet_is_refused_and_breaks_nothing()
    {
        using var codec = Codec();
        var random = new Random(1);
        var samples = new short[VoiceFrame.Samples];
        var refused = 0;
        for (var round = 0; round < 5000; round++)
        {
            var noise = new byte[random.Next(1, VoiceFrame.MaxBytes + 50)];
            random.NextBytes(noise);
            try
            {
                codec.Decode(noise, samples);
            }
            catch (VoiceCodecException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 2500, 5000);
        Assert.Throws<ArgumentException>(() => codec.Decode([0xf8], new short[10]));
        Assert.Throws<ArgumentException>(() => codec.Encode(new short[10], new byte[100]));
    }

    private static OpusVoiceCodec Codec()
    {
        Assert.SkipUnless(OpusVoiceCodec.IsAvailable, "libopus is not installed (Debian, Ubuntu: libopus0)");
        return new OpusVoiceCodec();
    }

    private static short[] Tone(int frame) => [.. Enumerable.Range(frame * VoiceFrame.Samples, VoiceFrame.Samples)
        .Select(sample => (short)(10_000 * Math.Sin(2 * Math.PI * Hertz * sample / 48_000)))];
}
