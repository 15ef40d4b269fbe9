using VirtualStage.Bots;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Performances;
using VirtualStage.Server.Stage;

namespace VirtualStage.Server.Hosting;

/// <summary>The bots that play in this theatre's own process, through its own doors.</summary>
internal sealed class BotCompany : IAsyncDisposable
{
    private static readonly TimeSpan _lookAgain = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan _comeAgain = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _stop;
    private readonly Task _playing;

    private BotCompany(BotOptions? options, Func<StageHost?> stage, Func<bool> isOver, ILogger log, CancellationToken closing)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(closing);
        _playing = options is null ? Task.Delay(Timeout.Infinite, _stop.Token) : Play(options, stage, isOver, log, _stop.Token);
    }

    /// <summary>Completes when the performance is closed; never where no bots play.</summary>
    public Task End => _playing;

    public static BotCompany Start(IServiceProvider services, string performance)
    {
        var theatre = services.GetRequiredService<TheatreOptions>();
        var ticket = new Ticket(OwnerLink.NewPerson(), [Scopes.Act, Scopes.Call, Scopes.Bot], null);
        var options = new BotOptions(theatre.LocalUrl, services.GetRequiredService<Tickets>().Issue(ticket), performance, Speaks: theatre.BotsSpeak);
        var (stages, repertoire) = (services.GetRequiredService<Stages>(), services.GetRequiredService<Repertoire>());
        return new BotCompany(
            theatre.Bots ? options : null,
            () => stages.Find(performance),
            () => repertoire.NewestOf(Repertoire.ProductionOf(performance)) != performance,
            services.GetRequiredService<ILogger<BotCompany>>(),
            services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _playing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private static async Task Play(BotOptions options, Func<StageHost?> find, Func<bool> isOver, ILogger log, CancellationToken cancel)
    {
        while (!isOver())
        {
            if (find() is not { } stage)
            {
                // The stage is on another server: its bots play there.
                await Task.Delay(_lookAgain, cancel);
                continue;
            }

            using var here = CancellationTokenSource.CreateLinkedTokenSource(cancel, stage.Ended);
            try
            {
                await BotTroupe.Play(options, _ => { }, here.Token);
                return;
            }
            catch (Exception) when (stage.Ended.IsCancellationRequested && !cancel.IsCancellationRequested)
            {
                // The stage goes on elsewhere.
            }
            catch (Exception) when (cancel.IsCancellationRequested)
            {
                // The theatre closes, and its doors with it.
                return;
            }
            catch (Exception e)
            {
                log.LogError(e, "The bots stopped; the theatre goes on without them, and they come again in {Seconds} seconds", _comeAgain.TotalSeconds);
                await Task.Delay(_comeAgain, cancel);
            }
        }
    }
}
