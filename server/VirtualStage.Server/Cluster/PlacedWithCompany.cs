using Orleans.Placement;
using Orleans.Runtime.Placement;
using VirtualStage.Server.Companies;
using VirtualStage.Server.Performances;

namespace VirtualStage.Server.Cluster;

/// <summary>
/// Puts a production's authorities on the server of its company: whoever is told something by one of them finds the others,
/// the stage and the pages in the same process.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class PlacedWithCompanyAttribute() : PlacementAttribute(new PlacedWithCompany());

[GenerateSerializer, Immutable]
internal sealed class PlacedWithCompany : PlacementStrategy;

internal sealed class PlacedWithCompanyDirector(IGrainFactory grains) : IPlacementDirector
{
    private static readonly GrainType[] _ofPerformances = [GrainType.Create("performance"), GrainType.Create("house")];
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    public async Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var key = target.GrainIdentity.Key.ToString()!;
        // A performance's id is its production's with a number; a production's id is its company's.
        var production = _ofPerformances.Contains(target.GrainIdentity.Type) ? Repertoire.ProductionOf(key) : key;
        var company = grains.GetGrain<ICompanyGrain>(production);
        for (var waited = TimeSpan.Zero; waited < _patience; waited += _pause)
        {
            var silo = SiloAddress.FromParsableString(await company.Where());
            if (context.GetCompatibleSilos(target).Contains(silo))
            {
                return silo;
            }

            // It is on a server that closes, or just died: it comes back on another one in a moment.
            await Task.Delay(_pause);
        }

        throw new OrleansException($"the company of {production} is on no server that takes its performances");
    }
}
