namespace VirtualStage.Osc.Tests;

public sealed class MalformedPacketTests
{
    public static TheoryData<string, byte[]> Malformed { get; } = new()
    {
        { "multiple of 4", [] },
        { "multiple of 4", [(byte)'/', 0, 0] },
        { "begins with '/'", [.. "go\0\0"u8] },
        { "begins with '/'", [.. "#bundles\0\0\0\0"u8] },
        { "begins with '/'", [.. "\0\0\0\0"u8] },
        { "ends with a null", [.. "/abc"u8] },
        { "padded with null", [.. "/a\0x"u8] },
        { "UTF-8", [(byte)'/', 0xff, 0, 0] },
        { "control characters", [.. "/a\n\0"u8] },
        { "at most 255", [(byte)'/', .. Enumerable.Repeat((byte)'a', 258), 0] },
        { "type tags begin with ','", [.. "/a\0\0iii\0"u8] },
        { "in the middle of an integer", [.. "/a\0\0,i\0\0"u8] },
        { "in the middle of 8 bytes", [.. "/a\0\0,d\0\0\0\0\0\0"u8] },
        { "a string ends with a null", [.. "/a\0\0,s\0\0abcd"u8] },
        { "no argument of type 'Q'", [.. "/a\0\0,Q\0\0"u8] },
        { "no argument of type '['", [.. "/a\0\0,[]\0"u8] },
        { "4 bytes are left behind", [.. "/a\0\0,\0\0\0\0\0\0\0"u8] },
        { "a blob of -1 bytes", [.. "/a\0\0,b\0\0"u8, 0xff, 0xff, 0xff, 0xff] },
        { "a blob of 2147483647 bytes", [.. "/a\0\0,b\0\0"u8, 0x7f, 0xff, 0xff, 0xff] },
        { "a blob is padded", [.. "/a\0\0,b\0\0"u8, 0, 0, 0, 1, 1, 9, 0, 0] },
        { "8 bytes", [.. "#bundle\0"u8] },
        { "an element of 4096 bytes", [.. "#bundle\0"u8, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 16, 0, .. "/a\0\0"u8] },
        { "an element of -4 bytes", [.. "#bundle\0"u8, 0, 0, 0, 0, 0, 0, 0, 1, 0xff, 0xff, 0xff, 0xfc, .. "/a\0\0"u8] },
        { "multiple of 4", [.. "#bundle\0"u8, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0] },
        { "at most 8192 bytes", [.. "/a\0\0"u8, .. new byte[OscLimits.Packet]] },
        { "at most 64 arguments", OscWriter.ToBytes(new OscMessage("/a", [.. Enumerable.Repeat<OscArgument>(true, 65)])) },
        { "at most 64 elements", OscWriter.ToBytes(new OscBundle(OscTime.Immediately, [.. Enumerable.Repeat(new OscMessage("/a"), 65)])) },
        { "at most 4 deep", OscWriter.ToBytes(Deep(5)) },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void What_is_malformed_is_said(string words, byte[] bytes)
    {
        Assert.False(OscReader.TryRead(bytes, out var packet, out var error));
        Assert.Null(packet);
        Assert.Contains(words, error);
        Assert.Matches(@"\(at byte \d+\)$", error);
    }

    [Fact]
    public void Bundles_as_deep_as_they_may_be_are_read() => Assert.True(OscReader.TryRead(OscWriter.ToBytes(Deep(4)), out _, out _));

    [Fact]
    public void An_error_in_a_bundle_tells_the_byte_of_the_packet()
    {
        byte[] bytes = [.. "#bundle\0"u8, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 4, .. "/a\0x"u8];
        Assert.False(OscReader.TryRead(bytes, out _, out var error));
        Assert.EndsWith("(at byte 24)", error);
    }

    [Fact]
    public void Any_bytes_are_a_packet_or_an_error()
    {
        var random = new Random(1);
        var (taken, refused) = (0, 0);
        for (var round = 0; round < 200_000; round++)
        {
            var bytes = round % 2 == 0 ? Noise(random) : Mutated(random);
            if (OscReader.TryRead(bytes, out var packet, out var error))
            {
                taken++;
                Assert.Null(error);
                Assert.True(OscWriter.LengthOf(packet) <= bytes.Length + 4);
            }
            else
            {
                refused++;
                Assert.NotEmpty(error);
            }
        }

        Assert.True(taken > 10_000 && refused > 50_000, $"taken {taken}, refused {refused}");
    }

    private static OscPacket Deep(int depth) =>
        depth == 0 ? new OscMessage("/a") : new OscBundle(OscTime.Immediately, [Deep(depth - 1)]);

    private static byte[] Noise(Random random)
    {
        var bytes = new byte[random.Next(12) * 4];
        random.NextBytes(bytes);
        if (bytes.Length > 8 && random.Next(2) == 0)
        {
            (random.Next(2) == 0 ? "/a\0\0,sib"u8 : "#bundle\0"u8).CopyTo(bytes);
        }

        return bytes;
    }

    private static byte[] Mutated(Random random)
    {
        byte[] bytes = [.. GoldenVector.All[random.Next(GoldenVector.All.Count)].Bytes];
        for (var changes = random.Next(4); changes > 0; changes--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return random.Next(4) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }
}
