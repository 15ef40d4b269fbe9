using System.Buffers.Binary;

namespace VirtualStage.Server.Performers.Video;

/// <summary>
/// Raw pictures as a Matroska stream (RFC 9559), which is how an encoder is told each one's time. Only what a reader needs is
/// written: a head, and a cluster of one block for each picture.
/// </summary>
internal static class RawVideoWriter
{
    /// <summary>Of all numbers and lengths here: 8 bytes, of which the length's own first says so.</summary>
    private const ulong LengthMark = 1UL << 56;

    /// <summary>What stands before a picture's bytes.</summary>
    public const int BlockHeadBytes = 4 + 8 + (1 + 8 + 8) + (1 + 8) + 4;

    /// <summary>The stream's head, for pictures in planes of Y, U and V (4:2:0).</summary>
    public static byte[] Head(int width, int height) =>
    [
        .. Element([0x1a, 0x45, 0xdf, 0xa3], [.. Element([0x42, 0x82], "matroska"u8), .. Number([0x42, 0x87], 4), .. Number([0x42, 0x85], 2)]),
        0x18, 0x53, 0x80, 0x67, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, // a segment that has no end
        .. Element([0x15, 0x49, 0xa9, 0x66], Number([0x2a, 0xd7, 0xb1], 1_000_000)), // times are milliseconds
        .. Element([0x16, 0x54, 0xae, 0x6b], Element([0xae], Track(width, height))),
    ];

    /// <summary>What comes before a picture: <see cref="BlockHeadBytes"/> bytes.</summary>
    public static void WriteBlockHead(Span<byte> into, int pictureBytes, long timeMs)
    {
        // A cluster with its time and a block of the first track, 0 ms later, that is a keyframe as all raw pictures are.
        BinaryPrimitives.WriteUInt32BigEndian(into, 0x1f43b675);
        WriteLength(into[4..], BlockHeadBytes - 12 + pictureBytes);
        into[12] = 0xe7;
        WriteLength(into[13..], 8);
        BinaryPrimitives.WriteInt64BigEndian(into[21..], timeMs);
        into[29] = 0xa3;
        WriteLength(into[30..], 4 + pictureBytes);
        ReadOnlySpan<byte> block = [0x81, 0, 0, 0x80];
        block.CopyTo(into[38..]);
    }

    private static byte[] Track(int width, int height) =>
    [
        .. Number([0xd7], 1),
        .. Number([0x73, 0xc5], 1),
        .. Number([0x83], 1),
        .. Element([0x86], "V_UNCOMPRESSED"u8),
        .. Element([0xe0], [.. Number([0xb0], (ulong)width), .. Number([0xba], (ulong)height), .. Element([0x2e, 0xb5, 0x24], "I420"u8)]),
    ];

    private static byte[] Number(byte[] id, ulong value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, value);
        return Element(id, bytes);
    }

    private static byte[] Element(byte[] id, ReadOnlySpan<byte> content)
    {
        var length = new byte[8];
        WriteLength(length, content.Length);
        return [.. id, .. length, .. content];
    }

    private static void WriteLength(Span<byte> into, int length) => BinaryPrimitives.WriteUInt64BigEndian(into, LengthMark | (uint)length);
}
