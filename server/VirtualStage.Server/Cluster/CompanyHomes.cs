namespace VirtualStage.Server.Cluster;

/// <summary>
/// Decides for all servers which of them a company is to be on: the one that has the fewest. There is one such grain, so that
/// companies that come at once, asked for by whatever server, are counted one after the other. Its key is 0.
/// </summary>
internal interface ICompanyHomes : IGrainWithIntegerKey
{
    /// <summary>The server for a production's company: the one that it was given before, where that is still there.</summary>
    /// <param name="servers">The silos to choose from, at least one, as <see cref="SiloAddress.ToParsableString"/> writes them.</param>
    Task<string> HomeFor(string production, string[] servers);
}

/// <summary>It is written down nowhere: when its server dies, the next one looks where the companies are.</summary>
[KeepAlive]
internal sealed class CompanyHomes(ILogger<CompanyHomes> log) : Grain, ICompanyHomes
{
    private static readonly GrainType _companies = GrainType.Create("company");

    private readonly Dictionary<string, string> _homes = new(StringComparer.Ordinal);

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var grain in await GrainFactory.GetGrain<IManagementGrain>(0).GetDetailedGrainStatistics(null, null, cancellationToken))
            {
                if (grain.GrainId.Type == _companies)
                {
                    _homes[grain.GrainId.Key.ToString()!] = grain.SiloAddress.ToParsableString();
                }
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A show that looks for a server goes first: what is not known is counted from now on.
            log.LogWarning("It could not be seen which server has how many productions: {Reason}", e.Message);
        }
    }

    public Task<string> HomeFor(string production, string[] servers)
    {
        if (!_homes.TryGetValue(production, out var home) || !servers.Contains(home))
        {
            _homes[production] = home = servers.MinBy(server => _homes.Values.Count(taken => taken == server))!;
        }

        return Task.FromResult(home);
    }
}
