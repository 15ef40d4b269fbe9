using System.Buffers.Binary;

namespace VirtualStage.Bots.Voices;

/// <summary>Reads the sound that a program of speech writes: 16 bits, mono, in a WAV file whose lengths may be unknown.</summary>
internal static class WaveFile
{
    /// <summary>What a voice is sent as.</summary>
    public const int VoiceRate = 48_000;

    private const int HeaderBytes = 12;
    private const int ChunkHeaderBytes = 8;
    private const int FormatBytes = 16;
    private const int LeastRate = 8_000;
    private const int MostRate = 96_000;

    /// <summary>The samples, 48,000 a second; null when the bytes are no such file.</summary>
    public static short[]? Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderBytes || !file[..4].SequenceEqual("RIFF"u8) || !file[8..12].SequenceEqual("WAVE"u8))
        {
            return null;
        }

        int? rate = null;
        for (var rest = file[HeaderBytes..]; rest.Length >= ChunkHeaderBytes;)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
            // A file that goes through a pipe does not know how long it will be.
            var chunk = rest.Slice(ChunkHeaderBytes, (int)Math.Min(length, rest.Length - ChunkHeaderBytes));
            if (rest[..4].SequenceEqual("fmt "u8))
            {
                rate = RateOf(chunk);
            }
            else if (rest[..4].SequenceEqual("data"u8))
            {
                return rate is { } known ? Resample(chunk, known) : null;
            }

            rest = rest[Math.Min(rest.Length, ChunkHeaderBytes + chunk.Length + (chunk.Length & 1))..];
        }

        return null;
    }

    private static int? RateOf(ReadOnlySpan<byte> format)
    {
        if (format.Length < FormatBytes)
        {
            return null;
        }

        var isPlain = BinaryPrimitives.ReadUInt16LittleEndian(format) == 1
            && BinaryPrimitives.ReadUInt16LittleEndian(format[2..]) == 1
            && BinaryPrimitives.ReadUInt16LittleEndian(format[14..]) == 16;
        var rate = BinaryPrimitives.ReadUInt32LittleEndian(format[4..]);
        return isPlain && rate is >= LeastRate and <= MostRate ? (int)rate : null;
    }

    private static short[] Resample(ReadOnlySpan<byte> data, int rate)
    {
        var count = data.Length / sizeof(short);
        var samples = new short[(int)((long)count * VoiceRate / rate)];
        for (var i = 0; i < samples.Length; i++)
        {
            var (place, part) = Math.DivRem((long)i * rate, VoiceRate);
            var from = SampleAt(data, (int)place);
            var to = SampleAt(data, Math.Min(count - 1, (int)place + 1));
            samples[i] = (short)(from + ((to - from) * part / VoiceRate));
        }

        return samples;
    }

    private static int SampleAt(ReadOnlySpan<byte> data, int place) => BinaryPrimitives.ReadInt16LittleEndian(data[(place * sizeof(short))..]);
}
