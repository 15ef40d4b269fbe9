using System.Threading.Channels;
using VirtualStage.Contracts.Console;
using VirtualStage.Osc;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Console;
using VirtualStage.Server.Performances;
using VirtualStage.Server.Stage;
using VirtualStage.Server.Watching;

namespace VirtualStage.Server.Osc;

/// <summary>
/// Does what controllers ask, one after the other. Whoever has the token is at the desk of the person who calls the
/// show, and acts in that person's name; where nobody calls, or a bot, the controller takes the book itself.
/// </summary>
internal sealed class OscDesk(
    Repertoire repertoire, Stages stages, IGrainFactory grains, ConsoleFeed feed, OscSessions sessions, OscFeedback feedback, OscCounters counters, ILogger<OscDesk> log)
    : BackgroundService
{
    /// <summary>The person that a controller is where it acts in nobody's name.</summary>
    public const string Device = "osc";

    private const int MostWaiting = 256;
    private static readonly TimeSpan _refreshEvery = TimeSpan.FromSeconds(5);

    private readonly Channel<(OscClient Client, OscMessage Message)> _waiting =
        Channel.CreateBounded<(OscClient, OscMessage)>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    /// <summary>Leaves a message of an admitted client to be done; false when too many wait.</summary>
    public bool Take(OscClient client, OscMessage message) => _waiting.Writer.TryWrite((client, message));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        feed.Told += Tell;
        try
        {
            await Task.WhenAll(DoAll(stoppingToken), Refresh(stoppingToken));
        }
        finally
        {
            feed.Told -= Tell;
        }
    }

    private async Task DoAll(CancellationToken stop)
    {
        await foreach (var (client, message) in _waiting.Reader.ReadAllAsync(stop))
        {
            try
            {
                await Do(client, message);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "An OSC message to {Path} could not be done", message.Address);
                feedback.Reply(client, message.Address, "the theatre could not do it; its log says why");
            }
        }
    }

    private async Task Do(OscClient client, OscMessage message)
    {
        if (await Now() is not var (grain, view, production))
        {
            feedback.Reply(client, message.Address, "no performance is on");
            return;
        }

        if (OscDictionary.PathOf(message.Address) == OscReception.Updates)
        {
            feedback.Whole(view, production, client);
            return;
        }

        var order = OscDictionary.Read(message, view, production);
        if (order == OscOrder.Nothing)
        {
            return;
        }

        using var trace = order.Command is { } asked ? TheatreTraces.Arrival(view.Id, asked) : null;
        // The id says where the command came from; a datagram that comes twice is what the debounce is for.
        var refusal = order.Command is { } command
            ? Refusal(await grain.SendForCaller(Device, new CommandEnvelope($"osc-{Guid.NewGuid():N}", command)))
            : order.Refusal;
        counters.CountAnswer(refusal is null);
        feedback.Reply(client, message.Address, refusal);
    }

    /// <summary>What got lost on the way is told again, and who went away is forgotten.</summary>
    private async Task Refresh(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(_refreshEvery);
        while (await timer.WaitForNextTickAsync(stop))
        {
            sessions.DropSilent();
            try
            {
                if (await Now() is var (_, view, production))
                {
                    feedback.Whole(view, production);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning(e, "OSC controllers could not be told of the show");
            }
        }
    }

    private void Tell(PerformanceView view)
    {
        if (view.Id == repertoire.Current && stages.Find(view.Id) is { } stage)
        {
            feedback.Changed(view, stage.Production);
        }
    }

    private async Task<(IPerformanceGrain Grain, PerformanceView View, Production Production)?> Now()
    {
        if (repertoire.Current is not { } performance || stages.Find(performance) is not { } stage)
        {
            return null;
        }

        var grain = grains.GetGrain<IPerformanceGrain>(performance);
        return (grain, await grain.View(), stage.Production);
    }

    private static string? Refusal(CommandAnswer answer) => answer.Accepted ? null : answer.Reason ?? "refused";
}
