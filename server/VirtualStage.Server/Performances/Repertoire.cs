using VirtualStage.Contracts.Stage;
using VirtualStage.Server.Companies;
using VirtualStage.Server.Journal;
using VirtualStage.Server.Productions;

namespace VirtualStage.Server.Performances;

/// <summary>The performances of this theatre.</summary>
public sealed class Repertoire(IJournal journal, ProductionStore productions, IGrainFactory grains)
{
    private volatile string[] _newestFirst = [];

    /// <summary>Ids, the newest first.</summary>
    public IReadOnlyList<string> NewestFirst => _newestFirst;

    /// <summary>The newest performance; null before the first.</summary>
    public string? Current => _newestFirst.Length > 0 ? _newestFirst[0] : null;

    /// <summary>The production that a performance is one of, by their ids.</summary>
    public static string ProductionOf(string performance) => performance[..performance.LastIndexOf('-')];

    /// <summary>The newest performance of a production; null before the first.</summary>
    public string? NewestOf(string production) => Array.Find(_newestFirst, id => ProductionOf(id) == production);

    public bool Has(string performance) => _newestFirst.Contains(performance);

    /// <summary>Goes on with a production's open performance, or opens one from its newest version.</summary>
    /// <returns>The id of the performance that is on.</returns>
    public async Task<string> Play(string production)
    {
        _newestFirst = Journaled();
        if (NewestOf(production) is { } newest && !new PerformanceJournal(journal, newest).IsOver())
        {
            var view = await grains.GetGrain<IPerformanceGrain>(newest).View();
            if (view.Show != ShowState.Closed)
            {
                return newest;
            }
        }

        var opened = $"{production}-{_newestFirst.Length + 1}";
        await grains.GetGrain<IPerformanceGrain>(opened).Open(production, productions.StateOf(production).Revision);
        _newestFirst = Journaled();
        await grains.GetGrain<ICompanyGrain>(production).CastFor(opened);
        return opened;
    }

    /// <summary>Looks what other servers have opened meanwhile. While the journal cannot be read it is as it was.</summary>
    public void Refresh()
    {
        try
        {
            _newestFirst = Journaled();
        }
        catch (JournalUnavailableException)
        {
            // It comes back.
        }
    }

    private string[] Journaled() =>
        [.. journal.Streams(PerformanceJournal.Prefix).Select(stream => stream[PerformanceJournal.Prefix.Length..])];
}
