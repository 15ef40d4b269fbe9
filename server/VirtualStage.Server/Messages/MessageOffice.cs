using System.Threading.Channels;
using VirtualStage.Productions.Performances;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Hosting;
using VirtualStage.Server.Performances;

namespace VirtualStage.Server.Messages;

/// <summary>
/// Sends what cues say to machines outside, at the cue's stamp. Each target has a queue of its own: messages to it go
/// in order, and a target that is slow holds up nobody else. What does not arrive makes its cue fail, with the reason.
/// </summary>
public sealed class MessageOffice(
    TheatreOptions options, MessageCourier courier, IServiceProvider services, TimeProvider time, ILogger<MessageOffice> log)
    : BackgroundService
{
    private const int MostWaiting = 64;

    private readonly Dictionary<string, (MessageTarget Target, Channel<(OutgoingMessage Message, long Due)> Waiting)> _queues = options.MessageTargets.ToDictionary(
        target => target.Name,
        target => (target, Channel.CreateBounded<(OutgoingMessage, long)>(new BoundedChannelOptions(MostWaiting) { SingleReader = true })));

    /// <summary>Targets that a production's cues name and this theatre has not.</summary>
    public IEnumerable<string> MissingFor(Production production) => production.Cues
        .Select(cue => (cue.Action as MessageAction)?.To)
        .OfType<string>()
        .Distinct()
        .Where(target => !_queues.ContainsKey(target));

    /// <summary>Takes the messages of what happened, to be sent at their stamps; returns at once.</summary>
    public void Take(string performance, Production production, PerformanceClock clock, IReadOnlyList<Happening> events)
    {
        foreach (var started in events.Select(happening => happening.Event).OfType<CueStarted>())
        {
            if (started.Armed && production.FindCue(started.Cue)?.Action is MessageAction action)
            {
                Take(new OutgoingMessage(performance, started.Cue, action), clock.Until(started.StartMs));
            }
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(_queues.Values.Select(queue => SendAll(queue.Target, queue.Waiting.Reader, stoppingToken)));

    private void Take(OutgoingMessage message, TimeSpan wait)
    {
        var due = time.GetTimestamp() + (long)(wait.TotalSeconds * time.TimestampFrequency);
        if (!_queues.TryGetValue(message.Action.To, out var queue))
        {
            Fail(message, "the theatre has no target of this name: start it with --message-target");
        }
        else if (!queue.Waiting.Writer.TryWrite((message, due)))
        {
            Fail(message, $"{MostWaiting} messages wait for it already");
        }
    }

    private async Task SendAll(MessageTarget target, ChannelReader<(OutgoingMessage Message, long Due)> waiting, CancellationToken stop)
    {
        await foreach (var (message, due) in waiting.ReadAllAsync(stop))
        {
            try
            {
                if (time.GetElapsedTime(time.GetTimestamp(), due) is var wait && wait > TimeSpan.Zero)
                {
                    await Task.Delay(wait, time, stop);
                }

                await courier.Carry(message, target, stop);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Fail(message, e is MessageException ? e.Message : "the message could not be sent; the theatre's log says why");
                if (e is not MessageException)
                {
                    log.LogError(e, "The message of cue {Cue} to {Target} could not be sent", message.Cue, target.Name);
                }
            }
        }
    }

    /// <summary>Nobody waits for it: the performance that took the cue may be the one that asks.</summary>
    private void Fail(OutgoingMessage message, string reason) => _ = Task.Run(async () =>
    {
        try
        {
            await services.GetRequiredService<IGrainFactory>().GetGrain<IPerformanceGrain>(message.Performance)
                .Fail(message.Cue, $"the message to {message.Action.To} did not arrive: {reason}");
        }
        catch (Exception e)
        {
            log.LogError(e, "That cue {Cue} failed could not be written down: {Reason}", message.Cue, reason);
        }
    });
}
