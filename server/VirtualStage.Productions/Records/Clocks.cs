using VirtualStage.Contracts.Console;
using VirtualStage.Productions.Performances;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Records;

/// <summary>A run's clocks: told what happens, they say what consoles are shown.</summary>
public sealed class Clocks(EarlierRuns earlier)
{
    private RunTimes _run = RunTimes.None;

    /// <summary>Takes in what happened, in order.</summary>
    public void Take(IEnumerable<Happening> events, Production production) =>
        _run = events.Aggregate(_run, (run, happening) => run.With(happening, production));

    /// <summary>The clocks at a performance time that is not before the last event.</summary>
    public ClocksView At(long timeMs, Production production)
    {
        var now = _run.Counted(timeMs);
        var pace = now is { UpMs: not null, DownMs: null } ? Pace.Of(now, earlier, production) : null;
        var intervalsMs = now.Intervals.Sum(interval => interval.LengthAt(timeMs));
        return new ClocksView(
            now.UpMs is { } up ? new ClockView("", up, (now.DownMs ?? timeMs) - up, now.DownMs is null, earlier.RunMs) : null,
            PartOf(now, 0),
            PartOf(now, 1),
            Open(now.Intervals, timeMs, earlier.IntervalsMs),
            Open(now.Holds, timeMs, null),
            now.Line is null ? null : (int?)pace?.BehindMs,
            pace?.EndShowMs,
            pace is null ? 0 : (int)Math.Max(0, (earlier.IntervalsMs ?? 0) - intervalsMs),
            earlier.Count);
    }

    private ClockView? PartOf(RunTimes run, int depth)
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
