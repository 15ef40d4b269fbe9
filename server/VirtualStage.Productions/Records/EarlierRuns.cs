namespace VirtualStage.Productions.Records;

/// <summary>What is usual: averages over whole runs of the same production. Rehearsals are none of them.</summary>
public sealed class EarlierRuns(IReadOnlyList<RunTimes> runs)
{
    /// <summary>There was none before.</summary>
    public static readonly EarlierRuns None = new([]);

    public int Count => runs.Count;

    /// <summary>From up to down, intervals and holds included; null where there was no run.</summary>
    public long? RunMs => Average(runs.Select(run => run.DownMs - run.UpMs));

    /// <summary>Show time of the curtain call; null where there was no run.</summary>
    public long? EndShowMs => Average(runs.Select(run => run.EndShowMs));

    /// <summary>All intervals of a run together.</summary>
    public long? IntervalsMs => Average(runs.Select(run => (long?)run.Intervals.Sum(interval => interval.LengthAt(0))));

    /// <summary>All holds of a run together.</summary>
    public long? HoldsMs => Average(runs.Select(run => (long?)run.Holds.Sum(hold => hold.LengthAt(0))));

    /// <summary>An act or a scene; null where no run played it.</summary>
    public long? PartMs(string division) => Average(runs.Select(run => run.Parts.GetValueOrDefault(division)?.LengthMs));

    /// <summary>Show time at which a line was reached; null where no run had it.</summary>
    public long? LineShowMs(string line) => Average(runs.Select(run => At(run, line)));

    /// <summary>Show time from a line to the end; null where no run had it.</summary>
    public long? RestShowMs(string line) => Average(runs.Select(run => run.EndShowMs - At(run, line)));

    private static long? At(RunTimes run, string line) => run.Lines.TryGetValue(line, out var showMs) ? showMs : null;

    private static long? Average(IEnumerable<long?> lengths) => (long?)lengths.Average();
}
