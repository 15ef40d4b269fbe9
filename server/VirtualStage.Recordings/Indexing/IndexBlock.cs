using System.Buffers.Binary;
using VirtualStage.Contracts.Recordings;
using VirtualStage.Recordings.Blocks;

namespace VirtualStage.Recordings.Indexing;

/// <summary>The index as it stands in a file: a count and the places of so many blocks, then a RecordingTable in MessagePack.</summary>
internal static class IndexBlock
{
    private const int RefBytes = sizeof(long) + BlockHeader.Size;

    /// <summary>Writes an index; null where it is too long to be a block, and readers look through the file instead.</summary>
    public static EncodedBlock? Write(RecordingIndex index)
    {
        BlockRef[] blocks = [.. index.Keyframes, .. index.Plans];
        var refs = new byte[blocks.Length * RefBytes];
        for (var i = 0; i < blocks.Length; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(refs.AsSpan(i * RefBytes), blocks[i].Offset);
            blocks[i].Header.Write(refs.AsSpan((i * RefBytes) + sizeof(long)));
        }

        var table = Messages.Write(new RecordingTable([.. index.Heads], [.. index.Marks], [.. index.Gaps]));
        var content = new byte[sizeof(int) + refs.Length + table.Length];
        if (content.Length > BlockHeader.MostBytes)
        {
            return null;
        }

        BinaryPrimitives.WriteInt32LittleEndian(content, blocks.Length);
        refs.CopyTo(content, sizeof(int));
        table.CopyTo(content, sizeof(int) + refs.Length);
        return EncodedBlock.Of(BlockKind.Index, BlockTraits.None, index.FromMs, index.UntilMs, content, isPacked: true);
    }

    /// <summary>Writes the block that ends a file.</summary>
    public static EncodedBlock WriteEnd(RecordingIndex index, long indexOffset)
    {
        var content = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(content, indexOffset);
        return EncodedBlock.Of(BlockKind.End, BlockTraits.None, index.FromMs, index.UntilMs, content, isPacked: false);
    }

    /// <summary>Reads the index that a file ends with; null where there is none, or one that does not fit the file.</summary>
    public static RecordingIndex? ReadAtEnd(BlockScan scan, long fileLength)
    {
        var endOffset = fileLength - BlockHeader.Size - sizeof(long);
        if (endOffset < FileStart.Size || scan.HeaderAt(endOffset) is not { Kind: BlockKind.End, Length: sizeof(long) } end
            || scan.ContentOf(new BlockRef(endOffset, end)) is not { } place)
        {
            return null;
        }

        var offset = BinaryPrimitives.ReadInt64LittleEndian(place);
        if (offset < FileStart.Size || offset >= endOffset || scan.HeaderAt(offset) is not { Kind: BlockKind.Index } header
            || new BlockRef(offset, header).End != endOffset || scan.ContentOf(new BlockRef(offset, header)) is not { } content)
        {
            return null;
        }

        return Read(content, header.UntilMs, offset);
    }

    private static RecordingIndex? Read(byte[] content, long untilMs, long indexOffset)
    {
        var count = content.Length >= sizeof(int) ? BinaryPrimitives.ReadInt32LittleEndian(content) : -1;
        if (count < 0 || count > (content.Length - sizeof(int)) / RefBytes)
        {
            return null;
        }

        var tableAt = sizeof(int) + (count * RefBytes);
        return ReadRefs(content.AsSpan(sizeof(int), count * RefBytes), indexOffset) is { } refs
            && Messages.TryRead<RecordingTable>(content.AsMemory(tableAt)) is
            {
                Heads.Length: > 0, Marks.Length: <= RecordingLimits.MostMarks, Gaps.Length: <= RecordingLimits.MostMarks,
            } table
                ? new RecordingIndex(
                    table.Heads,
                    [.. refs.Where(block => block.Header.Kind == BlockKind.Stage)],
                    [.. refs.Where(block => block.Header.Kind == BlockKind.Plan)],
                    [.. table.Marks.OrderBy(mark => mark.TimeMs)],
                    table.Gaps,
                    untilMs,
                    isClosed: true)
                : null;
    }

    private static List<BlockRef>? ReadRefs(ReadOnlySpan<byte> bytes, long indexOffset)
    {
        var refs = new List<BlockRef>(bytes.Length / RefBytes);
        for (var lastMs = 0L; bytes.Length > 0; bytes = bytes[RefBytes..])
        {
            if (bytes.Length < RefBytes || !BlockHeader.TryRead(bytes[sizeof(long)..], out var header))
            {
                return null;
            }

            var block = new BlockRef(BinaryPrimitives.ReadInt64LittleEndian(bytes), header);
            if (block.Offset < FileStart.Size || block.End > indexOffset || (header.Kind == BlockKind.Stage && header.FromMs < lastMs))
            {
                return null;
            }

            lastMs = header.Kind == BlockKind.Stage ? header.FromMs : lastMs;
            refs.Add(block);
        }

        return refs;
    }
}
