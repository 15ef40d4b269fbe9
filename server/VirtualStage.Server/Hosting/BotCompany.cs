using VirtualStage.Bots;
using VirtualStage.Server.Doors;

namespace VirtualStage.Server.Hosting;

/// <summary>The bots that play in this theatre's own process, through its own doors.</summary>
internal sealed class BotCompany : IAsyncDisposable
{
    private static readonly TimeSpan _comeAgain = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _stop;
    private readonly Task _playing;

    private BotCompany(BotOptions? options, ILogger log, CancellationToken closing)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(closing);
        _playing = options is null ? Task.Delay(Timeout.Infinite, _stop.Token) : Play(options, log, _stop.Token);
    }

    /// <summary>Completes when the performance is closed; never where no bots play.</summary>
    public Task End => _playing;

    public static BotCompany Start(IServiceProvider services, string performance)
    {
        var theatre = services.GetRequiredService<TheatreOptions>();
        var ticket = new Ticket(OwnerLink.NewPerson(), [Scopes.Act, Scopes.Call, Scopes.Bot], null);
        var options = new BotOptions(theatre.LocalUrl, services.GetRequiredService<Tickets>().Issue(ticket), performance, Speaks: theatre.BotsSpeak);
        return new BotCompany(
            theatre.Bots ? options : null,
            services.GetRequiredService<ILogger<BotCompany>>(),
            services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _playing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private static async Task Play(BotOptions options, ILogger log, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                await BotTroupe.Play(options, _ => { }, cancel);
                return;
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
