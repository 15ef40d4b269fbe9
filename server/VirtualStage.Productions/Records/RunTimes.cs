using System.Collections.Immutable;
using VirtualStage.Contracts.Stage;
using VirtualStage.Plays;
using VirtualStage.Productions.Performances;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Records;

/// <summary>
/// How long a run and its parts took: what its events add up to, live or read back. Times are performance time unless they
/// are called show time; what an act or a scene took counts holds and leaves intervals out.
/// </summary>
public sealed record RunTimes
{
    /// <summary>Before anything happened.</summary>
    public static readonly RunTimes None = new();

    /// <summary>When the show went up; null before.</summary>
    public long? UpMs { get; init; }

    /// <summary>When the curtain call was taken, or the show was closed without one; null before.</summary>
    public long? DownMs { get; init; }

    /// <summary>Show time of the curtain call; null before, and where there was none.</summary>
    public long? EndShowMs { get; init; }

    /// <summary>The intervals, the last one open while it is taken.</summary>
    public ImmutableList<Stretch> Intervals { get; init; } = [];

    /// <summary>The holds, the last one open while the show is held.</summary>
    public ImmutableList<Stretch> Holds { get; init; } = [];

    /// <summary>Acts and scenes that were played, by the division's id.</summary>
    public ImmutableDictionary<string, PartTime> Parts { get; init; } = ImmutableDictionary<string, PartTime>.Empty;

    /// <summary>Show time at which a line was current first, by the line's id.</summary>
    public ImmutableDictionary<string, long> Lines { get; init; } = ImmutableDictionary<string, long>.Empty;

    /// <summary>The current line; null before the first.</summary>
    public string? Line { get; init; }

    /// <summary>The divisions that the play is in, the outermost first; empty before the run.</summary>
    public IReadOnlyList<Division> Place { get; init; } = [];

    /// <summary>True for a rehearsal.</summary>
    public bool IsRehearsal { get; init; }

    /// <summary>True when the stage was set at another place meanwhile: it did not take its whole time.</summary>
    public bool HasJumped { get; init; }

    /// <summary>True when the performance is closed.</summary>
    public bool IsOver { get; init; }

    /// <summary>True for a run from its beginning to its curtain call, that others can be compared with.</summary>
    public bool IsWhole => UpMs is not null && EndShowMs is not null && !IsRehearsal && !HasJumped;

    /// <summary>True while acts and scenes go on.</summary>
    public bool Plays => UpMs is not null && DownMs is null && Intervals is not [.., { EndMs: null }];

    /// <summary>Performance time up to which the parts are added up.</summary>
    public long CountedMs { get; init; }

    /// <summary>What an event makes of it.</summary>
    public RunTimes With(Happening happening, Production production) => happening.Event switch
    {
        ShowMoved moved => Counted(happening.TimeMs).Moved(moved, happening, production),
        LineAdvanced advanced => Counted(happening.TimeMs).At(advanced.Line, happening, production),
        StageSet { Line: { } line } => Counted(happening.TimeMs).At(line, happening, production) with { HasJumped = true },
        StageSet => Counted(happening.TimeMs) with { HasJumped = true, Line = null },
        RehearsalBegan => Counted(happening.TimeMs) with { IsRehearsal = true },
        RehearsalEnded => None with { CountedMs = happening.TimeMs },
        ShowReset => None with { CountedMs = happening.TimeMs, IsRehearsal = IsRehearsal },
        _ => Counted(happening.TimeMs),
    };

    /// <summary>The same at a later time at which nothing happened.</summary>
    public RunTimes Counted(long timeMs)
    {
        if (!Plays || timeMs <= CountedMs)
        {
            return this with { CountedMs = Math.Max(timeMs, CountedMs) };
        }

        var parts = Parts;
        foreach (var division in Place)
        {
            var part = parts.GetValueOrDefault(division.Id) ?? new PartTime(CountedMs, 0);
            parts = parts.SetItem(division.Id, part with { LengthMs = part.LengthMs + (timeMs - CountedMs) });
        }

        return this with { Parts = parts, CountedMs = timeMs };
    }

    private RunTimes Moved(ShowMoved moved, Happening happening, Production production)
    {
        var next = this with { Holds = Ended(Holds, happening.TimeMs), Intervals = Ended(Intervals, happening.TimeMs) };
        return (moved.Trigger, moved.To) switch
        {
            (ShowTrigger.Start, _) => next with { UpMs = happening.TimeMs, Place = PlaceOf(Line ?? production.LineAfter(null)?.Id, production) },
            (ShowTrigger.EndInterval, _) => next with { Place = PlaceAfterInterval(production) },
            (_, ShowState.Held) => next with { Holds = next.Holds.Add(new Stretch(happening.TimeMs, null)) },
            (_, ShowState.Interval) => next with { Intervals = next.Intervals.Add(new Stretch(happening.TimeMs, null)) },
            (_, ShowState.CurtainCall) => next with { DownMs = happening.TimeMs, EndShowMs = happening.ShowMs },
            (_, ShowState.Closed) => next with { DownMs = DownMs ?? (UpMs is null ? null : happening.TimeMs), IsOver = true },
            _ => next,
        };
    }

    private RunTimes At(string line, Happening happening, Production production) => this with
    {
        Line = line,
        Lines = Lines.ContainsKey(line) ? Lines : Lines.Add(line, happening.ShowMs),
        Place = UpMs is null ? [] : production.DivisionsOf(line),
    };

    /// <summary>After an interval that was taken at an act's last line, the next act has begun.</summary>
    private IReadOnlyList<Division> PlaceAfterInterval(Production production)
    {
        var next = Line is null ? [] : PlaceOf(production.LineAfter(Line)?.Id, production);
        return next.Count > 0 && Place.Count > 0 && next[0].Id != Place[0].Id ? next : Place;
    }

    private static IReadOnlyList<Division> PlaceOf(string? line, Production production) => line is null ? [] : production.DivisionsOf(line);

    private static ImmutableList<Stretch> Ended(ImmutableList<Stretch> stretches, long timeMs) => stretches is [.., { EndMs: null } last]
        ? stretches.SetItem(stretches.Count - 1, last with { EndMs = timeMs })
        : stretches;
}

/// <summary>A stretch of performance time.</summary>
/// <param name="EndMs">Null while it goes on.</param>
public sealed record Stretch(long StartMs, long? EndMs)
{
    /// <summary>How long it is at a time.</summary>
    public long LengthAt(long timeMs) => (EndMs ?? timeMs) - StartMs;
}

/// <summary>How long a division was played.</summary>
/// <param name="StartedMs">When it was reached first.</param>
public sealed record PartTime(long StartedMs, long LengthMs);
