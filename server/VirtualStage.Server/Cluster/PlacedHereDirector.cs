using Orleans.Runtime.Placement;

namespace VirtualStage.Server.Cluster;

/// <summary>
/// Where a server is alone, everything is on it, also while it closes: to look for another one then would only fill its log.
/// </summary>
internal sealed class PlacedHereDirector : IPlacementDirector
{
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context) =>
        Task.FromResult(context.LocalSilo);
}
