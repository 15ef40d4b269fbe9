using System.Buffers;
using MessagePack;

namespace VirtualStage.Server.Performers;

/// <summary>What others are sent of a performer who appears as an avatar.</summary>
internal static class AvatarPictures
{
    private const int ColourAt = 4;
    private const int AlphaAt = 5;

    /// <summary>A PerformerPicture in MessagePack without anything that the camera saw: time, size, box and joints are left.</summary>
    public static ReadOnlySequence<byte> Of(in ReadOnlySequence<byte> picture)
    {
        var reader = new MessagePackReader(picture);
        var buffer = new ArrayBufferWriter<byte>(96);
        var writer = new MessagePackWriter(buffer);
        var members = reader.ReadArrayHeader();
        writer.WriteArrayHeader(members);
        for (var i = 0; i < members; i++)
        {
            var member = reader.ReadRaw();
            if (i is ColourAt or AlphaAt)
            {
                writer.Write(ReadOnlySpan<byte>.Empty);
            }
            else
            {
                writer.WriteRaw(member);
            }
        }

        writer.Flush();
        return new ReadOnlySequence<byte>(buffer.WrittenMemory);
    }
}
