using VirtualStage.Productions.Performances;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Journal;
using VirtualStage.Server.Productions;

namespace VirtualStage.Server.Performances;

/// <summary>A performance as its history left it, ready to go on.</summary>
/// <param name="Clock">Where the performance's time goes on.</param>
/// <param name="Versions">Gives a version of what is played.</param>
internal sealed record Replay(Performance Performance, PerformanceClock Clock, Func<int, Production> Versions)
{
    /// <exception cref="InvalidDataException">The journal does not hold what was played, or it is damaged.</exception>
    public static Replay Of(IReadOnlyList<Happening> history, Checkpoint? checkpoint, ProductionStore productions, Tempo tempo, TimeProvider time)
    {
        var opened = (PerformanceOpened)history[0].Event;
        var versions = (int version) => productions.Load(opened.Production, version);
        var performance = new Performance(versions);
        foreach (var happening in history)
        {
            performance.Replay(happening);
        }

        return new Replay(performance, new PerformanceClock(time, Math.Max(history[^1].TimeMs, checkpoint?.TimeMs ?? 0), tempo.Rate), versions);
    }
}
