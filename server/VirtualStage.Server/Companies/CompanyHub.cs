using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using VirtualStage.Contracts.Company;
using VirtualStage.Contracts.Console;
using VirtualStage.Productions.Companies;
using VirtualStage.Server.Cluster;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Journal;
using VirtualStage.Server.Performances;
using VirtualStage.Server.Stage;

namespace VirtualStage.Server.Companies;

/// <summary>The company's pages' way to it: consoles, stage doors, auditions.</summary>
[Authorize(TicketChecks.AnyOfCompany)]
internal sealed class CompanyHub(
    IGrainFactory grains,
    Repertoire repertoire,
    CompanyRegister register,
    CompanyViews views,
    CompanyMessages messages,
    Stages stages,
    OpenPages pages,
    CompanyPace pace) : Hub<ICompanyClient>, ICompanyHub
{
    public override Task OnConnectedAsync()
    {
        pages.Opened(OpenPage.Of(Context, isConsole: false));
        return base.OnConnectedAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        pages.Closed(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }

    public async Task<CompanyView> Follow(string performance)
    {
        var company = Known(performance);
        var ticket = Ticket.Of(Context.User!);
        if (ticket.IsOfCompany && !ticket.Allows(Scopes.Bot))
        {
            await company.Join(ticket.Person, [.. ticket.Scopes]);
        }

        var state = register.OfPerformance(performance);
        if (!state.Members.ContainsKey(ticket.Person) && !state.Auditions.Exists(audition => audition.People.ContainsKey(ticket.Person)))
        {
            throw new HubException("you are not of this company and do not audition for it");
        }

        if (pages.Find(Context.ConnectionId) is { } page)
        {
            page.Performance = performance;
        }

        var now = await grains.GetGrain<IPerformanceGrain>(performance).View();
        return stages.Find(performance) is not null ? views.Of(now, ticket) : throw new HubException(StageForwarding.OnAnotherServer);
    }

    public async Task<CommandAnswer> Send(string performance, CompanyEnvelope envelope)
    {
        var company = Known(performance);
        var ticket = Ticket.Of(Context.User!);
        return pace.Allows(ticket.Person)
            ? await company.Send(new CompanySender(ticket.Person, [.. ticket.Scopes]), envelope)
            : new CommandAnswer(false, "that is more than a person does; wait a few seconds", 0);
    }

    public Task<CompanyMessage[]> Messages(string performance, long after)
    {
        _ = Known(performance);
        var person = Ticket.Of(Context.User!).Person;
        try
        {
            return Task.FromResult<CompanyMessage[]>(
                [.. messages.After(performance, after).Where(said => views.IsFor(performance, said, person)).Select(views.MessageOf)]);
        }
        catch (JournalUnavailableException e)
        {
            throw new HubException(e.Message);
        }
    }

    private ICompanyGrain Known(string performance) => repertoire.Has(performance)
        ? grains.GetGrain<ICompanyGrain>(Repertoire.ProductionOf(performance))
        : throw new HubException("there is no such performance");
}

/// <summary>How many commands a person may send: more than anybody does by hand, and too few to fill a journal.</summary>
internal sealed class CompanyPace : IDisposable
{
    public const int Commands = 60;

    private static readonly TimeSpan _window = TimeSpan.FromSeconds(10);

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(person =>
        RateLimitPartition.GetFixedWindowLimiter(person, _ => new FixedWindowRateLimiterOptions { PermitLimit = Commands, Window = _window }));

    public bool Allows(string person)
    {
        using var lease = _limiter.AttemptAcquire(person);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
