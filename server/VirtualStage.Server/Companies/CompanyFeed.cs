using System.Threading.Channels;
using MessagePack;
using Microsoft.AspNetCore.SignalR;
using VirtualStage.Contracts.Company;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Wire;
using VirtualStage.Server.Console;
using VirtualStage.Server.Performances;

namespace VirtualStage.Server.Companies;

/// <summary>Tells pages of a company what changed and what was said. Changes that come while views are sent are told with the next ones.</summary>
public sealed class CompanyFeed
{
    private readonly Channel<(string Performance, SaidMessage? Said)> _changes =
        Channel.CreateUnbounded<(string, SaidMessage?)>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Marks the company of a performance as changed; returns at once.</summary>
    public void Changed(string performance) => _changes.Writer.TryWrite((performance, null));

    /// <summary>Something was said and kept; returns at once.</summary>
    public void Said(string performance, SaidMessage message) => _changes.Writer.TryWrite((performance, message));

    internal ChannelReader<(string Performance, SaidMessage? Said)> Changes => _changes.Reader;
}

/// <summary>Sends the views and messages that the feed asks for: each page gets what its reader may see.</summary>
internal sealed class CompanyFeedSender(
    CompanyFeed feed,
    ConsoleFeed consoles,
    OpenPages pages,
    CompanyViews views,
    IGrainFactory grains,
    IHubContext<CompanyHub, ICompanyClient> hub,
    IHostApplicationLifetime theatre,
    ILogger<CompanyFeedSender> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Cue lights and handover cards follow the performance.
        consoles.Told += Follow;
        pages.Moved += Follow;
        try
        {
            await SendAll(stoppingToken);
        }
        finally
        {
            consoles.Told -= Follow;
            pages.Moved -= Follow;
        }
    }

    private void Follow(PerformanceView view) => feed.Changed(view.Id);

    private void Follow(OpenPage page, bool isOpen)
    {
        if (page.Performance is { } performance)
        {
            feed.Changed(performance);
        }
    }

    private async Task SendAll(CancellationToken stoppingToken)
    {
        var changed = new HashSet<string>();
        while (await feed.Changes.WaitToReadAsync(stoppingToken))
        {
            while (feed.Changes.TryRead(out var change))
            {
                if (change.Said is { } said)
                {
                    Send(change.Performance, said);
                }
                else
                {
                    changed.Add(change.Performance);
                }
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
        var followers = pages.Followers(performance).ToList();
        if (followers.Count == 0)
        {
            return;
        }

        try
        {
            var now = await grains.GetGrain<IPerformanceGrain>(performance).View();
            foreach (var page in followers)
            {
                var view = views.Of(now, page.Ticket);
                var bytes = MessagePackSerializer.Serialize(view, ContractResolver.Options);
                if (!bytes.AsSpan().SequenceEqual(page.Told))
                {
                    page.Told = bytes;
                    // Not awaited: a page that does not read must not hold up the others.
                    _ = hub.Clients.Client(page.Connection).Changed(view);
                }
            }
        }
        catch (Exception e) when (theatre.ApplicationStopping.IsCancellationRequested && e is not OutOfMemoryException)
        {
            // The last ones leave, and there is nobody left to tell.
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogWarning(e, "Pages could not be told of the company of {Performance}", performance);
        }
    }

    private void Send(string performance, SaidMessage said)
    {
        foreach (var page in pages.Followers(performance).Where(page => views.IsFor(performance, said, page.Ticket.Person)))
        {
            _ = hub.Clients.Client(page.Connection).Told(views.MessageOf(said));
        }
    }
}
