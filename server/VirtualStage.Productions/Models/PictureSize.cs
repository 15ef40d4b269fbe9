using System.Buffers.Binary;

namespace VirtualStage.Productions.Models;

/// <summary>Reads how large a picture is without unpacking it.</summary>
internal static class PictureSize
{
    private const int PngBeforeSize = 16;

    /// <summary>Width and height in pixels of PNG or JPEG; null for anything else.</summary>
    public static (long Width, long Height)? Of(ReadOnlySpan<byte> file) =>
        file.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
            ? Png(file)
            : file.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? Jpeg(file) : null;

    private static (long Width, long Height)? Png(ReadOnlySpan<byte> file) =>
        file.Length >= PngBeforeSize + 8 && file[12..].StartsWith("IHDR"u8)
            ? (BinaryPrimitives.ReadUInt32BigEndian(file[PngBeforeSize..]), BinaryPrimitives.ReadUInt32BigEndian(file[(PngBeforeSize + 4)..]))
            : null;

    /// <summary>Goes from segment to segment to the frame's header.</summary>
    private static (long Width, long Height)? Jpeg(ReadOnlySpan<byte> file)
    {
        for (var at = 2; at + 9 <= file.Length && file[at] == 0xFF;)
        {
            var marker = file[at + 1];
            if (marker == 0xFF)
            {
                at++;
            }
            else if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return (BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]));
            }
            else
            {
                at += 2 + Math.Max(2, (int)BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]));
            }
        }

        return null;
    }
}
