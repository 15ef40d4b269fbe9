using VirtualStage.Productions.Editing;
using VirtualStage.Server.Journal;

namespace VirtualStage.Server.Productions;

/// <summary>A production's stream of the journal.</summary>
public sealed class ProductionJournal(IJournal journal, string production)
{
    public const string Prefix = "production/";

    private string Stream => Prefix + production;

    /// <summary>Everything that happened after a revision.</summary>
    public IEnumerable<ProductionHappening> Read(int afterRevision) => journal.Read(Stream, afterRevision).Select(entry => new ProductionHappening(
        entry.Entry.CommandId,
        entry.Entry.Person,
        ProductionEventCodec.Decode(entry.Entry.Name, entry.Entry.Data)));

    /// <summary>Writes what was decided behind a revision.</summary>
    /// <exception cref="JournalConflictException">The production is not at that revision any more.</exception>
    /// <exception cref="JournalUnavailableException">It cannot be written now.</exception>
    public void Append(int revision, IReadOnlyList<ProductionHappening> events) => journal.Append(
        Stream,
        revision,
        [.. events.Select(happening =>
        {
            var (name, data) = ProductionEventCodec.Encode(happening.Event);
            return new NewEntry(name, data, happening.CommandId, happening.Person, 0, 0);
        })]);
}
