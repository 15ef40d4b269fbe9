using VirtualStage.Recordings.Blocks;
using VirtualStage.Recordings.Indexing;

namespace VirtualStage.Recordings;

/// <summary>
/// A file that is recorded to. Blocks are written behind one another; what was written is not touched again, but for a block
/// that was cut off in its middle. One thread.
/// </summary>
public sealed class RecordingFile
{
    private readonly Stream _file;
    private readonly IndexBuilder _index = new();

    /// <summary>Where the next block goes: what is behind it is not a recording's.</summary>
    private long _end;

    private RecordingFile(Stream file) => _file = file;

    /// <summary>How long the file is, in bytes.</summary>
    public long Length => _end;

    /// <summary>Begins a file that is empty, or goes on with one; a block that a crash cut off at its end is dropped.</summary>
    /// <param name="file">Read, written and sought.</param>
    /// <exception cref="InvalidDataException">The file is none of a recording.</exception>
    public static RecordingFile Open(Stream file)
    {
        var recording = new RecordingFile(file);
        if (file.Length < FileStart.Size)
        {
            recording.Begin();
            return recording;
        }

        Span<byte> start = stackalloc byte[FileStart.Size];
        file.Position = 0;
        file.ReadExactly(start);
        if (FileStart.Refuse(start) is { } reason)
        {
            throw new InvalidDataException(reason);
        }

        recording.GoOn();
        return recording;
    }

    /// <summary>Writes a block behind the others. When it fails, what it wrote of it is taken back as far as the disk lets it.</summary>
    /// <exception cref="IOException">It cannot be written: the disk is full, or gone.</exception>
    public void Append(EncodedBlock block)
    {
        Write(block);
        _index.Take(
            new BlockRef(_end - block.Bytes.Length, block.Header),
            IndexBuilder.Reads(block.Header.Kind) ? BlockContent.Unpack(block.Header, block.Bytes[BlockHeader.Size..]) ?? [] : []);
    }

    /// <summary>Ends the recording, or this piece of it, with an index.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Close()
    {
        var index = _index.Build(isClosed: true);
        var offset = _end;
        if (IndexBlock.Write(index) is { } block)
        {
            Write(block);
            Write(IndexBlock.WriteEnd(index, offset));
        }
    }

    private void Write(EncodedBlock block)
    {
        try
        {
            _file.Position = _end;
            _file.Write(block.Bytes.Span);
            _file.Flush();
            _end += block.Bytes.Length;
        }
        catch (IOException)
        {
            TakeBack();
            throw;
        }
    }

    private void TakeBack()
    {
        try
        {
            _file.SetLength(_end);
        }
        catch (IOException)
        {
            // The half block is passed over by readers, and overwritten by the next one that can be written.
        }
    }

    private void Begin()
    {
        Span<byte> start = stackalloc byte[FileStart.Size];
        FileStart.Write(start);
        _file.SetLength(0);
        _file.Position = 0;
        _file.Write(start);
        _file.Flush();
        _end = FileStart.Size;
    }

    private void GoOn()
    {
        var scan = new BlockScan(_file);
        _end = FileStart.Size;
        foreach (var part in scan.From(FileStart.Size))
        {
            if (part.Block is { } block)
            {
                _index.Take(block, IndexBuilder.Reads(block.Header.Kind) ? scan.ContentOf(block) ?? [] : []);
                _end = block.End;
            }
        }

        if (_end < _file.Length)
        {
            _file.SetLength(_end);
        }
    }
}
