using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;
using VirtualStage.Contracts.Console;
using VirtualStage.Server.Performances;

namespace VirtualStage.Server.Console;

/// <summary>Tells consoles what changed. Changes that come while a view is sent are told with the next one.</summary>
public sealed class ConsoleFeed
{
    private static readonly TimeSpan _soonest = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<string, bool> _soon = new();
    private readonly Channel<string> _changes = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Marks a performance as changed; returns at once.</summary>
    public void Changed(string performance) => _changes.Writer.TryWrite(performance);

    /// <summary>
    /// Marks a performance as changed in what comes in crowds: consoles are told within half a second, once for all of it.
    /// Returns at once.
    /// </summary>
    public void ChangedSoon(string performance)
    {
        if (_soon.TryAdd(performance, true))
        {
            _ = TellSoon(performance);
        }
    }

    /// <summary>Raised with each view that consoles are told; whoever hears it holds up nobody.</summary>
    public event Action<PerformanceView>? Told;

    internal ChannelReader<string> Changes => _changes.Reader;

    internal void Tell(PerformanceView view) => Told?.Invoke(view);

    private async Task TellSoon(string performance)
    {
        await Task.Delay(_soonest);
        _soon.TryRemove(performance, out _);
        Changed(performance);
    }
}

/// <summary>Sends the views that the feed asks for.</summary>
internal sealed class ConsoleFeedSender(
    ConsoleFeed feed,
    IGrainFactory grains,
    IHubContext<DirectorsHub, IDirectorsClient> hub,
    IHostApplicationLifetime theatre,
    ILogger<ConsoleFeedSender> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var changed = new HashSet<string>();
        while (await feed.Changes.WaitToReadAsync(stoppingToken))
        {
            while (feed.Changes.TryRead(out var performance))
            {
                changed.Add(performance);
            }

            foreach (var performance in changed)
            {
                await Send(performance);
            }

            changed.Clear();
        }
    }

    private async Task Send(string performance)
    {
        try
        {
            var view = await grains.GetGrain<IPerformanceGrain>(performance).View();
            // Not awaited: SignalR buffers for each connection, and a console that does not read must not hold up the others.
            _ = hub.Clients.Group(performance).Changed(view);
            feed.Tell(view);
        }
        catch (Exception e) when (theatre.ApplicationStopping.IsCancellationRequested && e is not OutOfMemoryException)
        {
            // The last ones leave, and there is nobody left to tell.
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogWarning(e, "Consoles could not be told of {Performance}", performance);
        }
    }
}
