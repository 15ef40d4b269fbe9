using System.Buffers;
using System.Buffers.Binary;

namespace VirtualStage.Server.Performers.Worker;

/// <summary>
/// How the theatre and its matting process speak through pipes: length of the message (4 bytes, little-endian), the
/// performer's number (4 bytes; from 1), the message in MessagePack. To the process go IPerformerMessages, as the performer sent
/// them, and an empty one when the performer is gone; from it come IPerformerReplies, as the performer is
/// sent them, and once an empty one to nobody, when it is ready.
/// </summary>
internal static class PipeFrames
{
    /// <summary>A longer message ends the process: the pipe is out of step.</summary>
    public const int MostBytes = 8 * 1024 * 1024;

    private const int HeaderBytes = 8;

    /// <summary>Writes one message. One caller at a time.</summary>
    public static async ValueTask Write(Stream pipe, int performer, ReadOnlyMemory<byte> message, CancellationToken cancel = default)
    {
        var header = ArrayPool<byte>.Shared.Rent(HeaderBytes);
        BinaryPrimitives.WriteInt32LittleEndian(header, message.Length);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(4), performer);
        await pipe.WriteAsync(header.AsMemory(0, HeaderBytes), cancel);
        await pipe.WriteAsync(message, cancel);
        await pipe.FlushAsync(cancel);
        ArrayPool<byte>.Shared.Return(header);
    }

    /// <summary>Reads one message; null at the pipe's end. Its bytes are the caller's, to give back.</summary>
    /// <exception cref="InvalidDataException">The pipe is out of step.</exception>
    /// <exception cref="EndOfStreamException">The pipe ended within a message.</exception>
    public static async ValueTask<PipeMessage?> Read(Stream pipe, CancellationToken cancel = default)
    {
        var header = new byte[HeaderBytes];
        if (await pipe.ReadAtLeastAsync(header, HeaderBytes, throwOnEndOfStream: false, cancel) < HeaderBytes)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(header);
        if (length is < 0 or > MostBytes)
        {
            throw new InvalidDataException($"a message of {length} bytes came through the pipe of the matting");
        }

        var room = ArrayPool<byte>.Shared.Rent(Math.Max(1, length));
        await pipe.ReadExactlyAsync(room.AsMemory(0, length), cancel);
        return new PipeMessage(BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(4)), room, length);
    }
}

/// <summary>A message with its bytes in rented room.</summary>
internal readonly record struct PipeMessage(int Performer, byte[] Room, int Length)
{
    public ReadOnlyMemory<byte> Bytes => Room.AsMemory(0, Length);

    /// <summary>A copy of a message.</summary>
    public static PipeMessage Of(int performer, ReadOnlySpan<byte> message)
    {
        var room = ArrayPool<byte>.Shared.Rent(message.Length);
        message.CopyTo(room);
        return new PipeMessage(performer, room, message.Length);
    }

    public void GiveBack() => ArrayPool<byte>.Shared.Return(Room);
}
