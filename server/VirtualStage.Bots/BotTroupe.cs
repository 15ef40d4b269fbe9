using VirtualStage.Bots.Voices;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Bots;

/// <summary>All the bots of a performance: an understudy for each role, and a caller.</summary>
public static class BotTroupe
{
    /// <summary>What is missing for understudies to speak aloud, in words; null when it is all there.</summary>
    public static string? MissingForVoices => TroupeVoices.AreAvailable ? null : TroupeVoices.Missing;

    private static readonly TimeSpan _turn = TimeSpan.FromSeconds(1.0 / Movement.TicksPerSecond);

    /// <summary>Plays until it is told to stop, or the performance is closed.</summary>
    /// <exception cref="HttpRequestException">The theatre is not there, or does not take the ticket.</exception>
    /// <exception cref="InvalidDataException">There is no performance to play in.</exception>
    public static async Task Play(BotOptions options, Action<string> tell, CancellationToken cancel)
    {
        using var api = new TheatreApi(options);
        var performance = options.Performance
            ?? (await api.Playbill(cancel)).Performances.FirstOrDefault()?.Id
            ?? throw new InvalidDataException($"no performance is on the playbill of {options.Theatre}");
        var script = new BotScript(performance, api);
        await script.Fetch(cancel);
        var roles = script.Newest.Plan.Roles;
        var me = await api.Me(cancel);
        tell($"{roles.Length} understudies{(options.Calls ? " and a caller bot" : "")} for {performance}");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var voices = options.Speaks ? new TroupeVoices() : null;
        var speaking = voices?.Work(stop.Token) ?? Task.CompletedTask;
        var acting = Act([.. roles.Select(role => new Understudy(performance, role.Id, api, script, voices))], stop.Token);
        if (options.Calls)
        {
            await using var caller = new CallerBot(options, performance, new CallPlan(script, me.Person));
            await caller.Run(cancel);
            await stop.CancelAsync();
        }

        await acting;
        await stop.CancelAsync();
        await speaking;
    }

    private static async Task Act(List<Understudy> understudies, CancellationToken cancel)
    {
        using var turns = new PeriodicTimer(_turn);
        try
        {
            while (await turns.WaitForNextTickAsync(cancel))
            {
                foreach (var understudy in understudies)
                {
                    understudy.Step(DateTimeOffset.UtcNow, cancel);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The way to end.
        }
        finally
        {
            understudies.ForEach(understudy => understudy.Dispose());
        }
    }
}
