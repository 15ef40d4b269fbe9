using System.Buffers.Binary;
using System.IO.Hashing;

namespace VirtualStage.Recordings.Blocks;

/// <summary>What stands before each block's content.</summary>
/// <param name="Length">Bytes of the content in the file.</param>
/// <param name="RawLength">Bytes of the content when it is unpacked.</param>
/// <param name="FromMs">Performance time of its first record.</param>
/// <param name="UntilMs">Performance time of its last record.</param>
/// <param name="Checksum">CRC-32 of the content as it stands in the file.</param>
public readonly record struct BlockHeader(
    BlockKind Kind, BlockCoding Coding, BlockTraits Flags, int Length, int RawLength, long FromMs, long UntilMs, uint Checksum)
{
    public const int Size = 40;

    /// <summary>No block's content is longer, packed or unpacked.</summary>
    public const int MostBytes = 8 << 20;

    private const int ChecksumAt = Size - sizeof(uint);

    /// <summary>What every block begins with, and a reader looks for after damage.</summary>
    public static ReadOnlySpan<byte> Magic => [(byte)'V', (byte)'S', (byte)'B', 0xA7];

    /// <summary>Reads a header; false where there is none, or a damaged one.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out BlockHeader header)
    {
        header = default;
        if (bytes.Length < Size || !bytes.StartsWith(Magic)
            || Crc32.HashToUInt32(bytes[..ChecksumAt]) != BinaryPrimitives.ReadUInt32LittleEndian(bytes[ChecksumAt..]))
        {
            return false;
        }

        header = new BlockHeader(
            (BlockKind)bytes[4],
            (BlockCoding)bytes[5],
            (BlockTraits)BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[24..]),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[32..]));
        return header is { Length: >= 0 and <= MostBytes, RawLength: >= 0 and <= MostBytes, FromMs: >= 0 and <= RecordingLimits.MostMs }
            && header.UntilMs >= header.FromMs && header.UntilMs <= RecordingLimits.MostMs;
    }

    public void Write(Span<byte> bytes)
    {
        Magic.CopyTo(bytes);
        bytes[4] = (byte)Kind;
        bytes[5] = (byte)Coding;
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[6..], (ushort)Flags);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[8..], Length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[12..], RawLength);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[16..], FromMs);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[24..], UntilMs);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[32..], Checksum);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[ChecksumAt..], Crc32.HashToUInt32(bytes[..ChecksumAt]));
    }
}
