using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Companies;
using VirtualStage.Server.Journal;

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

    /// <summary>Takes a production in, and goes on with its open performance, or opens a new one.</summary>
    /// <returns>The id of the performance that is on.</returns>
    /// <exception cref="ProductionException">The production has errors.</exception>
    public async Task<string> Play(ProductionSource source)
    {
        var version = productions.Import(source);
        _newestFirst = Journaled();
        if (NewestOf(source.Id) is { } newest)
        {
            var view = await grains.GetGrain<IPerformanceGrain>(newest).View();
            if (view.Show != ShowState.Closed)
            {
                return newest;
            }
        }

        var opened = $"{source.Id}-{_newestFirst.Length + 1}";
        await grains.GetGrain<IPerformanceGrain>(opened).Open(source.Id, version);
        _newestFirst = Journaled();
        await grains.GetGrain<ICompanyGrain>(source.Id).CastFor(opened);
        return opened;
    }

    private string[] Journaled() =>
        [.. journal.Streams(PerformanceJournal.Prefix).Select(stream => stream[PerformanceJournal.Prefix.Length..])];
}
