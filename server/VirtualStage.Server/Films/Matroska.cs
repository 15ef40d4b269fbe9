using System.Buffers.Binary;

namespace VirtualStage.Server.Films;

/// <summary>The elements of Matroska (RFC 9559) that a stream needs which a program reads from a pipe.</summary>
internal static class Matroska
{
    /// <summary>Of all numbers and lengths here: 8 bytes, of which the length's own first says so.</summary>
    private const ulong LengthMark = 1UL << 56;

    /// <summary>What stands before a block's bytes.</summary>
    public const int BlockHeadBytes = 1 + 8 + 4;

    /// <summary>What stands before a cluster's blocks.</summary>
    public const int ClusterHeadBytes = 4 + 8 + (1 + 8 + 8);

    /// <summary>The stream's head: a segment that has no end.</summary>
    /// <param name="nanoseconds">What times are counted in.</param>
    /// <param name="tracks">A <see cref="Track"/> for each.</param>
    public static byte[] Head(ulong nanoseconds, params byte[][] tracks) =>
    [
        .. Element([0x1a, 0x45, 0xdf, 0xa3], [.. Element([0x42, 0x82], "matroska"u8), .. Number([0x42, 0x87], 4), .. Number([0x42, 0x85], 2)]),
        0x18, 0x53, 0x80, 0x67, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
        .. Element([0x15, 0x49, 0xa9, 0x66], Number([0x2a, 0xd7, 0xb1], nanoseconds)),
        .. Element([0x16, 0x54, 0xae, 0x6b], [.. tracks.SelectMany(track => track)]),
    ];

    /// <summary>A track with pictures.</summary>
    /// <param name="details">More elements of its Video.</param>
    public static byte[] Video(ulong number, ReadOnlySpan<byte> codec, int width, int height, ReadOnlySpan<byte> details = default) => Track(
        number, 1, codec, Element([0xe0], [.. Number([0xb0], (ulong)width), .. Number([0xba], (ulong)height), .. details]));

    /// <summary>A track with sound of 16 bits, little-endian, mono.</summary>
    public static byte[] Sound(ulong number, int samplesInASecond)
    {
        var rate = new byte[8];
        BinaryPrimitives.WriteDoubleBigEndian(rate, samplesInASecond);
        return Track(number, 2, "A_PCM/INT/LIT"u8, Element([0xe1], [.. Element([0xb5], rate), .. Number([0x9f], 1), .. Number([0x62, 0x64], 16)]));
    }

    /// <summary>What comes before a cluster's blocks: <see cref="ClusterHeadBytes"/> bytes.</summary>
    /// <param name="blockBytes">Of all its blocks, with their heads.</param>
    public static void WriteClusterHead(Span<byte> into, int blockBytes, long time)
    {
        BinaryPrimitives.WriteUInt32BigEndian(into, 0x1f43b675);
        WriteLength(into[4..], 17 + blockBytes);
        into[12] = 0xe7;
        WriteLength(into[13..], 8);
        BinaryPrimitives.WriteInt64BigEndian(into[21..], time);
    }

    /// <summary>What comes before a block's bytes: <see cref="BlockHeadBytes"/> bytes. It has the time of its cluster and can be read by itself.</summary>
    public static void WriteBlockHead(Span<byte> into, int track, int bytes)
    {
        into[0] = 0xa3;
        WriteLength(into[1..], 4 + bytes);
        ReadOnlySpan<byte> block = [(byte)(0x80 | track), 0, 0, 0x80];
        block.CopyTo(into[9..]);
    }

    public static byte[] Element(ReadOnlySpan<byte> id, ReadOnlySpan<byte> content)
    {
        var length = new byte[8];
        WriteLength(length, content.Length);
        return [.. id, .. length, .. content];
    }

    private static byte[] Track(ulong number, ulong kind, ReadOnlySpan<byte> codec, byte[] details) => Element(
        [0xae], [.. Number([0xd7], number), .. Number([0x73, 0xc5], number), .. Number([0x83], kind), .. Element([0x86], codec), .. details]);

    private static byte[] Number(ReadOnlySpan<byte> id, ulong value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, value);
        return Element(id, bytes);
    }

    private static void WriteLength(Span<byte> into, int length) => BinaryPrimitives.WriteUInt64BigEndian(into, LengthMark | (uint)length);
}
