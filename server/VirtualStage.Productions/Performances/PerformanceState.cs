using System.Collections.Immutable;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Performances;

/// <summary>Where a performance is: what its events add up to.</summary>
public sealed record PerformanceState
{
    /// <summary>Before anything happened.</summary>
    public static readonly PerformanceState Empty = new();

    /// <summary>Number of events so far: the journal's version.</summary>
    public int Revision { get; init; }

    public ShowState Show { get; init; } = ShowState.Preset;

    public ShowClock Clock { get; init; } = new(0, null);

    /// <summary>Cues that were touched, by number.</summary>
    public ImmutableDictionary<string, CueRun> Cues { get; init; } = ImmutableDictionary<string, CueRun>.Empty;

    /// <summary>The cue on standby; null when none is.</summary>
    public string? Standby { get; init; }

    /// <summary>The cue that was called last, by hand or by itself; null before the first.</summary>
    public string? LastCalled { get; init; }

    public string? CurrentLine { get; init; }

    /// <summary>Performance time at which the current line became so.</summary>
    public long CurrentLineMs { get; init; }

    /// <summary>Persons by the role that they play.</summary>
    public ImmutableDictionary<string, string> Casting { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Who calls the show; null when nobody does.</summary>
    public Caller? Caller { get; init; }

    /// <summary>Performance time until which a second panic stops at once; 0 when there is nothing to stop.</summary>
    public long PanicUntilMs { get; init; }

    /// <summary>Commands that were accepted, with the revision after them: a retry gets the same answer.</summary>
    public ImmutableDictionary<string, int> Answered { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>The state of a cue.</summary>
    public CueState StateOf(string cue) => Cues.TryGetValue(cue, out var run) ? run.State : CueState.Waiting;

    /// <summary>The cue that comes after the last called one in the sheet; null at its end.</summary>
    public Cue? NextIn(Production production) => LastCalled is null
        ? production.Cues.ElementAtOrDefault(0)
        : production.CueAfter(LastCalled);
}

/// <summary>Who calls the show.</summary>
public sealed record Caller(string Person, bool IsBot);

/// <summary>Show time: it runs with performance time while the show runs, and stands still otherwise.</summary>
/// <param name="BeforeMs">Show time when it last began to run (or stopped).</param>
/// <param name="SinceMs">Performance time at which it began to run; null while it stands.</param>
public sealed record ShowClock(long BeforeMs, long? SinceMs)
{
    /// <summary>Show time at a performance time.</summary>
    public long ShowMsAt(long timeMs) => SinceMs is { } since ? BeforeMs + Math.Max(0, timeMs - since) : BeforeMs;

    /// <summary>The performance time of a show time to come, if nothing stops the show before.</summary>
    public long TimeMsOf(long showMs) => (SinceMs ?? 0) + (showMs - BeforeMs);

    internal ShowClock Started(long timeMs) => SinceMs is null ? new ShowClock(BeforeMs, timeMs) : this;

    internal ShowClock Stopped(long timeMs) => new(ShowMsAt(timeMs), null);
}

/// <summary>A cue that was touched. Times are show time.</summary>
/// <param name="CalledMs">When it was called last.</param>
/// <param name="StartDueMs">When its pre-wait ends; null when that is over.</param>
/// <param name="PostDueMs">When its post-wait ends and the next cue starts; null when nothing waits for it.</param>
/// <param name="EndDueMs">When its duration ends; null before its start and after its end.</param>
public sealed record CueRun(CueState State, long? CalledMs, long? StartDueMs, long? PostDueMs, long? EndDueMs)
{
    /// <summary>Why it failed; null when it did not.</summary>
    public string? Failure { get; init; }

    internal static readonly CueRun Untouched = new(CueState.Waiting, null, null, null, null);

    /// <summary>When the next thing is due for it; null when nothing is.</summary>
    public long? NextDueMs => Earlier(StartDueMs, Earlier(EndDueMs, PostDueMs));

    /// <summary>When its present phase ends; null when nothing is due.</summary>
    public long? PhaseEndsMs => StartDueMs ?? EndDueMs;

    internal bool IsActive => State is CueState.PreWait or CueState.Running or CueState.Paused;

    private static long? Earlier(long? one, long? other) => one is null || other < one ? other : one;
}
