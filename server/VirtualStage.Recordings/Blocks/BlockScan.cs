using System.Buffers;

namespace VirtualStage.Recordings.Blocks;

/// <summary>Goes through a file block by block, and over what is damaged to the next block that is not. It trusts nothing.</summary>
internal sealed class BlockScan(Stream file)
{
    private const int Window = 64 << 10;

    private readonly byte[] _header = new byte[BlockHeader.Size];

    /// <summary>The header at a place; null where there is none, or a damaged one.</summary>
    public BlockHeader? HeaderAt(long offset) =>
        ReadAt(offset, _header) == BlockHeader.Size && BlockHeader.TryRead(_header, out var header) ? header : null;

    /// <summary>A block's content, unpacked; null where it is damaged.</summary>
    public byte[]? ContentOf(in BlockRef block)
    {
        // What the file does not have is not made room for.
        if (block.End > file.Length)
        {
            return null;
        }

        var rented = ArrayPool<byte>.Shared.Rent(Math.Max(1, block.Header.Length));
        try
        {
            var written = rented.AsMemory(0, block.Header.Length);
            return ReadAt(block.Offset + BlockHeader.Size, written.Span) == written.Length && BlockContent.IsIntact(block.Header, written.Span)
                ? BlockContent.Unpack(block.Header, written)
                : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>The block as it stands in the file, header and content; null where it is damaged.</summary>
    public byte[]? BytesOf(in BlockRef block)
    {
        if (block.End > file.Length)
        {
            return null;
        }

        var bytes = new byte[BlockHeader.Size + block.Header.Length];
        return ReadAt(block.Offset, bytes) == bytes.Length && BlockContent.IsIntact(block.Header, bytes.AsSpan(BlockHeader.Size)) ? bytes : null;
    }

    /// <summary>Every block from a place on, by headers alone, and what is no block.</summary>
    public IEnumerable<ScannedPart> From(long offset)
    {
        while (offset < file.Length)
        {
            if (HeaderAt(offset) is { } header)
            {
                var block = new BlockRef(offset, header);
                if (block.End <= EndAt(offset))
                {
                    yield return new ScannedPart(offset, block.End - offset, header, IsTorn: false);
                    offset = block.End;
                    continue;
                }

                // It may have been cut off; but a file that was damaged in its middle can have a block behind this.
                var after = NextHeader(offset + 1);
                yield return new ScannedPart(offset, (after ?? file.Length) - offset, header, IsTorn: true);
                offset = after ?? file.Length;
                continue;
            }

            var next = NextHeader(offset + 1);
            yield return new ScannedPart(offset, (next ?? file.Length) - offset, null, IsTorn: next is null && file.Length - offset < BlockHeader.Size);
            offset = next ?? file.Length;
        }
    }

    /// <summary>Where the next whole header is; null where there is none.</summary>
    private long? NextHeader(long from)
    {
        var window = new byte[Window + BlockHeader.Size];
        for (; from < file.Length; from += Window)
        {
            var read = ReadAt(from, window);
            for (var at = 0; at < read; at++)
            {
                var found = window.AsSpan(at, read - at).IndexOf(BlockHeader.Magic);
                if (found < 0 || at + found >= Window)
                {
                    break;
                }

                at += found;
                if (BlockHeader.TryRead(window.AsSpan(at, read - at), out _))
                {
                    return from + at;
                }
            }
        }

        return null;
    }

    private long EndAt(long offset) => file is JoinedStream joined ? joined.EndOfPartAt(offset) : file.Length;

    private int ReadAt(long offset, Span<byte> bytes)
    {
        file.Position = offset;
        return file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
    }
}

/// <summary>A block's place in a file.</summary>
internal readonly record struct BlockRef(long Offset, BlockHeader Header)
{
    public long End => Offset + BlockHeader.Size + Header.Length;
}

/// <summary>A part of a file: a block, or what is none.</summary>
/// <param name="Header">Null for what is no block.</param>
/// <param name="IsTorn">True for what the file ends in the middle of.</param>
internal readonly record struct ScannedPart(long Offset, long Length, BlockHeader? Header, bool IsTorn)
{
    /// <summary>The block; null for what is none, or is not whole.</summary>
    public BlockRef? Block => Header is { } header && !IsTorn ? new BlockRef(Offset, header) : null;
}
