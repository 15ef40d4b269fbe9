using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using VirtualStage.Contracts.Performers;

namespace VirtualStage.Server.Performers.Cameras;

/// <summary>Cuts a stream of JPEGs, one after the other, into pictures.</summary>
internal static class JpegStream
{
    /// <exception cref="InvalidDataException">It holds something else than JPEGs, or one that is larger than the theatre takes.</exception>
    public static async IAsyncEnumerable<byte[]> Read(PipeReader stream, [EnumeratorCancellation] CancellationToken cancel)
    {
        while (true)
        {
            var read = await stream.ReadAsync(cancel);
            var buffer = read.Buffer;
            while (TryCut(ref buffer, out var jpeg))
            {
                yield return jpeg;
            }

            if (buffer.Length > CameraFrame.MaxBytes)
            {
                throw new InvalidDataException("a picture of the camera is larger than the theatre takes");
            }

            stream.AdvanceTo(buffer.Start, buffer.End);
            if (read.IsCompleted)
            {
                yield break;
            }
        }
    }

    /// <summary>The bytes FF D9 end a picture: within one, an FF is followed by 00 or by a mark of restart.</summary>
    private static bool TryCut(ref ReadOnlySequence<byte> buffer, out byte[] jpeg)
    {
        var reader = new SequenceReader<byte>(buffer);
        jpeg = [];
        if (buffer.Length < 4)
        {
            return false;
        }

        if (!reader.IsNext([0xff, 0xd8], advancePast: true))
        {
            throw new InvalidDataException("the camera sends what is no JPEG");
        }

        if (!reader.TryReadTo(out ReadOnlySequence<byte> _, [0xff, 0xd9]))
        {
            return false;
        }

        jpeg = buffer.Slice(0, reader.Position).ToArray();
        buffer = buffer.Slice(reader.Position);
        return true;
    }
}
