using System.Buffers.Binary;

namespace VirtualStage.Server.Performers.Video;

/// <summary>
/// Cuts an encoder's stream into access units. The stream is FLV, in which each unit's length stands before it: in a bare
/// stream of Annex B a unit's end is known only when the next one comes, which is a picture too late.
/// </summary>
internal sealed class FlvReader(Stream stream)
{
    /// <summary>A longer unit is none of a performer.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    private const int HeadBytes = 9;
    private const int TagHeadBytes = 11;
    private const int BackBytes = 4;
    private const int VideoTag = 9;

    private readonly byte[] _head = new byte[HeadBytes + BackBytes];
    private readonly AvcUnits _units = new();
    private bool _hasBegun;

    /// <summary>The next unit; null at the stream's end.</summary>
    /// <exception cref="InvalidDataException">It is no such stream, or one with units that are too long.</exception>
    /// <exception cref="EndOfStreamException">It ends within a unit.</exception>
    public async ValueTask<AccessUnit?> Next(CancellationToken cancel)
    {
        if (!_hasBegun)
        {
            await stream.ReadExactlyAsync(_head, cancel);
            Begin();
        }

        while (await stream.ReadAtLeastAsync(_head.AsMemory(0, TagHeadBytes), TagHeadBytes, throwOnEndOfStream: false, cancel) is var read and > 0)
        {
            if (read < TagHeadBytes)
            {
                throw new EndOfStreamException("the encoder's stream ends within a unit");
            }

            var (kind, length, timeMs) = TagHead();
            var content = new byte[length];
            await stream.ReadExactlyAsync(content, cancel);
            await stream.ReadExactlyAsync(_head.AsMemory(0, BackBytes), cancel);
            if (BinaryPrimitives.ReadInt32BigEndian(_head) != TagHeadBytes + length)
            {
                throw new InvalidDataException("the encoder's stream is out of step");
            }

            if (kind == VideoTag && _units.Take(content, timeMs) is { } unit)
            {
                return unit;
            }
        }

        return null;
    }

    private void Begin()
    {
        if (!_head.AsSpan().StartsWith("FLV"u8) || BinaryPrimitives.ReadInt32BigEndian(_head.AsSpan(5)) != HeadBytes)
        {
            throw new InvalidDataException("the encoder gives no FLV");
        }

        _hasBegun = true;
    }

    private (int Kind, int Length, long TimeMs) TagHead()
    {
        var length = (_head[1] << 16) | (_head[2] << 8) | _head[3];
        return length <= MostBytes
            ? (_head[0], length, ((long)_head[7] << 24) | ((long)_head[4] << 16) | ((long)_head[5] << 8) | _head[6])
            : throw new InvalidDataException($"the encoder gave a unit of {length} bytes");
    }
}
