using System.Collections.Immutable;
using VirtualStage.Productions.Documents;
using VirtualStage.Productions.Editing;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Journal;

namespace VirtualStage.Server.Productions;

/// <summary>One production with all its versions: they share what they have in common. From any thread.</summary>
internal sealed class ProductionHistory(string id, ProductionJournal journal, Func<string, byte[]?> fileBytes)
{
    /// <summary>Loaded versions that are kept at hand; performances hold on to their own.</summary>
    private const int Kept = 8;

    private readonly Lock _gate = new();
    private readonly ProductionDesk _desk = new(id, fileBytes);
    private readonly List<(ProductionDocument Document, ImportedFiles Files, ImmutableDictionary<string, string> Renumbered)> _versions = [];
    private readonly List<Production> _loaded = [];

    /// <summary>Where the production is, as the journal has it.</summary>
    public ProductionState State
    {
        get
        {
            lock (_gate)
            {
                CatchUp();
                return _desk.State;
            }
        }
    }

    /// <summary>Decides, writes the journal, and only then commits.</summary>
    public ProductionDecision Decide(Func<ProductionDesk, ProductionDecision> decide)
    {
        lock (_gate)
        {
            while (true)
            {
                CatchUp();
                var decision = decide(_desk);
                try
                {
                    if (decision.Events.Count > 0)
                    {
                        journal.Append(_desk.State.Revision, decision.Events);
                        _desk.Commit(decision);
                        Note();
                    }

                    return decision;
                }
                catch (JournalConflictException)
                {
                    // Another process was faster: it is decided anew, on what it wrote.
                }
            }
        }
    }

    /// <summary>A version as it is played.</summary>
    public Production Load(int version)
    {
        lock (_gate)
        {
            if (_loaded.Find(production => production.Version == version) is { } known)
            {
                return known;
            }

            CatchUp();
            if (version < 1 || version > _versions.Count)
            {
                throw new InvalidDataException($"the journal holds no version {version} of production '{id}'");
            }

            var (document, files, _) = _versions[version - 1];
            var loaded = files.Load(document) with { Version = version };
            _loaded.Add(loaded);
            if (_loaded.Count > Kept)
            {
                _loaded.RemoveAt(0);
            }

            return loaded;
        }
    }

    /// <summary>The cues that have another number in one version than in an earlier one.</summary>
    public ImmutableDictionary<string, string> RenumberedBetween(int earlier, int later)
    {
        lock (_gate)
        {
            return _versions[earlier..later].Aggregate(Renumbering.None, (numbers, version) => numbers.Then(version.Renumbered));
        }
    }

    /// <summary>Takes in what another process wrote, or this one before it was started.</summary>
    private void CatchUp()
    {
        foreach (var happening in journal.Read(_desk.State.Revision))
        {
            _desk.Replay(happening);
            Note();
        }
    }

    private void Note() => _versions.Add((
        _desk.State.Document,
        _desk.State.Files ?? throw new InvalidDataException($"the journal of production '{id}' begins with an edit of nothing"),
        _desk.State.Renumbered));
}
