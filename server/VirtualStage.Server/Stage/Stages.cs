using System.Collections.Concurrent;
using VirtualStage.Contracts.Console;
using VirtualStage.Productions.Performances;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Companies;
using VirtualStage.Server.Console;
using VirtualStage.Server.Hosting;
using VirtualStage.Server.Performances;
using VirtualStage.Server.StageDoor;

namespace VirtualStage.Server.Stage;

/// <summary>The stages on this server. From any thread.</summary>
public sealed class Stages(
    ConsoleFeed feed, CompanyRegister companies, BannedAddresses addresses, TheatreOptions options, IServiceProvider services, ILogger<Stages> log)
    : IDisposable
{
    private readonly ConcurrentDictionary<string, StageHost> _stages = new();
    private readonly ConcurrentQueue<StageHost> _lowered = new();
    private readonly AutoResetEvent _wake = new(false);

    /// <summary>Set when something happened that the loop should not leave for the next tick.</summary>
    public WaitHandle Wake => _wake;

    /// <summary>Every stage.</summary>
    public IEnumerable<StageHost> All => _stages.Values;

    public StageHost? Find(string performance) => _stages.GetValueOrDefault(performance);

    /// <summary>Raises a performance's stage as its history left it.</summary>
    public StageHost Raise(
        string performance, Func<int, Production> productions, PerformanceClock clock, IReadOnlyList<Happening> history, string? places) =>
        _stages[performance] = Build(performance, productions, clock, history, places);

    /// <summary>Builds a stage that nobody comes to, as long as it is not raised.</summary>
    internal StageHost Build(
        string performance, Func<int, Production> productions, PerformanceClock clock, IReadOnlyList<Happening> history, string? places) => new(
            performance,
            productions,
            clock,
            history,
            places,
            new StageRules(performance, companies, addresses),
            options.Grace,
            (actor, line) => Advance(performance, actor, line),
            (actor, conduct) => Note(performance, actor, conduct),
            () => feed.Changed(performance),
            () => _wake.Set())
        {
            RecordingPart = options.Cluster is null ? 0 : StageHost.NoRecordingPart,
        };

    /// <summary>Takes a stage away, because its performance goes on elsewhere: whoever is on it, or watches, comes again and finds it there.</summary>
    internal void Lower(StageHost stage)
    {
        if (_stages.TryRemove(new KeyValuePair<string, StageHost>(stage.Id, stage)))
        {
            _lowered.Enqueue(stage);
            _wake.Set();
        }
    }

    /// <summary>A stage that was taken away, and whose people are to be let go; null when there is none. On the loop.</summary>
    internal StageHost? TakeLowered() => _lowered.TryDequeue(out var stage) ? stage : null;

    public void Dispose()
    {
        foreach (var stage in _stages.Values)
        {
            stage.Dispose();
        }

        _wake.Dispose();
    }

    /// <summary>An actor's word moves the line; the loop does not wait for it.</summary>
    private void Advance(string performance, StageActor actor, string line) => _ = Task.Run(async () =>
    {
        var grain = services.GetRequiredService<IGrainFactory>().GetGrain<IPerformanceGrain>(performance);
        var sender = new Sender(actor.Cast.Person, actor.Cast.IsBot);
        try
        {
            var answer = await grain.Send(sender, new CommandEnvelope(Guid.NewGuid().ToString(), new Advance(line)));
            if (!answer.Accepted)
            {
                log.LogInformation("Line {Line} was not taken: {Reason}", line, answer.Reason);
            }
        }
        catch (Exception e)
        {
            log.LogInformation("Line {Line} was not taken: {Reason}", line, e.Message);
        }
    });

    /// <summary>An incident for the report; the loop does not wait for it.</summary>
    private void Note(string performance, CastActor actor, ClientConduct conduct)
    {
        log.LogWarning("The client of {Role} was held to the rules: {Conduct}", actor.Role, conduct);
        _ = Task.Run(async () =>
        {
            try
            {
                var grain = services.GetRequiredService<IGrainFactory>().GetGrain<IPerformanceGrain>(performance);
                await grain.NoteHeld(actor.Role, actor.IsBot ? null : actor.Person, conduct);
            }
            catch (Exception e)
            {
                log.LogInformation("An incident was not written down: {Reason}", e.Message);
            }
        });
    }
}
