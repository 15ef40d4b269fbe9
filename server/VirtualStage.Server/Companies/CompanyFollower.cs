using VirtualStage.Productions.Companies;
using VirtualStage.Server.Hosting;
using VirtualStage.Server.Journal;

namespace VirtualStage.Server.Companies;

/// <summary>
/// Follows in the journal what other servers' companies decide, so that who is kept out is kept out at every server's door within
/// a second. A company of this server has published before it gets here.
/// </summary>
internal sealed class CompanyFollower(IJournal journal, CompanyRegister register, TheatreOptions options, TimeProvider time, ILogger<CompanyFollower> log)
    : BackgroundService
{
    private static readonly TimeSpan _lookEvery = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, Company> _companies = new(StringComparer.Ordinal);

    /// <summary>Before a door opens it is known who is kept out.</summary>
    /// <exception cref="JournalUnavailableException">The journal cannot be read.</exception>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Cluster is not null)
        {
            Look();
        }

        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Cluster is null)
        {
            return;
        }

        using var timer = new PeriodicTimer(_lookEvery, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                TryLook();
            }
        }
        catch (OperationCanceledException)
        {
            // The theatre closes.
        }
    }

    private void TryLook()
    {
        try
        {
            Look();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // What is known stays in force; it is looked again in a second.
            log.LogWarning("It could not be seen what other servers' companies decided: {Reason}", e.Message);
        }
    }

    private void Look()
    {
        foreach (var stream in journal.Streams(CompanyJournal.Prefix))
        {
            Look(stream[CompanyJournal.Prefix.Length..]);
        }
    }

    private void Look(string production)
    {
        if (!_companies.TryGetValue(production, out var company))
        {
            _companies[production] = company = new Company();
        }

        foreach (var happening in new CompanyJournal(journal, production).Read(company.State.Revision))
        {
            company.Replay(happening);
        }

        register.Follow(production, company.State);
    }
}
