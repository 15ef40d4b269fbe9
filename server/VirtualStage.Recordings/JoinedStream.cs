using VirtualStage.Recordings.Blocks;

namespace VirtualStage.Recordings;

/// <summary>
/// Several files of one recording, read as one: each is as long as it was when they were joined, and the starts of all but the
/// first are left out. Read alone.
/// </summary>
public sealed class JoinedStream : Stream
{
    private readonly (Stream File, long From, long At)[] _parts;
    private readonly long _length;

    private JoinedStream(IReadOnlyList<Stream> parts)
    {
        _parts = new (Stream, long, long)[parts.Count];
        for (var i = 0; i < parts.Count; i++)
        {
            var from = i == 0 ? 0 : FileStart.Size;
            _parts[i] = (parts[i], from, _length);
            _length += parts[i].Length - from;
        }
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => _length;

    public override long Position { get; set; }

    /// <summary>Joins the files of a recording, in the order in which they were begun; owns them from then on. A single one stays as it is.</summary>
    /// <param name="parts">At least one, read and sought. What is no recording, or was only just begun, is left out where there is another.</param>
    public static Stream Of(IReadOnlyList<Stream> parts)
    {
        var whole = parts.Where(IsRecording).ToList();
        foreach (var other in parts.Except(whole.Count > 0 ? whole : parts.Take(1)))
        {
            other.Dispose();
        }

        return whole.Count switch
        {
            0 => parts[0],
            1 => whole[0],
            _ => new JoinedStream(whole),
        };
    }

    /// <summary>Where the part ends that has a place: no block goes on from one to the next.</summary>
    internal long EndOfPartAt(long position)
    {
        foreach (var (_, _, at) in _parts)
        {
            if (at > position)
            {
                return at;
            }
        }

        return _length;
    }

    public override int Read(Span<byte> buffer)
    {
        for (var i = 0; i < _parts.Length; i++)
        {
            var (file, from, at) = _parts[i];
            var left = (i + 1 < _parts.Length ? _parts[i + 1].At : _length) - Position;
            if (left > 0)
            {
                file.Position = from + Position - at;
                var read = file.Read(buffer[..(int)Math.Min(buffer.Length, left)]);
                Position += read;
                return read;
            }
        }

        return 0;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Current => Position,
        SeekOrigin.End => _length,
        _ => 0,
    };

    public override void Flush()
    {
        // Nothing is written.
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        foreach (var (file, _, _) in disposing ? _parts : [])
        {
            file.Dispose();
        }

        base.Dispose(disposing);
    }

    private static bool IsRecording(Stream file)
    {
        Span<byte> start = stackalloc byte[FileStart.Size];
        file.Position = 0;
        return FileStart.Refuse(start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)]) is null;
    }
}
