using System.Diagnostics;
using VirtualStage.Server.Journal;

namespace VirtualStage.Load.Go;

/// <summary>
/// The disk that the journal lies on, measured by itself: what the events of a GO cost in a journal of its own beside the
/// theatre's, and the bare flush of as many bytes.
/// </summary>
internal sealed class JournalDisk : IDisposable
{
    private const string Stream = "performance/beside";

    /// <summary>SQLite's log takes a page with its header for each page that a commit changes; the events of a GO change two.</summary>
    private const int CommitBytes = 2 * (4096 + 24);

    private readonly SqliteDatabase _database;
    private readonly DatabaseJournal _journal;
    private readonly FileStream _file;
    private readonly byte[] _bytes = new byte[CommitBytes];
    private int _version;

    public JournalDisk(string data)
    {
        var folder = Directory.CreateDirectory(Path.Combine(data, "beside")).FullName;
        _database = SqliteDatabase.Open(Path.Combine(folder, "virtualstage.db"));
        _journal = new DatabaseJournal(_database, TimeProvider.System);
        _file = new FileStream(Path.Combine(folder, "bare"), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        Random.Shared.NextBytes(_bytes);
    }

    /// <summary>Milliseconds until the events of a GO are on disk.</summary>
    public double Append(string cue)
    {
        var id = Guid.NewGuid().ToString();
        NewEntry[] events =
        [
            new("cue-called.1", $$"""{"cue":"{{cue}}","origin":"go"}""", id, "p-caller", 100000, 100000),
            new("cue-started.1", $$"""{"cue":"{{cue}}","startMs":100050}""", id, "p-caller", 100000, 100000),
        ];
        var since = Stopwatch.GetTimestamp();
        _journal.Append(Stream, _version, events);
        _version += events.Length;
        return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
    }

    /// <summary>Milliseconds until as many bytes are on disk, without a database.</summary>
    public double Flush()
    {
        var since = Stopwatch.GetTimestamp();
        _file.Write(_bytes);
        _file.Flush(flushToDisk: true);
        return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
    }

    public void Dispose()
    {
        _database.Dispose();
        _file.Dispose();
    }
}
