using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Wire;

namespace VirtualStage.Server.Tests.Support;

/// <summary>Somebody at a director's console: the hub's client as a console uses it.</summary>
internal sealed class Director : IAsyncDisposable
{
    private readonly string _performance;
    private volatile PerformanceView? _told;

    private Director(RunningTheatre theatre, string ticket)
    {
        _performance = theatre.Performance;
        Hub = new HubConnectionBuilder()
            .WithUrl(new Uri(theatre.Address, $"/hub/director?performance={theatre.Performance}"), options => options.AccessTokenProvider = () => Task.FromResult<string?>(ticket))
            .AddMessagePackProtocol(protocol => protocol.SerializerOptions = ContractResolver.Options)
            .Build();
        // The theatre takes a console that says nothing for four seconds for gone.
        Hub.KeepAliveInterval = TimeSpan.FromSeconds(1);
        Hub.On<PerformanceView>(nameof(IDirectorsClient.Changed), view => _told = view);
    }

    public HubConnection Hub { get; }

    /// <summary>The view that the hub sent last by itself; null before.</summary>
    public PerformanceView? Told => _told;

    /// <summary>Comes in and follows the theatre's performance.</summary>
    public static async Task<Director> Enter(RunningTheatre theatre, string ticket)
    {
        var director = new Director(theatre, ticket);
        await director.Hub.StartAsync(TestContext.Current.CancellationToken);
        await director.View();
        return director;
    }

    public Task<PerformanceView> View() => Hub.Ask(Follow);

    public Task<CommandAnswer> Send(IPerformanceCommand command, string? id = null, long? pressedMs = null)
    {
        var envelope = new CommandEnvelope(id ?? Guid.NewGuid().ToString(), command, pressedMs);
        return Hub.Ask(() => Hub.InvokeAsync<CommandAnswer>(nameof(IDirectorsHub.Send), _performance, envelope), Follow);
    }

    public async Task<long> TimeMs() =>
        (await Hub.InvokeAsync<ClockPong>(nameof(IDirectorsHub.Ping), _performance, new ClockPing(0))).TimeMs;

    /// <summary>Sends what must be accepted.</summary>
    public async Task Do(IPerformanceCommand command)
    {
        var answer = await Send(command);
        Assert.True(answer.Accepted, $"{command}: {answer.Reason}");
    }

    public ValueTask DisposeAsync() => Hub.DisposeAsync();

    private Task<PerformanceView> Follow() => Hub.InvokeAsync<PerformanceView>(nameof(IDirectorsHub.Follow), _performance);
}
