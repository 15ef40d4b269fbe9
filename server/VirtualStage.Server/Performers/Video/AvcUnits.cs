using System.Buffers.Binary;

namespace VirtualStage.Server.Performers.Video;

/// <summary>
/// Makes units of Annex B from the video tags of FLV: there the parameter sets come first and once, and each NAL unit's
/// length stands before it, where Annex B has a start code of as many bytes.
/// </summary>
internal sealed class AvcUnits
{
    private const int HeadBytes = 5;
    private const int Avc = 7;
    private const int KeyFrame = 1;
    private const int CodeBytes = 4;
    private const byte SetOfParameters = 0;
    private const byte Pictures = 1;

    private static ReadOnlySpan<byte> StartCode => [0, 0, 0, 1];

    private byte[] _parameters = [];

    /// <summary>Takes a video tag's content, which it changes; null for one that holds no picture.</summary>
    /// <exception cref="InvalidDataException">It is no AVC, or its lengths are wrong.</exception>
    public AccessUnit? Take(byte[] content, long timeMs)
    {
        if (content.Length < HeadBytes || (content[0] & 15) != Avc)
        {
            throw new InvalidDataException("the encoder gives no AVC");
        }

        switch (content[1])
        {
            case SetOfParameters:
                _parameters = Parameters(content.AsSpan(HeadBytes));
                return null;
            case Pictures:
                MarkStarts(content.AsSpan(HeadBytes));
                var isKey = content[0] >> 4 == KeyFrame;
                if (isKey && _parameters.Length == 0)
                {
                    throw new InvalidDataException("the encoder gave a keyframe before its parameter sets");
                }

                return new AccessUnit(timeMs, isKey, isKey ? [.. _parameters, .. content.AsSpan(HeadBytes)] : content[HeadBytes..]);
            default:
                return null;
        }
    }

    private static void MarkStarts(Span<byte> units)
    {
        if (units.IsEmpty)
        {
            throw Wrong();
        }

        while (!units.IsEmpty)
        {
            var length = units.Length > CodeBytes ? BinaryPrimitives.ReadInt32BigEndian(units) : 0;
            if (length < 1 || length > units.Length - CodeBytes)
            {
                throw Wrong();
            }

            StartCode.CopyTo(units);
            units = units[(CodeBytes + length)..];
        }
    }

    /// <summary>Of a decoder configuration record: sequence parameter sets behind 5 bytes and their number, picture parameter sets behind theirs.</summary>
    private static byte[] Parameters(ReadOnlySpan<byte> record)
    {
        if (record.Length < 6 || (record[4] & 3) != CodeBytes - 1)
        {
            throw Wrong();
        }

        var sets = new List<byte>();
        var rest = Sets(record[6..], record[5] & 31, sets);
        if (rest.IsEmpty)
        {
            throw Wrong();
        }

        Sets(rest[1..], rest[0], sets);
        return [.. sets];
    }

    private static ReadOnlySpan<byte> Sets(ReadOnlySpan<byte> from, int count, List<byte> into)
    {
        if (count == 0)
        {
            throw Wrong();
        }

        for (; count > 0; count--)
        {
            var length = from.Length < 2 ? 0 : BinaryPrimitives.ReadUInt16BigEndian(from);
            if (length == 0 || from.Length < 2 + length)
            {
                throw Wrong();
            }

            into.AddRange(StartCode);
            into.AddRange(from.Slice(2, length));
            from = from[(2 + length)..];
        }

        return from;
    }

    private static InvalidDataException Wrong() => new("the encoder's lengths are wrong");
}
