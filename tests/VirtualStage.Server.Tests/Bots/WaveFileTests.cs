using System.Buffers.Binary;
using VirtualStage.Bots.Voices;

namespace VirtualStage.Server.Tests.Bots;

public sealed class WaveFileTests
{
    private const double Hertz = 200;

    [Theory]
    [InlineData(22_050)]
    [InlineData(48_000)]
    [InlineData(16_000)]
    public void A_tone_keeps_its_pitch_and_its_length_whatever_its_rate(int rate)
    {
        var samples = WaveFile.Read(Wave(rate, rate, uint.MaxValue))!;

        Assert.Equal(WaveFile.VoiceRate, samples.Length);
        Assert.InRange(samples.Zip(samples.Skip(1)).Count(pair => pair.First < 0 && pair.Second >= 0), Hertz - 2, Hertz + 2);
        Assert.InRange(samples.Max(sample => (int)sample), 9_900, 10_000);
    }

    [Fact]
    public void What_is_cut_off_is_read_as_far_as_it_goes()
    {
        var whole = Wave(48_000, 1000, 2000);

        Assert.Equal(1000, WaveFile.Read(whole)!.Length);
        Assert.Equal(500, WaveFile.Read(whole.AsSpan(0, 44 + 1001))!.Length);
        Assert.Empty(WaveFile.Read(whole.AsSpan(0, 44))!);
        Assert.Null(WaveFile.Read(whole.AsSpan(0, 40)));
    }

    [Fact]
    public void Other_files_are_refused_and_damaged_ones_break_nothing()
    {
        Assert.Null(WaveFile.Read("hello"u8));
        Assert.Null(WaveFile.Read([]));
        Assert.Null(WaveFile.Read(With(22, 2)));
        Assert.Null(WaveFile.Read(With(34, 8)));
        Assert.Null(WaveFile.Read(With(20, 3)));
        Assert.Null(WaveFile.Read(With(26, 200)));
        var random = new Random(1);
        for (var round = 0; round < 5_000; round++)
        {
            var damaged = Wave(22_050, 300, 600);
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                damaged[random.Next(60)] = (byte)random.Next(256);
            }

            Assert.InRange(WaveFile.Read(damaged.AsSpan(0, random.Next(damaged.Length)))?.Length ?? 0, 0, 2000);
        }
    }

    private static byte[] With(int place, byte value)
    {
        var file = Wave(22_050, 100, 200);
        file[place] = value;
        return file;
    }

    private static byte[] Wave(int rate, int count, uint length)
    {
        var file = new byte[44 + (count * 2)];
        "RIFF"u8.CopyTo(file);
        "WAVEfmt "u8.CopyTo(file.AsSpan(8));
        file[16] = 16;
        file[20] = 1;
        file[22] = 1;
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(24), rate);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(28), rate * 2);
        file[32] = 2;
        file[34] = 16;
        "data"u8.CopyTo(file.AsSpan(36));
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(40), length);
        for (var i = 0; i < count; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(44 + (i * 2)), (short)(10_000 * Math.Sin(2 * Math.PI * Hertz * i / rate)));
        }

        return file;
    }
}
