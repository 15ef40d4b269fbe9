using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;
using VirtualStage.Contracts.Wire;

namespace VirtualStage.Bots;

/// <summary>Calls the show while no person does, over the director's hub: stands cues by, and gives GO at each one's line.</summary>
internal sealed class CallerBot : IAsyncDisposable
{
    private readonly string _performance;
    private readonly CallPlan _plan;
    private readonly HubConnection _hub;
    private volatile PerformanceView? _view;

    public CallerBot(BotOptions options, string performance, CallPlan plan)
    {
        (_performance, _plan) = (performance, plan);
        _hub = new HubConnectionBuilder()
            .WithUrl(new Uri(options.Theatre, $"/hub/director?performance={Uri.EscapeDataString(performance)}"), connection =>
            {
                connection.AccessTokenProvider = () => Task.FromResult<string?>(options.Ticket);
                connection.HttpMessageHandlerFactory = _ => TheatreApi.Handler(options.Theatre);
            })
            .AddMessagePackProtocol(protocol => protocol.SerializerOptions = ContractResolver.Options)
            .Build();
        // The server lets a console go that it has not heard of for four seconds, and between two cues there may be minutes.
        _hub.KeepAliveInterval = TimeSpan.FromSeconds(1);
        _hub.On<PerformanceView>(nameof(IDirectorsClient.Changed), Take);
    }

    /// <summary>Calls until it is told to stop, or the performance is closed.</summary>
    public async Task Run(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested && _view?.Show != ShowState.Closed)
        {
            try
            {
                await _hub.StartAsync(cancel);
                Take(await _hub.InvokeAsync<PerformanceView>(nameof(IDirectorsHub.Follow), _performance, cancel));
                await Call(cancel);
            }
            catch (Exception e) when (e is HttpRequestException or IOException or InvalidOperationException)
            {
                // The theatre is not there at the moment; it may come back.
            }

            await _hub.StopAsync(CancellationToken.None);
            await Task.Delay(TimeSpan.FromSeconds(1), cancel);
        }
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    private async Task Call(CancellationToken cancel)
    {
        while (_hub.State == HubConnectionState.Connected && _view is { Show: not ShowState.Closed } view)
        {
            if (_plan.Next(view, DateTimeOffset.UtcNow, cancel) is { } command)
            {
                var envelope = new CommandEnvelope(Guid.NewGuid().ToString(), command);
                await _hub.InvokeAsync<CommandAnswer>(nameof(IDirectorsHub.Send), _performance, envelope, cancel);
                // The view that shows what came of it is on its way; until it is here the same command would be sent again.
                Take(await _hub.InvokeAsync<PerformanceView>(nameof(IDirectorsHub.Follow), _performance, cancel));
            }
            else
            {
                await Task.Delay(TimeSpan.FromMilliseconds(30), cancel);
            }
        }
    }

    private void Take(PerformanceView view)
    {
        if (_view is null || view.Revision >= _view.Revision)
        {
            _view = view;
        }
    }
}
