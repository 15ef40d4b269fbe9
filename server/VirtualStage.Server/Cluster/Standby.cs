using System.Collections.Concurrent;
using VirtualStage.Productions.Performances;
using VirtualStage.Server.Journal;
using VirtualStage.Server.Performances;
using VirtualStage.Server.Productions;
using VirtualStage.Server.Stage;

namespace VirtualStage.Server.Cluster;

/// <summary>
/// Does once beforehand all that this server would do to go on with a performance of another one, and throws it away: what is
/// played is in memory then, and the code has run. Where it comes to it, the stage is up again in a fraction of the time.
/// </summary>
internal sealed class Standby(
    IJournal journal, ProductionStore productions, Stages stages, Tempo tempo, TimeProvider time, ILogger<Standby> log)
    : IDisposable
{
    private readonly ConcurrentDictionary<string, Task> _prepared = new(StringComparer.Ordinal);

    /// <summary>One after the other: what is shown here meanwhile goes first.</summary>
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Prepares for a performance, unless that was done. Any thread; waits for nothing.</summary>
    public void Prepare(string performance) => _prepared.GetOrAdd(performance, id => Task.Run(async () =>
    {
        await _one.WaitAsync();
        try
        {
            Rehearse(id);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Who goes on with it in earnest says what is wrong.
            log.LogInformation("There is no preparing for {Performance} ({Reason})", id, e.Message);
        }
        finally
        {
            _one.Release();
        }
    }));

    public void Dispose() => _one.Dispose();

    private void Rehearse(string performance)
    {
        var stream = new PerformanceJournal(journal, performance);
        if (stream.Read().ToList() is not { Count: > 0 } history)
        {
            return;
        }

        var checkpoint = stream.ReadCheckpoint();
        var replay = Replay.Of(history, checkpoint, productions, tempo, time);
        using var stage = stages.Build(performance, replay.Versions, replay.Clock, history, checkpoint?.Data);
        foreach (var happening in replay.Performance.GoOn("", new Moment(replay.Clock.NowMs, 0, replay.Clock.Rate, tempo.GoDebounceMs)).Events)
        {
            EventCodec.Encode(happening.Event);
        }
    }
}
