using System.Buffers.Binary;

namespace VirtualStage.Recordings.Blocks;

/// <summary>The first 16 bytes of a .vsr file: what it is, and who can read it. See docs/recording-format.md.</summary>
public static class FileStart
{
    public const int Size = 16;

    /// <summary>The version that this program writes.</summary>
    public const ushort Version = 1;

    // As in PNG: a transfer that changes line ends, or ends at Ctrl-Z, or clears the eighth bit, is noticed.
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'V', (byte)'S', (byte)'R', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Writes the start of a new file.</summary>
    public static void Write(Span<byte> bytes)
    {
        Signature.CopyTo(bytes);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[8..], Version);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[10..], Version);
        bytes[12..Size].Clear();
    }

    /// <summary>Why these bytes begin no file that this program reads; null when they do.</summary>
    public static string? Refuse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Size || !bytes.StartsWith(Signature))
        {
            return "it does not begin as a recording does";
        }

        var needed = BinaryPrimitives.ReadUInt16LittleEndian(bytes[10..]);
        return needed > Version
            ? $"it needs a program that reads version {needed} of the format, and this one reads up to {Version}: take a newer VirtualStage"
            : null;
    }
}
