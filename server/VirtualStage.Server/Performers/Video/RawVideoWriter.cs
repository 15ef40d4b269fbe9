using VirtualStage.Server.Films;

namespace VirtualStage.Server.Performers.Video;

/// <summary>
/// Raw pictures as a Matroska stream, which is how an encoder is told each one's time: a head, and a cluster of one block for
/// each picture.
/// </summary>
internal static class RawVideoWriter
{
    private const ulong Millisecond = 1_000_000;

    /// <summary>What stands before a picture's bytes.</summary>
    public const int BlockHeadBytes = Matroska.ClusterHeadBytes + Matroska.BlockHeadBytes;

    /// <summary>The stream's head, for pictures in planes of Y, U and V (4:2:0).</summary>
    public static byte[] Head(int width, int height) => Matroska.Head(
        Millisecond, Matroska.Video(1, "V_UNCOMPRESSED"u8, width, height, Matroska.Element([0x2e, 0xb5, 0x24], "I420"u8)));

    /// <summary>What comes before a picture: <see cref="BlockHeadBytes"/> bytes.</summary>
    public static void WriteBlockHead(Span<byte> into, int pictureBytes, long timeMs)
    {
        Matroska.WriteClusterHead(into, Matroska.BlockHeadBytes + pictureBytes, timeMs);
        Matroska.WriteBlockHead(into[Matroska.ClusterHeadBytes..], track: 1, pictureBytes);
    }
}
