using VirtualStage.Server.Hosting;

namespace VirtualStage.Server.Cluster;

/// <summary>
/// Asks where membership stands whether this server still belongs to the cluster. One that was frozen and put out believes that
/// it does for a moment after it wakes: in that moment it must take nothing over.
/// </summary>
public sealed class ClusterStanding(TheatreOptions options, ILocalSiloDetails silo, IServiceProvider services)
{
    /// <summary>Passes while this server is in the cluster, or alone.</summary>
    /// <exception cref="OrleansException">It was put out, leaves, or where membership stands cannot be asked now.</exception>
    public async Task Demand()
    {
        if (options.Cluster is null)
        {
            return;
        }

        MembershipTableData rows;
        try
        {
            rows = await services.GetRequiredService<IMembershipTable>().ReadRowAsync(silo.SiloAddress);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new OrleansException("it cannot be asked now which servers are in the cluster", e);
        }

        var status = rows.TryGet(silo.SiloAddress)?.Item1.Status;
        if (status != SiloStatus.Active)
        {
            throw new OrleansException($"this server is not in the cluster any more ({status?.ToString() ?? "unknown"}): what it had is elsewhere");
        }
    }
}
