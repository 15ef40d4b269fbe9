using Dapper;
using VirtualStage.Contracts.Company;
using VirtualStage.Server.Journal;

namespace VirtualStage.Server.Companies;

/// <summary>
/// What was said within the company, the newest of each performance. Apart from the journal: it is people's own, and can be
/// erased.
/// </summary>
public sealed class CompanyMessages(TheatreDatabase database)
{
    /// <summary>More than this are not kept of a performance.</summary>
    public const int Kept = 500;

    private const string What = "the messages";

    /// <summary>Keeps a message; null when it was kept before, under the same command's id.</summary>
    /// <exception cref="JournalUnavailableException">It cannot be written now.</exception>
    public SaidMessage? Add(string performance, SaidMessage message, string commandId) => database.Transact(
        What,
        connection =>
        {
            // An id is never given twice, also when the newest message was erased: pages ask for what came after one.
            var number = connection.QuerySingleOrDefault<long?>(
                """
                INSERT INTO message (performance, at_ms, sender, to_kind, target, kind, text, command_id)
                VALUES (@performance, @AtMs, @Sender, @toKind, @Target, @kind, @Text, @commandId)
                ON CONFLICT (performance, command_id) DO NOTHING RETURNING number
                """,
                new { performance, message.AtMs, message.Sender, toKind = (long)message.ToKind, message.Target, kind = (long)message.Kind, message.Text, commandId });
            connection.Execute(
                """
                DELETE FROM message WHERE performance = @performance AND number NOT IN
                    (SELECT number FROM message WHERE performance = @performance ORDER BY number DESC LIMIT @Kept)
                """,
                new { performance, Kept });
            return number is { } kept ? message with { Number = kept } : null;
        },
        Keeping.Light);

    /// <summary>Everything of a performance after a number, in order.</summary>
    /// <exception cref="JournalUnavailableException">It cannot be read now.</exception>
    public IReadOnlyList<SaidMessage> After(string performance, long number) => database.Read(What, connection => connection.Query<Row>(
        """
        SELECT number, at_ms AS atMs, sender, to_kind AS toKind, target, kind, text
        FROM message WHERE performance = @performance AND number > @number ORDER BY number
        """,
        new { performance, number }).Select(row => row.ToMessage()).ToList());

    /// <summary>Forgets what a person said, and what was said to them alone.</summary>
    /// <exception cref="JournalUnavailableException">It cannot be written now.</exception>
    public void Erase(string person) => database.Write(What, connection => connection.Execute(
        "DELETE FROM message WHERE sender = @person OR (to_kind = 0 AND target = @person)", new { person }));

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
