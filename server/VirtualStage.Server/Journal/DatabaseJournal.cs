using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Text;
using Dapper;

namespace VirtualStage.Server.Journal;

/// <summary>The journal in the theatre's database.</summary>
public sealed class DatabaseJournal(TheatreDatabase database, TimeProvider time) : IJournal
{
    private const string What = "the journal";

    /// <summary>Entries of one statement: SQLite takes 32,766 values.</summary>
    private const int Most = 1000;

    public IReadOnlyList<JournalEntry> Read(string stream, int afterVersion = 0) => database.Read(What, connection => connection.Query<Row>(
        """
        SELECT version, at, name, data, command_id AS commandId, person, time_ms AS timeMs, show_ms AS showMs
        FROM journal WHERE stream = @stream AND version > @afterVersion ORDER BY version
        """,
        new { stream, afterVersion }).Select(row => row.ToEntry()).ToList());

    public void Append(string stream, int expectedVersion, IReadOnlyList<NewEntry> entries)
    {
        // Known again when the connection is lost before it is answered: the same append is then made again, and either it
        // finds itself, or it is written now, or somebody else was faster. Never twice, for the version would not fit.
        var id = Guid.NewGuid().ToString("N");
        var at = time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        if (entries.Count > 0 && !TryAppend(stream, expectedVersion, entries, id, at) && !IsWritten(stream, expectedVersion + 1, id))
        {
            throw new JournalConflictException(stream, expectedVersion);
        }
    }

    public IReadOnlyList<string> Streams(string prefix) => database.Read(What, connection => connection.Query<string>(
        """
        SELECT stream FROM journal WHERE version = 1 AND substr(stream, 1, length(@prefix)) = @prefix
        ORDER BY at DESC, rowid DESC
        """,
        new { prefix }).AsList());

    public Checkpoint? ReadCheckpoint(string stream) => database.Read("the checkpoint", connection =>
        connection.QuerySingleOrDefault<(long TimeMs, string Data)?>("SELECT time_ms, data FROM checkpoint WHERE stream = @stream", new { stream })
            is var (timeMs, data) ? new Checkpoint(timeMs, data) : null);

    public void WriteCheckpoint(string stream, Checkpoint checkpoint) => database.Write(
        "the checkpoint",
        connection => connection.Execute(
            """
            INSERT INTO checkpoint (stream, time_ms, data) VALUES (@stream, @TimeMs, @Data)
            ON CONFLICT (stream) DO UPDATE SET time_ms = excluded.time_ms, data = excluded.data
            """,
            new { stream, checkpoint.TimeMs, checkpoint.Data }),
        Keeping.LightShow);

    /// <returns>False when the stream is at another version.</returns>
    private bool TryAppend(string stream, int expectedVersion, IReadOnlyList<NewEntry> entries, string id, string at)
    {
        try
        {
            // One statement is answered after one journey to the database, and leaves nothing open should this process freeze.
            return entries.Count <= Most
                ? database.Write(What, connection => Insert(connection, stream, expectedVersion, entries, id, at), Keeping.Show)
                : database.Transact(
                    What,
                    connection => entries.Chunk(Most)
                        .Select((chunk, i) => Insert(connection, stream, expectedVersion + (i * Most), chunk, id, at))
                        .All(isWritten => isWritten),
                    Keeping.Show);
        }
        catch (AlreadyThereException)
        {
            return false;
        }
    }

    private bool IsWritten(string stream, int version, string id) => database.Read(What, connection => connection.ExecuteScalar<string?>(
        "SELECT append_id FROM journal WHERE stream = @stream AND version = @version", new { stream, version })) == id;

    private static bool Insert(DbConnection connection, string stream, int expectedVersion, IReadOnlyList<NewEntry> entries, string id, string at)
    {
        var values = new StringBuilder();
        var parameters = new DynamicParameters();
        parameters.Add("stream", stream, DbType.String);
        parameters.Add("expected", (long)expectedVersion, DbType.Int64);
        parameters.Add("at", at, DbType.String);
        parameters.Add("id", id, DbType.String);
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            values.Append(i == 0 ? "" : ", ")
                .Append(CultureInfo.InvariantCulture, $"(@stream, @expected + {i + 1}, @at, @name{i}, @data{i}, @command{i}, @person{i}, @time{i}, @show{i}, @id)");
            parameters.Add($"name{i}", entry.Name, DbType.String);
            parameters.Add($"data{i}", entry.Data, DbType.String);
            parameters.Add($"command{i}", entry.CommandId, DbType.String);
            parameters.Add($"person{i}", entry.Person, DbType.String);
            parameters.Add($"time{i}", entry.TimeMs, DbType.Int64);
            parameters.Add($"show{i}", entry.ShowMs, DbType.Int64);
        }

        return connection.Execute(
            $"""
            INSERT INTO journal (stream, version, at, name, data, command_id, person, time_ms, show_ms, append_id)
            SELECT * FROM (VALUES {values}) AS entry
            WHERE (SELECT coalesce(max(version), 0) FROM journal WHERE stream = @stream) = @expected
            """,
            parameters) == entries.Count;
    }

    private sealed record Row(
        long Version, string At, string Name, string Data, string? CommandId, string? Person, long TimeMs, long ShowMs)
    {
        public JournalEntry ToEntry() => new(
            (int)Version, DateTimeOffset.Parse(At, CultureInfo.InvariantCulture), new NewEntry(Name, Data, CommandId, Person, TimeMs, ShowMs));
    }
}
