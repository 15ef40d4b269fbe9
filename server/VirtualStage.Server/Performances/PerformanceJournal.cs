using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Performances;
using VirtualStage.Productions.Records;
using VirtualStage.Server.Journal;

namespace VirtualStage.Server.Performances;

/// <summary>A performance's stream of the journal.</summary>
public sealed class PerformanceJournal(IJournal journal, string performance)
{
    public const string Prefix = "performance/";

    private string Stream => Prefix + performance;

    /// <summary>Everything that happened.</summary>
    public IEnumerable<Happening> Read() => ReadRecords().Select(recorded => recorded.Happening);

    /// <summary>Everything that happened, and when it was written down.</summary>
    public IEnumerable<Recorded> ReadRecords() => journal.Read(Stream).Select(entry => new Recorded(
        entry.At,
        new Happening(
            entry.Entry.CommandId,
            entry.Entry.Person,
            entry.Entry.TimeMs,
            entry.Entry.ShowMs,
            EventCodec.Decode(entry.Entry.Name, entry.Entry.Data))));

    /// <summary>True where the performance was closed, and nothing happened since.</summary>
    public bool IsOver() =>
        journal.Read(Stream) is [.., var last] && EventCodec.Decode(last.Entry.Name, last.Entry.Data) is ShowMoved { To: ShowState.Closed };

    /// <summary>Writes what was decided behind a revision.</summary>
    /// <exception cref="JournalConflictException">The performance is not at that revision any more.</exception>
    /// <exception cref="JournalUnavailableException">It cannot be written now.</exception>
    public void Append(int revision, IReadOnlyList<Happening> events) => journal.Append(Stream, revision, [.. events.Select(EntryOf)]);

    /// <summary>True where exactly these events were the next that were written behind a revision.</summary>
    /// <exception cref="JournalUnavailableException">It cannot be read now.</exception>
    public bool Holds(int revision, IReadOnlyList<Happening> events) =>
        journal.Read(Stream, revision).Take(events.Count).Select(entry => entry.Entry).SequenceEqual(events.Select(EntryOf));

    public Checkpoint? ReadCheckpoint() => journal.ReadCheckpoint(Stream);

    /// <summary>Replaces the checkpoint while the performance is at a revision.</summary>
    /// <exception cref="JournalConflictException">The performance is not at that revision any more; the checkpoint stands.</exception>
    /// <exception cref="JournalUnavailableException">It cannot be written now.</exception>
    public void WriteCheckpoint(int revision, Checkpoint checkpoint)
    {
        if (journal.Read(Stream, revision).Count > 0)
        {
            throw new JournalConflictException(Stream, revision);
        }

        journal.WriteCheckpoint(Stream, checkpoint);
    }

    private static NewEntry EntryOf(Happening happening)
    {
        var (name, data) = EventCodec.Encode(happening.Event);
        return new NewEntry(name, data, happening.CommandId, happening.Person, happening.TimeMs, happening.ShowMs);
    }
}
