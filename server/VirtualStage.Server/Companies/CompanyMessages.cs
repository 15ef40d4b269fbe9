using Dapper;
using Microsoft.Data.Sqlite;
using VirtualStage.Contracts.Company;
using VirtualStage.Server.Journal;

namespace VirtualStage.Server.Companies;

/// <summary>
/// What was said within the company, the newest of each performance. Apart from the journal: it is people's own, and can be
/// erased.
/// </summary>
public sealed class CompanyMessages : IDisposable
{
    /// <summary>More than this are not kept of a performance.</summary>
    public const int Kept = 500;

    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;

    public CompanyMessages(string path) => _connection = Database.Open(path, "NORMAL", """
        CREATE TABLE IF NOT EXISTS message (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            performance TEXT NOT NULL,
            at_ms INTEGER NOT NULL,
            sender TEXT,
            to_kind INTEGER NOT NULL,
            target TEXT NOT NULL,
            kind INTEGER NOT NULL,
            text TEXT NOT NULL,
            command_id TEXT NOT NULL,
            UNIQUE (performance, command_id)
        );
        """);

    /// <summary>Keeps a message; null when it was kept before, under the same command's id.</summary>
    public SaidMessage? Add(string performance, SaidMessage message, string commandId)
    {
        lock (_gate)
        {
            using var transaction = _connection.BeginTransaction(deferred: false);
            // An id is never given twice, also when the newest message was erased: pages ask for what came after one.
            var number = _connection.QuerySingleOrDefault<long?>(
                """
                INSERT OR IGNORE INTO message (performance, at_ms, sender, to_kind, target, kind, text, command_id)
                VALUES (@performance, @AtMs, @Sender, @ToKind, @Target, @Kind, @Text, @commandId) RETURNING number
                """,
                new { performance, message.AtMs, message.Sender, message.ToKind, message.Target, message.Kind, message.Text, commandId },
                transaction);
            _connection.Execute(
                """
                DELETE FROM message WHERE performance = @performance AND number NOT IN
                    (SELECT number FROM message WHERE performance = @performance ORDER BY number DESC LIMIT @Kept)
                """,
                new { performance, Kept },
                transaction);
            transaction.Commit();
            return number is { } kept ? message with { Number = kept } : null;
        }
    }

    /// <summary>Everything of a performance after a number, in order.</summary>
    public IReadOnlyList<SaidMessage> After(string performance, long number)
    {
        lock (_gate)
        {
            return [.. _connection.Query<Row>(
                """
                SELECT number, at_ms AS atMs, sender, to_kind AS toKind, target, kind, text
                FROM message WHERE performance = @performance AND number > @number ORDER BY number
                """,
                new { performance, number }).Select(row => row.ToMessage())];
        }
    }

    /// <summary>Forgets what a person said, and what was said to them alone.</summary>
    public void Erase(string person)
    {
        lock (_gate)
        {
            _connection.Execute("DELETE FROM message WHERE sender = @person OR (to_kind = 0 AND target = @person)", new { person });
        }
    }

    public void Dispose() => _connection.Dispose();

    private sealed record Row(long Number, long AtMs, string? Sender, long ToKind, string Target, long Kind, string Text)
    {
        public SaidMessage ToMessage() => new(Number, AtMs, Sender, (AddressKind)ToKind, Target, (MessageKind)Kind, Text);
    }
}

/// <summary>Something that was said.</summary>
/// <param name="Number">0 until it is kept.</param>
/// <param name="Sender">Null for the theatre itself.</param>
public sealed record SaidMessage(
    long Number, long AtMs, string? Sender, AddressKind ToKind, string Target, MessageKind Kind, string Text);
