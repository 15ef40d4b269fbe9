using Dapper;
using Microsoft.Data.Sqlite;

namespace VirtualStage.Server.Journal;

/// <summary>The journal in one SQLite file of the data folder.</summary>
public sealed class SqliteJournal : IJournal, IDisposable
{
    private readonly Lock _gate = new();
    private readonly Lock _reading = new();
    private readonly SqliteConnection _connection;
    private readonly SqliteConnection _checkpoints;
    // A long stream that is read must not hold up what is written.
    private readonly SqliteConnection _reader;
    private readonly Ballast? _ballast;
    private readonly TimeProvider _time;

    /// <summary>Opens the file, and makes it when it is not there.</summary>
    /// <exception cref="InvalidDataException">The file is no database, or cannot be opened or written.</exception>
    public SqliteJournal(string path, TimeProvider time)
    {
        _time = time;
        _ballast = new Ballast(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, "ballast"));
        // An append is on disk when it returns. A checkpoint a second is not worth a disk flush.
        _connection = Database.Open(path, "FULL", """
            CREATE TABLE IF NOT EXISTS journal (
                stream TEXT NOT NULL,
                version INTEGER NOT NULL,
                at TEXT NOT NULL,
                name TEXT NOT NULL,
                data TEXT NOT NULL,
                command_id TEXT,
                person TEXT,
                time_ms INTEGER NOT NULL,
                show_ms INTEGER NOT NULL,
                PRIMARY KEY (stream, version)
            );
            CREATE TABLE IF NOT EXISTS checkpoint (
                stream TEXT PRIMARY KEY,
                time_ms INTEGER NOT NULL,
                data TEXT NOT NULL
            );
            """);
        _checkpoints = Database.Open(path, "NORMAL");
        _reader = Database.OpenToRead(path);
    }

    private SqliteJournal(SqliteConnection reader)
    {
        _time = TimeProvider.System;
        _connection = _checkpoints = _reader = reader;
    }

    /// <summary>Opens a journal that is there, to be read alone, also while a server writes it. Writing is refused.</summary>
    /// <exception cref="InvalidDataException">The file is not there, or is no database of this program.</exception>
    public static SqliteJournal OpenToRead(string path) => new(Database.OpenToRead(path));

    public IReadOnlyList<JournalEntry> Read(string stream, int afterVersion = 0)
    {
        lock (_reading)
        {
            return [.. _reader.Query<Row>(
                """
                SELECT version, at, name, data, command_id AS commandId, person, time_ms AS timeMs, show_ms AS showMs
                FROM journal WHERE stream = @stream AND version > @afterVersion ORDER BY version
                """,
                new { stream, afterVersion }).Select(row => row.ToEntry())];
        }
    }

    public void Append(string stream, int expectedVersion, IReadOnlyList<NewEntry> entries)
    {
        lock (_gate)
        {
            Write(() => AppendOnce(stream, expectedVersion, entries));
        }
    }

    public IReadOnlyList<string> Streams(string prefix)
    {
        lock (_reading)
        {
            return [.. _reader.Query<string>(
                """
                SELECT stream FROM journal WHERE version = 1 AND substr(stream, 1, length(@prefix)) = @prefix
                ORDER BY at DESC, rowid DESC
                """,
                new { prefix })];
        }
    }

    public Checkpoint? ReadCheckpoint(string stream)
    {
        lock (_gate)
        {
            var row = _checkpoints.QuerySingleOrDefault<(long TimeMs, string Data)?>(
                "SELECT time_ms, data FROM checkpoint WHERE stream = @stream", new { stream });
            return row is var (timeMs, data) ? new Checkpoint(timeMs, data) : null;
        }
    }

    public void WriteCheckpoint(string stream, Checkpoint checkpoint)
    {
        lock (_gate)
        {
            Write(() => _checkpoints.Execute(
                "INSERT OR REPLACE INTO checkpoint (stream, time_ms, data) VALUES (@stream, @TimeMs, @Data)",
                new { stream, checkpoint.TimeMs, checkpoint.Data }));
        }
    }

    public void Dispose()
    {
        // Who closes last clears the log away, and the reader may not.
        _reader.Dispose();
        _connection.Dispose();
        _checkpoints.Dispose();
    }

    private void AppendOnce(string stream, int expectedVersion, IReadOnlyList<NewEntry> entries)
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        var version = _connection.ExecuteScalar<int>(
            "SELECT coalesce(max(version), 0) FROM journal WHERE stream = @stream", new { stream }, transaction);
        if (version != expectedVersion)
        {
            throw new JournalConflictException(stream, expectedVersion);
        }

        var at = _time.GetUtcNow().ToString("O");
        foreach (var entry in entries)
        {
            version++;
            _connection.Execute(
                """
                INSERT INTO journal (stream, version, at, name, data, command_id, person, time_ms, show_ms)
                VALUES (@stream, @version, @at, @Name, @Data, @CommandId, @Person, @TimeMs, @ShowMs)
                """,
                new { stream, version, at, entry.Name, entry.Data, entry.CommandId, entry.Person, entry.TimeMs, entry.ShowMs },
                transaction);
        }

        transaction.Commit();
    }

    private void Write(Action write)
    {
        try
        {
            try
            {
                write();
            }
            catch (SqliteException e) when (e.SqliteErrorCode == Database.Full && _ballast?.Drop() == true)
            {
                write();
            }
        }
        catch (SqliteException e)
        {
            throw new JournalUnavailableException($"the journal cannot be written: {Database.Words(e)}", e);
        }
    }

    private sealed record Row(
        long Version, string At, string Name, string Data, string? CommandId, string? Person, long TimeMs, long ShowMs)
    {
        public JournalEntry ToEntry() => new(
            (int)Version, DateTimeOffset.Parse(At), new NewEntry(Name, Data, CommandId, Person, TimeMs, ShowMs));
    }
}
