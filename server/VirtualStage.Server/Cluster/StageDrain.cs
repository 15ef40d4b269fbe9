using Orleans.Runtime;
using Orleans.Runtime.Placement;
using VirtualStage.Server.Companies;
using VirtualStage.Server.Performances;
using VirtualStage.Server.Stage;

namespace VirtualStage.Server.Cluster;

/// <summary>Hands what this server runs to others before it closes: the show goes on there, and whoever is here comes after it.</summary>
internal sealed class StageDrain(Stages stages, ISiloStatusOracle silos, IGrainFactory grains, ILogger<StageDrain> log)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _lookAgain = TimeSpan.FromMilliseconds(20);

    /// <summary>Moves every stage, and waits until they are up elsewhere, or two seconds. Alone it does nothing: the next start goes on.</summary>
    public async Task Run()
    {
        var others = silos.GetApproximateSiloStatuses(onlyActive: true).Keys.Where(silo => !silo.Equals(silos.SiloAddress)).Order().ToList();
        if (others.Count == 0)
        {
            return;
        }

        var moves = stages.All.Select(stage => stage.Id).GroupBy(Repertoire.ProductionOf).Select((performances, number) =>
            Move(performances.Key, [.. performances], others[number % others.Count]));
        try
        {
            await Task.WhenAll(moves).WaitAsync(_patience);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // They wake elsewhere all the same, a moment later.
            log.LogWarning("Not everything was handed over in time: {Reason}", e.Message);
        }
    }

    private async Task Move(string production, List<string> performances, SiloAddress to)
    {
        RequestContext.Set(IPlacementDirector.PlacementHintKey, to);
        var company = grains.GetGrain<ICompanyGrain>(production);
        await company.Leave();
        while (await company.Where() != to.ToParsableString())
        {
            await Task.Delay(_lookAgain);
        }

        foreach (var performance in performances.Select(id => grains.GetGrain<IPerformanceGrain>(id)))
        {
            await performance.Leave();
            while ((await performance.Where()).Silo != to.ToParsableString())
            {
                await Task.Delay(_lookAgain);
            }
        }
    }
}
