using System.IO.Compression;
using System.IO.Hashing;

namespace VirtualStage.Recordings.Blocks;

/// <summary>A block as it goes into a file.</summary>
/// <param name="Bytes">Header and content.</param>
public sealed record EncodedBlock(BlockHeader Header, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Writes a block around its content.</summary>
    /// <param name="isPacked">Whether packing it is worth the while: voices and pictures are packed already.</param>
    public static EncodedBlock Of(BlockKind kind, BlockTraits flags, long fromMs, long untilMs, ReadOnlySpan<byte> content, bool isPacked)
    {
        if (content.Length > BlockHeader.MostBytes)
        {
            throw new ArgumentException($"a block holds {BlockHeader.MostBytes} bytes at most, not {content.Length}", nameof(content));
        }

        using var bytes = new MemoryStream(BlockHeader.Size + (isPacked ? content.Length / 2 : content.Length));
        bytes.SetLength(BlockHeader.Size);
        bytes.Position = BlockHeader.Size;
        if (isPacked)
        {
            using var packer = new ZLibStream(bytes, CompressionLevel.Optimal, leaveOpen: true);
            packer.Write(content);
        }

        var isSmaller = isPacked && bytes.Length - BlockHeader.Size < content.Length;
        if (!isSmaller)
        {
            bytes.SetLength(BlockHeader.Size);
            bytes.Position = BlockHeader.Size;
            bytes.Write(content);
        }

        var whole = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        var written = whole.Span[BlockHeader.Size..];
        var header = new BlockHeader(
            kind, isSmaller ? BlockCoding.ZLib : BlockCoding.Stored, flags, written.Length, content.Length, fromMs, untilMs, Crc32.HashToUInt32(written));
        header.Write(whole.Span);
        return new EncodedBlock(header, whole);
    }
}
