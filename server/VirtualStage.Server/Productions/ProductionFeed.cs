using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Productions;
using VirtualStage.Server.Console;

namespace VirtualStage.Server.Productions;

/// <summary>Tells the consoles that follow a production how it changed.</summary>
public sealed class ProductionFeed
{
    private readonly Channel<ProductionView> _changes =
        Channel.CreateUnbounded<ProductionView>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Tells of a change; returns at once.</summary>
    public void Changed(ProductionView view) => _changes.Writer.TryWrite(view);

    internal ChannelReader<ProductionView> Changes => _changes.Reader;

    /// <summary>The name of a production's group at the hub, which no performance has.</summary>
    internal static string GroupOf(string production) => $"production/{production}";
}

/// <summary>Sends what the feed was told.</summary>
internal sealed class ProductionFeedSender(ProductionFeed feed, IHubContext<DirectorsHub, IDirectorsClient> hub) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var view in feed.Changes.ReadAllAsync(stoppingToken))
        {
            // Not awaited: SignalR buffers for each connection, and a console that does not read must not hold up the others.
            _ = hub.Clients.Group(ProductionFeed.GroupOf(view.Id)).ProductionChanged(view);
        }
    }
}
