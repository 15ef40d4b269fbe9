using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Wire;

namespace VirtualStage.Load.Go;

/// <summary>Somebody at a director's console: the hub's client as pages use it.</summary>
internal sealed class Director : IAsyncDisposable
{
    private readonly HubConnection _hub;
    private readonly string _performance;

    private Director(LoadedTheatre theatre, string ticket, Watcher? watcher)
    {
        _performance = theatre.Performance;
        _hub = new HubConnectionBuilder()
            .WithUrl(new Uri(theatre.Address, $"/hub/director?performance={theatre.Performance}"), options => options.AccessTokenProvider = () => Task.FromResult<string?>(ticket))
            .AddMessagePackProtocol(protocol => protocol.SerializerOptions = ContractResolver.Options)
            .Build();
        // The server lets a console go that it has not heard of for four seconds.
        _hub.KeepAliveInterval = TimeSpan.FromSeconds(1);
        _hub.Closed += e =>
        {
            watcher?.Ends($"the hub closed the connection: {e?.Message}");
            return Task.CompletedTask;
        };
    }

    /// <summary>Follows the theatre's performance.</summary>
    /// <param name="watcher">Told of every cue that has started; null for nobody.</param>
    public static async Task<Director> Open(LoadedTheatre theatre, string ticket, Watcher? watcher = null)
    {
        var director = new Director(theatre, ticket, watcher);
        var seen = 0;
        director._hub.On<PerformanceView>(nameof(IDirectorsClient.Changed), view =>
        {
            while (watcher is not null && HasStarted(view, ManyCues.Number(seen)))
            {
                watcher.Sees(seen++, 0);
            }
        });
        await director._hub.StartAsync();
        await director.View();
        return director;
    }

    public Task<PerformanceView> View() => _hub.InvokeAsync<PerformanceView>(nameof(IDirectorsHub.Follow), _performance);

    /// <summary>Sends a command that must be accepted.</summary>
    public async Task<CommandAnswer> Do(IPerformanceCommand command)
    {
        var answer = await _hub.InvokeAsync<CommandAnswer>(
            nameof(IDirectorsHub.Send), _performance, new CommandEnvelope(Guid.NewGuid().ToString(), command));
        return answer.Accepted ? answer : throw new InvalidOperationException($"{command}: {answer.Reason}");
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    private static bool HasStarted(PerformanceView view, string number) => Array.Exists(
        view.Cues, cue => cue.Number == number && cue.State is CueState.Running or CueState.Done);
}
