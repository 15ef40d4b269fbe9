using System.Collections.Concurrent;
using VirtualStage.Productions.Companies;
using VirtualStage.Productions.Performances;
using VirtualStage.Productions.Records;
using VirtualStage.Server.Companies;
using VirtualStage.Server.Journal;
using VirtualStage.Server.Performances;
using VirtualStage.Server.Productions;

namespace VirtualStage.Server.Records;

/// <summary>Runs as the journal holds them: what happened in one, and how long those before it took.</summary>
public sealed class RunHistory(IJournal journal, ProductionStore productions)
{
    /// <summary>What was usual a season ago is not what is usual now.</summary>
    private const int MostEarlierRuns = 10;

    /// <summary>Performances that are over, which nothing changes any more.</summary>
    private readonly ConcurrentDictionary<string, RunTimes> _over = new();

    /// <summary>Everything that happened in a performance; empty where there is none.</summary>
    public IReadOnlyList<Recorded> Read(string performance) => [.. new PerformanceJournal(journal, performance).ReadRecords()];

    /// <summary>The company that plays a performance, as the journal has it.</summary>
    public CompanyState CompanyOf(string performance)
    {
        var company = new Company();
        foreach (var happening in new CompanyJournal(journal, Repertoire.ProductionOf(performance)).Read())
        {
            company.Replay(happening);
        }

        return company.State;
    }

    /// <summary>Whole runs of the same production before a performance, the newest ones.</summary>
    public EarlierRuns Before(string performance) => new(
    [
        .. journal.Streams(PerformanceJournal.Prefix)
            .Select(stream => stream[PerformanceJournal.Prefix.Length..])
            .SkipWhile(other => other != performance)
            .Skip(1)
            .Where(other => Repertoire.ProductionOf(other) == Repertoire.ProductionOf(performance))
            .Select(TimesOf)
            .Where(run => run.IsWhole)
            .Take(MostEarlierRuns),
    ]);

    private RunTimes TimesOf(string performance)
    {
        if (_over.TryGetValue(performance, out var known))
        {
            return known;
        }

        var records = Read(performance);
        var opened = (PerformanceOpened)records[0].Happening.Event;
        var production = productions.Load(opened.Production, opened.ProductionVersion);
        var times = records.Aggregate(RunTimes.None, (run, recorded) => run.With(recorded.Happening, production));
        if (times.IsOver)
        {
            _over[performance] = times;
        }

        return times;
    }
}
