using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace VirtualStage.Recordings.Blocks;

/// <summary>Unpacks what a block holds.</summary>
internal static class BlockContent
{
    public const int RecordHeader = 8;

    /// <summary>A second of a full stage has a tenth of them.</summary>
    public const int MostRecords = 20_000;

    public static bool IsIntact(in BlockHeader header, ReadOnlySpan<byte> written) => Crc32.HashToUInt32(written) == header.Checksum;

    /// <summary>The content of a block whose checksum fits; null where it is not what its header says.</summary>
    public static byte[]? Unpack(in BlockHeader header, ReadOnlyMemory<byte> written)
    {
        switch (header.Coding)
        {
            case BlockCoding.Stored:
                return header.RawLength == written.Length ? written.ToArray() : null;
            case BlockCoding.ZLib:
                try
                {
                    // So much and no more: what a header says is bounded, what a stream unpacks to is not.
                    using var unpacker = new ZLibStream(new MemoryStream(written.ToArray()), CompressionMode.Decompress);
                    var content = new byte[header.RawLength];
                    unpacker.ReadExactly(content);
                    return unpacker.ReadByte() < 0 ? content : null;
                }
                catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
                {
                    return null;
                }

            default:
                return null;
        }
    }

    /// <summary>The records of a content, in order; null where they are not what they should be.</summary>
    public static List<BlockRecord>? Records(in BlockHeader header, byte[] content)
    {
        var records = new List<BlockRecord>();
        for (var at = 0; at < content.Length;)
        {
            if (content.Length - at < RecordHeader || records.Count == MostRecords)
            {
                return null;
            }

            var length = BinaryPrimitives.ReadUInt32LittleEndian(content.AsSpan(at));
            var afterMs = BinaryPrimitives.ReadUInt32LittleEndian(content.AsSpan(at + sizeof(uint)));
            at += RecordHeader;
            if (length > content.Length - at || header.FromMs + afterMs > header.UntilMs)
            {
                return null;
            }

            records.Add(new BlockRecord(header.FromMs + afterMs, content.AsMemory(at, (int)length)));
            at += (int)length;
        }

        return records;
    }
}

/// <summary>A message of a block.</summary>
/// <param name="TimeMs">Performance time at which the house was sent it.</param>
internal readonly record struct BlockRecord(long TimeMs, ReadOnlyMemory<byte> Message);
