using VirtualStage.Productions.Companies;
using VirtualStage.Server.Journal;

namespace VirtualStage.Server.Companies;

/// <summary>A company's stream of the journal.</summary>
public sealed class CompanyJournal(IJournal journal, string production)
{
    public const string Prefix = "company/";

    private string Stream => Prefix + production;

    /// <summary>Everything that happened after a revision.</summary>
    public IEnumerable<CompanyHappening> Read(int afterRevision = 0) => journal.Read(Stream, afterRevision).Select(entry => new CompanyHappening(
        entry.Entry.CommandId, entry.Entry.Person, entry.Entry.TimeMs, CompanyEventCodec.Decode(entry.Entry.Name, entry.Entry.Data)));

    /// <summary>Writes what was decided behind a revision.</summary>
    /// <exception cref="JournalConflictException">The company is not at that revision any more.</exception>
    /// <exception cref="JournalUnavailableException">It cannot be written now.</exception>
    public void Append(int revision, IReadOnlyList<CompanyHappening> events) => journal.Append(
        Stream,
        revision,
        [.. events.Select(happening =>
        {
            var (name, data) = CompanyEventCodec.Encode(happening.Event);
            return new NewEntry(name, data, happening.CommandId, happening.Person, happening.AtMs, 0);
        })]);
}
