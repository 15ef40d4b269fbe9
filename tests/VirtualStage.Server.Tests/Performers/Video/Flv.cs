using System.Buffers.Binary;

namespace VirtualStage.Server.Tests.Performers.Video;

/// <summary>FLV as an encoder writes it.</summary>
internal static class Flv
{
    private const int Script = 18;
    private const int Video = 9;

    public static byte[] Head { get; } = [(byte)'F', (byte)'L', (byte)'V', 1, 1, 0, 0, 0, 9, 0, 0, 0, 0];

    /// <summary>What comes before the first picture: what is said of the video, and its parameter sets (67 and 68).</summary>
    public static byte[] Beginning { get; } = [.. Tag(Script, 0, [2, 0, 1, 2]), .. Tag(Video, 0, [0x17, 0, 0, 0, 0, .. Record])];

    public static ReadOnlySpan<byte> Record => [1, 0x42, 0xc0, 0x28, 0xff, 0xe1, 0, 4, 0x67, 0x42, 0xc0, 0x28, 1, 0, 2, 0x68, 0xce];

    /// <summary>A picture of one NAL unit.</summary>
    public static byte[] Picture(long timeMs, bool isKey, params byte[] unit)
    {
        var content = new byte[9 + unit.Length];
        content[0] = isKey ? (byte)0x17 : (byte)0x27;
        content[1] = 1;
        BinaryPrimitives.WriteInt32BigEndian(content.AsSpan(5), unit.Length);
        unit.CopyTo(content, 9);
        return Tag(Video, timeMs, content);
    }

    public static byte[] Tag(int kind, long timeMs, byte[] content)
    {
        var length = content.Length;
        var tag = new byte[11 + length + 4];
        byte[] head = [(byte)kind, (byte)(length >> 16), (byte)(length >> 8), (byte)length, (byte)(timeMs >> 16), (byte)(timeMs >> 8), (byte)timeMs, (byte)(timeMs >> 24)];
        head.CopyTo(tag, 0);
        content.CopyTo(tag, 11);
        BinaryPrimitives.WriteInt32BigEndian(tag.AsSpan(11 + length), 11 + length);
        return tag;
    }
}
