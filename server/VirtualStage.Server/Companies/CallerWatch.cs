using System.Threading.Channels;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Performances;
using VirtualStage.Server.Performances;
using VirtualStage.Server.Stage;

namespace VirtualStage.Server.Companies;

/// <summary>
/// Passes the show on when the console of who calls it has been gone for some seconds: to the next in the calling line whose
/// console is connected. Who calls without a console (a controller, a program) was never there, and is not missed.
/// </summary>
internal sealed class CallerWatch(
    OpenPages pages,
    CompanyRegister register,
    Stages stages,
    IGrainFactory grains,
    TimeProvider time,
    IHostApplicationLifetime theatre,
    ILogger<CallerWatch> log)
    : BackgroundService
{
    /// <summary>A reload or a lost connection that comes back is shorter.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Channel<bool> _looks = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private readonly Dictionary<string, DateTimeOffset> _gone = [];
    private readonly Lock _gate = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        pages.Moved += Note;
        try
        {
            while (await _looks.Reader.WaitToReadAsync(stoppingToken))
            {
                _looks.Reader.TryRead(out _);
                await Look();
            }
        }
        finally
        {
            pages.Moved -= Note;
        }
    }

    private void Note(OpenPage page, bool isOpen)
    {
        if (!page.IsConsole)
        {
            return;
        }

        lock (_gate)
        {
            if (pages.IsAtConsole(page.Ticket.Person))
            {
                _gone.Remove(page.Ticket.Person);
            }
            else
            {
                _gone.TryAdd(page.Ticket.Person, time.GetUtcNow());
                _ = LookLater();
            }
        }

        // Who comes in may be the one that a show without its caller waits for.
        _looks.Writer.TryWrite(true);
    }

    private async Task LookLater()
    {
        await Task.Delay(Patience + TimeSpan.FromMilliseconds(50), time);
        _looks.Writer.TryWrite(true);
    }

    private async Task Look()
    {
        foreach (var performance in stages.All.Where(stage => stage.ShowState != ShowState.Closed).Select(stage => stage.Id))
        {
            try
            {
                var grain = grains.GetGrain<IPerformanceGrain>(performance);
                var view = await grain.View();
                if (view is { Show: not ShowState.Closed, Caller: { IsBot: false, Person: { } caller } } && IsGone(caller) && NextOf(performance, caller) is { } next)
                {
                    var answer = await grain.Send(Sender.Theatre, new CommandEnvelope(Guid.NewGuid().ToString(), new PassCalling(caller, next)));
                    log.LogInformation("The caller of {Performance} is gone; the next in line calls: {Accepted}", performance, answer.Accepted);
                }
            }
            catch (Exception e) when (theatre.ApplicationStopping.IsCancellationRequested && e is not OutOfMemoryException)
            {
                // Everybody is gone: the theatre closes.
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning(e, "It could not be seen whether {Performance} has its caller", performance);
            }
        }
    }

    private bool IsGone(string person)
    {
        lock (_gate)
        {
            return _gone.TryGetValue(person, out var since) && time.GetUtcNow() - since >= Patience;
        }
    }

    private string? NextOf(string performance, string caller)
    {
        var line = register.OfPerformance(performance).CallingLine;
        // The line goes on behind its holder, and begins again.
        return line.Skip(line.IndexOf(caller) + 1).Concat(line).FirstOrDefault(person => person != caller && pages.IsAtConsole(person));
    }
}
