using VirtualStage.Recordings;
using VirtualStage.Recordings.Blocks;
using VirtualStage.Server.Watching;

namespace VirtualStage.Server.Recordings;

/// <summary>
/// A recording's file on a disk that may be full, slow or gone: a failed write is told and tried again a while later, and what
/// could not be written meanwhile is marked in the recording. One thread.
/// </summary>
/// <param name="open">Opens the file to be gone on with.</param>
/// <param name="freeBytes">How much room there is on its disk.</param>
/// <param name="reserve">How much of that is left free.</param>
internal sealed class RecordingDisk(Func<Stream> open, Func<long> freeBytes, long reserve, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan _retryAfter = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _lookEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _syncEvery = TimeSpan.FromSeconds(5);

    private Stream? _stream;
    private RecordingFile? _file;
    private long _failedAt;
    private long _lookedAt;
    private long _syncedAt;
    private (long FromMs, long UntilMs)? _missing;
    private string _missingWords = "";

    /// <summary>Why nothing is written now; null while it is.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Writes a block, or notes that it is missing.</summary>
    public void Write(EncodedBlock block)
    {
        if (Trouble is not null && time.GetElapsedTime(_failedAt) < _retryAfter)
        {
            Miss(block.Header.FromMs, block.Header.UntilMs, _missingWords);
            return;
        }

        try
        {
            Look();
            _file ??= OpenFile();
            if (_missing is { } gap)
            {
                _file.Append(Gaps.Of(gap.FromMs, gap.UntilMs, _missingWords));
                _missing = null;
            }

            _file.Append(block);
            TheatreMeter.RecordedBytes.Add(block.Bytes.Length);
            Trouble = null;
            Sync();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Fail(e.Message);
            Miss(block.Header.FromMs, block.Header.UntilMs, "the recording could not be written");
        }
    }

    /// <summary>Notes that something is missing, to be marked with the next block that can be written.</summary>
    public void Miss(long fromMs, long untilMs, string reason)
    {
        TheatreMeter.RecordingLosses.Add(1);
        _missingWords = reason;
        _missing = _missing is { } gap ? (Math.Min(gap.FromMs, fromMs), Math.Max(gap.UntilMs, untilMs)) : (fromMs, untilMs);
    }

    /// <summary>Ends the recording, or this piece of it, with an index; without room it stays without one, and is read all the same.</summary>
    public void Close()
    {
        try
        {
            if (_missing is { } gap)
            {
                _file?.Append(Gaps.Of(gap.FromMs, gap.UntilMs, _missingWords));
            }

            _file?.Close();
            (_stream as FileStream)?.Flush(flushToDisk: true);
        }
        catch (IOException e)
        {
            Fail(e.Message);
        }
    }

    public void Dispose() => _stream?.Dispose();

    private RecordingFile OpenFile()
    {
        var stream = open();
        try
        {
            var file = RecordingFile.Open(stream);
            _stream = stream;
            return file;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private void Look()
    {
        if (_lookedAt != 0 && Trouble is null && time.GetElapsedTime(_lookedAt) < _lookEvery)
        {
            return;
        }

        _lookedAt = time.GetTimestamp();
        if (freeBytes() is var free && free < reserve)
        {
            throw new IOException($"the disk has {free >> 20} MB left, and recordings leave {reserve >> 20} MB free for the show");
        }
    }

    /// <summary>A crash of the program loses nothing that was written; one of the machine, what was not yet on the disk.</summary>
    private void Sync()
    {
        if (time.GetElapsedTime(_syncedAt) >= _syncEvery)
        {
            _syncedAt = time.GetTimestamp();
            (_stream as FileStream)?.Flush(flushToDisk: true);
        }
    }

    private void Fail(string reason)
    {
        (Trouble, _failedAt) = (reason, time.GetTimestamp());
    }
}
