using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Records;

/// <summary>How a run keeps its time.</summary>
/// <param name="BehindMs">How much later than usual the current line came.</param>
/// <param name="EndShowMs">Show time at which the end is to be expected.</param>
public sealed record Pace(long BehindMs, long EndShowMs)
{
    /// <summary>What a run's first minute says of its pace is chance.</summary>
    private const long TooShortMs = 60_000;

    private const double Fastest = 0.5;
    private const double Slowest = 2;

    /// <summary>
    /// The pace at the current line against earlier runs, else against the sheet. What is left takes as much longer than
    /// usual as what was played did.
    /// </summary>
    public static Pace Of(RunTimes run, EarlierRuns earlier, Production production)
    {
        if (run.Line is not { } line || !run.Lines.TryGetValue(line, out var showMs) || production.FindLine(line) is null)
        {
            return new Pace(0, earlier.EndShowMs ?? production.PlayingTimeMs);
        }

        var usualMs = earlier.LineShowMs(line) ?? production.SheetMsUntil(line);
        var restMs = earlier.RestShowMs(line) ?? (production.PlayingTimeMs - production.SheetMsUntil(line));
        var ratio = usualMs < TooShortMs ? 1 : Math.Clamp((double)showMs / usualMs, Fastest, Slowest);
        return new Pace(showMs - usualMs, showMs + (long)(restMs * ratio));
    }
}
