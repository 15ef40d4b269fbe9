using System.Collections.Concurrent;
using System.Collections.Immutable;
using VirtualStage.Contracts.Productions;
using VirtualStage.Productions.Editing;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Journal;
using VirtualStage.Server.Files;

namespace VirtualStage.Server.Productions;

/// <summary>
/// Productions as their journals hold them: every version, so that a performance goes on with what it opened with. From
/// any thread. In a running theatre <see cref="IProductionGrain"/> alone decides; the command line does while no theatre
/// runs.
/// </summary>
public sealed class ProductionStore(IJournal journal, FileStore files)
{
    private readonly ConcurrentDictionary<string, ProductionHistory> _histories = new(StringComparer.Ordinal);

    /// <summary>Ids of all productions, the newest first.</summary>
    public IReadOnlyList<string> Ids => [.. journal.Streams(ProductionJournal.Prefix).Select(stream => stream[ProductionJournal.Prefix.Length..])];

    public bool Has(string id) => StateOf(id).Files is not null;

    /// <summary>Where a production is; <see cref="ProductionState.Empty"/> for one that is not there.</summary>
    public ProductionState StateOf(string id) => HistoryOf(id).State;

    /// <summary>A version of a production.</summary>
    /// <exception cref="InvalidDataException">The journal holds no such version, or it is damaged.</exception>
    public Production Load(string id, int version) => HistoryOf(id).Load(version);

    /// <summary>The cues that have another number in one version than in an earlier one: former numbers and new ones.</summary>
    public ImmutableDictionary<string, string> RenumberedBetween(string id, int earlier, int later) => HistoryOf(id).RenumberedBetween(earlier, later);

    /// <summary>Decides a command, and writes down what came of it.</summary>
    /// <param name="person">Who sends it; null for the machine itself.</param>
    /// <exception cref="JournalUnavailableException">It cannot be written now; nothing was decided.</exception>
    public ProductionDecision Decide(string id, string? person, ProductionEnvelope envelope) =>
        HistoryOf(id).Decide(desk => desk.Decide(person, envelope));

    /// <summary>Takes files in as the production's newest version, unless it was made of the same ones already.</summary>
    /// <param name="person">Who does; null for the machine itself.</param>
    /// <param name="overEdits">True to give up edits that were made since the last import, and a lock.</param>
    /// <exception cref="ProductionException">The files are not a production; nothing was taken in.</exception>
    /// <exception cref="JournalUnavailableException">They cannot be written now; no version was made.</exception>
    public ProductionDecision Import(ProductionSource source, string? person = null, bool overEdits = false) =>
        HistoryOf(source.Id).Decide(desk =>
        {
            var decision = desk.Import(source, person, overEdits);
            // The files first: what the journal names is there. Kept again where they were lost.
            files.Keep(decision.Answer.Accepted ? source.Files ?? [] : []);
            return decision;
        });

    private ProductionHistory HistoryOf(string id) => _histories.GetOrAdd(
        id, _ => new ProductionHistory(id, new ProductionJournal(journal, id), files.Find));
}
