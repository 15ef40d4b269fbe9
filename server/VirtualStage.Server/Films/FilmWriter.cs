using System.Runtime.InteropServices;

namespace VirtualStage.Server.Films;

/// <summary>
/// Pictures with their sound as one stream for an encoder: each picture (a JPEG) in a cluster with the samples that are heard
/// with it. So both are in step, and an encoder that reads them from one pipe never waits for the one while the other is full.
/// One thread.
/// </summary>
internal sealed class FilmWriter(Stream into, FilmFormat format)
{
    /// <summary>Times are counted in tenths of a millisecond.</summary>
    private const ulong TickNanoseconds = 100_000;

    private readonly byte[] _head = new byte[Matroska.ClusterHeadBytes + Matroska.BlockHeadBytes];
    private readonly byte[] _soundHead = new byte[Matroska.BlockHeadBytes];

    /// <summary>Writes the stream's head.</summary>
    public ValueTask Begin(CancellationToken cancel) => into.WriteAsync(
        Matroska.Head(TickNanoseconds, Matroska.Video(1, "V_MJPEG"u8, format.Width, format.Height), Matroska.Sound(2, FilmFormat.SamplesInASecond)), cancel);

    /// <summary>Writes a picture.</summary>
    /// <param name="number">Counts pictures from 0; numbers that are left out are a picture that stays longer, without sound.</param>
    /// <param name="jpeg">The picture.</param>
    /// <param name="sound">What is heard with it: from <see cref="FilmFormat.SampleOf"/> of this to that of the next.</param>
    /// <exception cref="IOException">Nobody reads any more.</exception>
    public async ValueTask Write(long number, ReadOnlyMemory<byte> jpeg, ReadOnlyMemory<short> sound, CancellationToken cancel)
    {
        var soundBytes = sound.Length * sizeof(short);
        Matroska.WriteClusterHead(_head, (2 * Matroska.BlockHeadBytes) + jpeg.Length + soundBytes, (long)Math.Round(format.TimeOf(number) * 10));
        Matroska.WriteBlockHead(_head.AsSpan(Matroska.ClusterHeadBytes), track: 1, jpeg.Length);
        Matroska.WriteBlockHead(_soundHead, track: 2, soundBytes);
        await into.WriteAsync(_head, cancel);
        await into.WriteAsync(jpeg, cancel);
        await into.WriteAsync(_soundHead, cancel);
        await into.WriteAsync(Bytes(sound), cancel);
        await into.FlushAsync(cancel);
    }

    private byte[] _bytes = [];

    private ReadOnlyMemory<byte> Bytes(ReadOnlyMemory<short> sound)
    {
        var length = sound.Length * sizeof(short);
        if (_bytes.Length < length)
        {
            _bytes = new byte[length];
        }

        MemoryMarshal.AsBytes(sound.Span).CopyTo(_bytes);
        return _bytes.AsMemory(0, length);
    }
}
