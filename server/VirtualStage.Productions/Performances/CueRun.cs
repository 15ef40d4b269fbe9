using VirtualStage.Contracts.Console;

namespace VirtualStage.Productions.Performances;

/// <summary>A cue that was touched. Times are show time.</summary>
/// <param name="CalledMs">When it was called last.</param>
/// <param name="StartDueMs">When its pre-wait ends; null when that is over.</param>
/// <param name="PostDueMs">When its post-wait ends and the next cue starts; null when nothing waits for it.</param>
/// <param name="EndDueMs">When its duration ends; null before its start and after its end, and where something else ends it.</param>
public sealed record CueRun(CueState State, long? CalledMs, long? StartDueMs, long? PostDueMs, long? EndDueMs)
{
    internal static readonly CueRun Untouched = new(CueState.Waiting, null, null, null, null);

    internal static readonly CueRun Passed = Untouched with { State = CueState.Done, Rest = CueState.Done };

    /// <summary>What it is again when it is released from its warning or its standby.</summary>
    public CueState Rest { get; init; } = CueState.Waiting;

    /// <summary>The performance's revision at which it was called last; 0 before.</summary>
    public int CalledRevision { get; init; }

    /// <summary>The revision of the GO that it came of; 0 where it came of none.</summary>
    public int GoRevision { get; init; }

    /// <summary>The group that called it; null where none did.</summary>
    public string? Group { get; init; }

    /// <summary>True for a group that was started: its members end it.</summary>
    public bool HasMembers { get; init; }

    /// <summary>Since when it is paused by itself: nothing is due for it meanwhile. Null when it is not.</summary>
    public long? PausedMs { get; init; }

    /// <summary>True while it fades out: it is stopped at its end, and nothing follows.</summary>
    public bool IsFading { get; init; }

    /// <summary>Why it failed, or will have failed when its other members are done; null when it did not.</summary>
    public string? Reason { get; init; }

    /// <summary>When the next thing is due for it; null when nothing is.</summary>
    public long? NextDueMs => PausedMs is null ? Earlier(StartDueMs, Earlier(EndDueMs, PostDueMs)) : null;

    /// <summary>When its present phase ends; null when that is not known.</summary>
    public long? PhaseEndsMs => StartDueMs ?? EndDueMs;

    /// <summary>True from its call to its end.</summary>
    public bool IsActive => State is CueState.PreWait or CueState.Running or CueState.Paused;

    /// <summary>True while it runs, or while the next cue waits for its post-wait.</summary>
    public bool CanStop => IsActive || PostDueMs is not null;

    /// <summary>The state without warning and standby.</summary>
    internal CueState RestingState => State is CueState.Warned or CueState.Standby ? Rest : State;

    private static long? Earlier(long? one, long? other) => one is null || other < one ? other : one;
}
