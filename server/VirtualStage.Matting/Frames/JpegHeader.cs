using System.Buffers.Binary;

namespace VirtualStage.Matting.Frames;

/// <summary>
/// Reads the size of a JPEG and checks that it is whole, without decoding it: so a picture that would take gigabytes is
/// refused before anything is allocated for it. (ITU-T T.81, annex B.)
/// </summary>
internal static class JpegHeader
{
    private const byte Mark = 0xFF;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;

    /// <summary>Judges the bytes; sizes are 0 where there are none.</summary>
    public static FrameRefusal Check(ReadOnlySpan<byte> bytes, out int width, out int height)
    {
        (width, height) = (0, 0);
        if (bytes.Length > FrameLimits.MostBytes)
        {
            return FrameRefusal.TooManyBytes;
        }

        if (bytes is not [Mark, 0xD8, ..])
        {
            return FrameRefusal.NotAPicture;
        }

        var (position, scans) = (2, 0);
        while (true)
        {
            if (!NextMarker(bytes, ref position, out var marker))
            {
                return position >= bytes.Length ? FrameRefusal.Truncated : FrameRefusal.NotAPicture;
            }

            if (marker == EndOfImage)
            {
                return scans > 0 && width > 0 ? FrameRefusal.None : FrameRefusal.NotAPicture;
            }

            if (bytes.Length - position < 2)
            {
                return FrameRefusal.Truncated;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[position..]);
            if (length < 2)
            {
                return FrameRefusal.NotAPicture;
            }

            if (bytes.Length - position < length)
            {
                return FrameRefusal.Truncated;
            }

            var segment = bytes.Slice(position + 2, length - 2);
            position += length;
            if (IsFrameHeader(marker) && CheckFrame(marker, segment, ref width, ref height) is not FrameRefusal.None and var refusal)
            {
                return refusal;
            }

            if (marker == StartOfScan)
            {
                if (width == 0)
                {
                    return FrameRefusal.NotAPicture;
                }

                if (++scans > FrameLimits.MostScans)
                {
                    return FrameRefusal.Unsupported;
                }

                SkipScan(bytes, ref position);
            }
        }
    }

    private static bool IsFrameHeader(byte marker) => marker is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC;

    private static FrameRefusal CheckFrame(byte marker, ReadOnlySpan<byte> segment, ref int width, ref int height)
    {
        if (segment.Length < 6 || width != 0)
        {
            return FrameRefusal.NotAPicture;
        }

        // Baseline, extended and progressive with Huffman's code; one component (grey) or three.
        if (marker > 0xC2 || segment[0] != 8 || segment[5] is not (1 or 3))
        {
            return FrameRefusal.Unsupported;
        }

        if (segment.Length < 6 + (3 * segment[5]))
        {
            return FrameRefusal.NotAPicture;
        }

        height = BinaryPrimitives.ReadUInt16BigEndian(segment[1..]);
        width = BinaryPrimitives.ReadUInt16BigEndian(segment[3..]);
        return width is < FrameLimits.LeastSide or > FrameLimits.MostSide || height is < FrameLimits.LeastSide or > FrameLimits.MostSide
            || width * height > FrameLimits.MostPixels
            ? FrameRefusal.WrongSize
            : FrameRefusal.None;
    }

    /// <summary>Goes behind the next marker; filling bytes may stand before it.</summary>
    private static bool NextMarker(ReadOnlySpan<byte> bytes, ref int position, out byte marker)
    {
        marker = 0;
        if (position >= bytes.Length || bytes[position] != Mark)
        {
            return false;
        }

        while (position < bytes.Length && bytes[position] == Mark)
        {
            position++;
        }

        if (position == bytes.Length)
        {
            return false;
        }

        marker = bytes[position++];
        return marker != 0;
    }

    /// <summary>Goes to the marker behind a scan's data, where stuffed zeros and restart markers belong to the data.</summary>
    private static void SkipScan(ReadOnlySpan<byte> bytes, ref int position)
    {
        while (true)
        {
            var next = bytes[position..].IndexOf(Mark);
            if (next < 0 || position + next + 1 >= bytes.Length)
            {
                position = bytes.Length;
                return;
            }

            position += next;
            if (bytes[position + 1] is 0 or (>= 0xD0 and <= 0xD7))
            {
                position += 2;
            }
            else if (bytes[position + 1] == Mark)
            {
                position++;
            }
            else
            {
                return;
            }
        }
    }
}
