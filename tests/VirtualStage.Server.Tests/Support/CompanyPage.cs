using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using VirtualStage.Contracts.Company;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Wire;

namespace VirtualStage.Server.Tests.Support;

/// <summary>Somebody at a page of the company: the hub's client as consoles, stage doors and auditions use it.</summary>
internal sealed class CompanyPage : IAsyncDisposable
{
    private readonly ConcurrentQueue<CompanyMessage> _told = new();
    private CompanyView? _changed;

    private CompanyPage(RunningTheatre theatre, string ticket)
    {
        Performance = theatre.Performance;
        Hub = new HubConnectionBuilder()
            .WithUrl(new Uri(theatre.Address, $"/hub/company?performance={theatre.Performance}"), options => options.AccessTokenProvider = () => Task.FromResult<string?>(ticket))
            .AddMessagePackProtocol(protocol => protocol.SerializerOptions = ContractResolver.Options)
            .Build();
        // The theatre takes a page that says nothing for four seconds for gone.
        Hub.KeepAliveInterval = TimeSpan.FromSeconds(1);
        Hub.On<CompanyView>(nameof(ICompanyClient.Changed), view => Volatile.Write(ref _changed, view));
        Hub.On<CompanyMessage>(nameof(ICompanyClient.Told), _told.Enqueue);
    }

    public HubConnection Hub { get; }

    public string Performance { get; }

    /// <summary>The view that came last, asked for or pushed.</summary>
    public CompanyView Last => Volatile.Read(ref _changed) ?? throw new InvalidOperationException("no view came");

    /// <summary>Everything that was pushed.</summary>
    public IReadOnlyCollection<CompanyMessage> Told => _told;

    public static async Task<CompanyPage> Open(RunningTheatre theatre, string ticket)
    {
        var page = new CompanyPage(theatre, ticket);
        await page.Hub.StartAsync(TestContext.Current.CancellationToken);
        return page;
    }

    /// <summary>Comes in and follows the theatre's performance.</summary>
    public static async Task<CompanyPage> Enter(RunningTheatre theatre, string person, params string[] scopes) =>
        await EnterWith(theatre, theatre.Ticket(person, scopes));

    public static async Task<CompanyPage> EnterWith(RunningTheatre theatre, string ticket)
    {
        var page = await Open(theatre, ticket);
        await page.View();
        return page;
    }

    /// <summary>Follows the performance (again), and gives what it is told.</summary>
    public Task<CompanyView> View() => Hub.Ask(Follow);

    public Task<CommandAnswer> Send(ICompanyCommand command, string? id = null)
    {
        var envelope = new CompanyEnvelope(id ?? Guid.NewGuid().ToString(), command);
        return Hub.Ask(() => Hub.InvokeAsync<CommandAnswer>(nameof(ICompanyHub.Send), Performance, envelope), Follow);
    }

    public Task<CompanyMessage[]> Messages(long after = 0) =>
        Hub.Ask(() => Hub.InvokeAsync<CompanyMessage[]>(nameof(ICompanyHub.Messages), Performance, after), Follow);

    /// <summary>Sends what must be accepted.</summary>
    public async Task Do(ICompanyCommand command)
    {
        var answer = await Send(command);
        Assert.True(answer.Accepted, $"{command}: {answer.Reason}");
    }

    /// <summary>Sends what must be refused.</summary>
    /// <returns>The reason.</returns>
    public async Task<string> Refused(ICompanyCommand command)
    {
        var answer = await Send(command);
        Assert.False(answer.Accepted, $"{command} was accepted");
        return answer.Reason!;
    }

    /// <summary>Waits until a view is pushed in which it is so.</summary>
    public Task Until(Func<CompanyView, bool> so) => Eventually.So(() => Hub.Ask(() => Task.FromResult(so(Last)), Follow));

    public ValueTask DisposeAsync() => Hub.DisposeAsync();

    private async Task<CompanyView> Follow()
    {
        var before = _changed;
        var view = await Hub.InvokeAsync<CompanyView>(nameof(ICompanyHub.Follow), Performance);
        // What was told meanwhile is newer.
        Interlocked.CompareExchange(ref _changed, view, before);
        return view;
    }
}
