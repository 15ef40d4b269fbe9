using Orleans.Placement;
using Orleans.Runtime.Placement;

namespace VirtualStage.Server.Cluster;

/// <summary>
/// Puts a company, and so its production and performance, on the server that has the fewest. Orleans' own placement by counts
/// lets each server guess for itself between two reports: many that come at once are then spread by chance.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class PlacedWhereFewestAttribute() : PlacementAttribute(new PlacedWhereFewest());

[GenerateSerializer, Immutable]
internal sealed class PlacedWhereFewest : PlacementStrategy;

internal sealed class PlacedWhereFewestDirector(IGrainFactory grains) : IPlacementDirector
{
    public async Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var silos = context.GetCompatibleSilos(target);
        if (silos.Length == 1)
        {
            return silos[0];
        }

        var home = await grains.GetGrain<ICompanyHomes>(0).HomeFor(
            target.GrainIdentity.Key.ToString()!, [.. silos.Select(silo => silo.ToParsableString())]);
        return SiloAddress.FromParsableString(home);
    }
}
