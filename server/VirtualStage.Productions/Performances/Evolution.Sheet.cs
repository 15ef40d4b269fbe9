using System.Collections.Immutable;
using System.Text.Json;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Performances;

internal static partial class Evolution
{
    /// <summary>The same performance with another sheet: what was done to a cue stays with it, whatever its number is now.</summary>
    private static PerformanceState Revised(PerformanceState state, SheetRevised revised, Production sheet)
    {
        var former = state.Production;
        var numbers = new CueNumbers(sheet, revised.Renumbered.ToDictionary(cue => cue.Former, cue => cue.Number, StringComparer.Ordinal));
        var hasOtherCues = revised.Renumbered.Count > 0
            || former.Cues.Select(cue => cue.Number).Concat(state.Cues.Keys).Any(cue => sheet.FindCue(cue) is null);
        var (callable, notice) = WithoutTheUncallable(state, numbers);
        return callable with
        {
            Production = sheet,
            Cues = hasOtherCues ? RunsOf(callable.Cues, numbers) : callable.Cues,
            ArmedHere = hasOtherCues
                ? state.ArmedHere
                    .Where(pair => numbers.Find(pair.Key) is not null)
                    .ToImmutableDictionary(pair => numbers.Of(pair.Key), pair => pair.Value, StringComparer.Ordinal)
                : state.ArmedHere,
            Playhead = PlayheadOf(state.Playhead, former, sheet, numbers),
            Warned = callable.Warned is { } warned ? numbers.Of(warned) : null,
            Standby = callable.Standby is { } standby ? numbers.Of(standby) : null,
            StandbyRevision = callable.Standby is { } cued && !IsSame(former.FindCue(cued)!, numbers.Find(cued)!) ? state.Revision + 1 : state.StandbyRevision,
            BackPoints = [.. state.BackPoints.Reverse().Select(PointOf)],
            CurrentLine = former.LineLeftIn(sheet, state.CurrentLine),
            Loop = state.Loop is { } loop && sheet.FindLine(loop.FromLine) is not null && sheet.FindLine(loop.ToLine) is not null ? loop : null,
            Notice = notice ?? state.Notice,
        };

        BackPoint PointOf(BackPoint point) => point with
        {
            Cue = numbers.Of(point.Cue),
            Playhead = PlayheadOf(point.Playhead, former, sheet, numbers),
            Cues = hasOtherCues ? RunsOf(point.Cues, numbers) : point.Cues,
        };
    }

    /// <summary>No cue is warned or on standby that cannot be called any more.</summary>
    private static (PerformanceState State, string? Notice) WithoutTheUncallable(PerformanceState state, CueNumbers numbers) =>
        (state.Standby ?? state.Warned) is { } cue && numbers.Find(cue) is not { IsCallable: true }
            ? (Released(state), $"cue {cue}, which was {(state.Standby is null ? "warned" : "on standby")}, was edited out")
            : (state, null);

    /// <summary>A cue that is not in the sheet any more is known for as long as it runs.</summary>
    private static ImmutableDictionary<string, CueRun> RunsOf(ImmutableDictionary<string, CueRun> runs, CueNumbers numbers) => runs
        .Where(pair => numbers.Find(pair.Key) is not null || pair.Value.IsActive)
        .OrderBy(pair => numbers.Find(pair.Key) is not null)
        .Aggregate(ImmutableDictionary.CreateBuilder<string, CueRun>(StringComparer.Ordinal), (known, pair) =>
        {
            known[numbers.Of(pair.Key)] = pair.Value with { Group = pair.Value.Group is { } group ? numbers.Of(group) : null };
            return known;
        })
        .ToImmutable();

    /// <summary>True when an operator who saw one knows the other.</summary>
    private static bool IsSame(Cue former, Cue cue) =>
        former == cue with { Action = former.Action }
        && JsonSerializer.Serialize<object>(former.Action) == JsonSerializer.Serialize<object>(cue.Action);

    /// <summary>The playhead stays on its cue; where that is gone, it goes on to the next one that is left.</summary>
    private static string? PlayheadOf(string? playhead, Production former, Production sheet, CueNumbers numbers)
    {
        for (var cue = playhead; cue is not null; cue = former.CueAfter(cue)?.Number)
        {
            if (numbers.Find(cue) is { IsCallable: true } found)
            {
                return found.Number;
            }
        }

        // Behind the last cue: what was put there is called next.
        return former.LastCue is not { } last ? sheet.FirstCue?.Number
            : numbers.Find(last.Number) is { } left ? sheet.CueAfter(left.Number)?.Number
            : null;
    }
}
