namespace VirtualStage.Osc.Tests;

public sealed class FrameTests
{
    [Fact]
    public void Slip_frames_are_those_of_other_libraries() => Assert.All(GoldenVector.All, vector =>
        Assert.Equal(Convert.ToHexString(vector.Slip), Convert.ToHexString(OscFrames.Frame(vector.Bytes, OscFraming.Slip))));

    [Theory]
    [InlineData(OscFraming.Slip)]
    [InlineData(OscFraming.Length)]
    public void However_a_stream_is_cut_its_packets_come_out_whole(OscFraming framing)
    {
        var random = new Random(2);
        byte[] stream = [.. GoldenVector.All.SelectMany(vector => OscFrames.Frame(vector.Bytes, framing))];
        for (var round = 0; round < 20; round++)
        {
            var reader = new OscFrameReader();
            var taken = new List<string>();
            for (var at = 0; at < stream.Length;)
            {
                var length = Math.Min(random.Next(1, round == 0 ? 2 : 400), stream.Length - at);
                taken.AddRange(Take(reader, stream.AsSpan(at, length)));
                at += length;
            }

            Assert.Equal(framing, reader.Framing);
            Assert.Equal(GoldenVector.All.Select(vector => Convert.ToHexString(vector.Bytes)), taken);
        }
    }

    [Fact]
    public void A_slip_frame_without_an_end_before_it_is_a_frame() =>
        Assert.Equal(["2F676F00"], Take(new OscFrameReader(), [.. "/go\0"u8, 0xC0]));

    [Fact]
    public void After_a_broken_slip_frame_the_next_one_is_whole()
    {
        byte[] tooLong = [0xC0, .. new byte[OscLimits.Packet + 1].Select(_ => (byte)'x'), 0xC0];
        byte[] wrongEscape = [0xC0, (byte)'/', 0xDB, (byte)'a', (byte)'b', 0xC0];
        byte[] halfEscape = [0xC0, (byte)'/', 0xDB, 0xC0];
        byte[] sound = [0xC0, .. "/go\0"u8, 0xC0];

        var reader = new OscFrameReader();
        Assert.Collection(
            Take(reader, [.. tooLong, .. wrongEscape, .. halfEscape, .. sound]),
            taken => Assert.Contains("at most 8192 bytes", taken),
            taken => Assert.Contains("cannot be escaped", taken),
            taken => Assert.Contains("in the middle of an escape", taken),
            taken => Assert.Equal("2F676F00", taken));
        Assert.False(reader.IsLost);
    }

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(0, 0, 0x20, 1)]
    public void A_length_that_no_packet_has_loses_the_stream(byte a, byte b, byte c, byte d)
    {
        var reader = new OscFrameReader();
        Assert.Contains("1 to 8192 bytes", Assert.Single(Take(reader, [a, b, c, d, .. "/go\0"u8])));
        Assert.True(reader.IsLost);
        Assert.Empty(Take(reader, [0, 0, 0, 4, .. "/go\0"u8]));
    }

    [Fact]
    public void Any_stream_gives_packets_or_errors_and_nothing_else()
    {
        var random = new Random(4);
        byte[] signs = [0xC0, 0xDB, 0xDC, 0xDD, 0, (byte)'/'];
        var (packets, errors) = (0, 0);
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = new byte[random.Next(60)];
            for (var i = 0; i < bytes.Length; i++)
            {
                bytes[i] = random.Next(3) == 0 ? (byte)random.Next(256) : signs[random.Next(signs.Length)];
            }

            foreach (var taken in Take(new OscFrameReader(), bytes))
            {
                _ = taken.Contains(' ') ? errors++ : packets++;
            }
        }

        Assert.True(packets > 10_000 && errors > 1_000, $"{packets} packets, {errors} errors");
    }

    /// <summary>Packets as hexadecimal digits, errors as they are.</summary>
    private static List<string> Take(OscFrameReader reader, ReadOnlySpan<byte> received)
    {
        var taken = new List<string>();
        while (reader.TryTake(ref received, out var packet, out var error))
        {
            taken.Add(error ?? Convert.ToHexString(packet.Span));
        }

        return taken;
    }
}
