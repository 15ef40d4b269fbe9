using VirtualStage.Contracts.Console;
using VirtualStage.Plays;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Records;

/// <summary>A run's clocks as consoles are shown them.</summary>
public static class Clocks
{
    /// <summary>The clocks at a performance time that is not before the last event.</summary>
    public static ClocksView Of(RunTimes run, EarlierRuns earlier, Production production, long timeMs)
    {
        var now = run.Counted(timeMs);
        var pace = now is { UpMs: not null, DownMs: null } ? Pace.Of(now, earlier, production) : null;
        var intervalsMs = now.Intervals.Sum(interval => interval.LengthAt(timeMs));
        return new ClocksView(
            now.UpMs is { } up ? new ClockView("", up, (now.DownMs ?? timeMs) - up, now.DownMs is null, earlier.RunMs) : null,
            PartOf(now, 0, earlier),
            PartOf(now, 1, earlier),
            Open(now.Intervals, timeMs, earlier.IntervalsMs),
            Open(now.Holds, timeMs, null),
            now.Line is null ? null : (int?)pace?.BehindMs,
            pace?.EndShowMs,
            pace is null ? 0 : (int)Math.Max(0, (earlier.IntervalsMs ?? 0) - intervalsMs),
            earlier.Count);
    }

    private static ClockView? PartOf(RunTimes run, int depth, EarlierRuns earlier)
    {
        if (run.DownMs is not null || run.Place.ElementAtOrDefault(depth) is not { } division)
        {
            return null;
        }

        return run.Parts.GetValueOrDefault(division.Id) is { } part
            ? new ClockView(division.Title, part.StartedMs, part.LengthMs, run.Plays, earlier.PartMs(division.Id))
            : null;
    }

    private static ClockView? Open(IReadOnlyList<Stretch> stretches, long timeMs, long? usualMs) =>
        stretches is [.., { EndMs: null } open] ? new ClockView("", open.StartMs, open.LengthAt(timeMs), true, usualMs) : null;
}
