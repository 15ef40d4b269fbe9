namespace VirtualStage.Productions.Performances;

/// <summary>The departments were warned of a cue.</summary>
public sealed record CueWarned(string Cue) : PerformanceEvent;

/// <summary>A cue was put on standby.</summary>
public sealed record CueStoodBy(string Cue) : PerformanceEvent;

/// <summary>A department is ready for the cue that is warned or on standby.</summary>
public sealed record StandbyAcknowledged(string Cue, string Department) : PerformanceEvent;

/// <summary>A cue that was warned or on standby was taken back.</summary>
public sealed record CueReleased(string Cue) : PerformanceEvent;

/// <summary>The playhead went to a cue without anything being called.</summary>
public sealed record PlayheadMoved(string Cue) : PerformanceEvent;

/// <summary>The cue at the playhead was passed over.</summary>
public sealed record CueSkipped(string Cue) : PerformanceEvent;

/// <summary>A cue was armed or disarmed for this performance, whatever the sheet says.</summary>
public sealed record CueArmed(string Cue, bool Armed) : PerformanceEvent;

/// <summary>What made a cue go.</summary>
public enum CueOrigin
{
    Go,
    AutoContinue,
    AutoFollow,

    /// <summary>Its group.</summary>
    Group,

    /// <summary>A hand on the cart.</summary>
    Fire,
}

/// <summary>A cue was called; its pre-wait runs.</summary>
/// <param name="By">The cue that called it: the one before it in its chain, or its group; null when it was called by hand.</param>
public sealed record CueCalled(string Cue, CueOrigin Origin, string? By = null) : PerformanceEvent;

/// <summary>A cue's pre-wait ended and its action began.</summary>
/// <param name="StartMs">The stamp: performance time at which everybody fires it.</param>
/// <param name="Armed">False for a cue that was called and does nothing.</param>
public sealed record CueStarted(string Cue, long StartMs, bool Armed = true) : PerformanceEvent;

/// <summary>A cue's post-wait ended.</summary>
public sealed record CuePostWaited(string Cue) : PerformanceEvent;

/// <summary>A cue's duration is over; of a group, its members are done.</summary>
public sealed record CueCompleted(string Cue) : PerformanceEvent;

/// <summary>One cue stands still, while show time goes on.</summary>
/// <param name="StampMs">Performance time at which everybody holds it.</param>
public sealed record CuePaused(string Cue, long StampMs) : PerformanceEvent;

/// <summary>A cue that was paused by itself goes on.</summary>
/// <param name="StampMs">Performance time at which everybody lets it go on.</param>
public sealed record CueResumed(string Cue, long StampMs) : PerformanceEvent;

/// <summary>A sound fades out and stops then; a group calls none of its members any more.</summary>
/// <param name="StartMs">Performance time at which the fade begins.</param>
public sealed record CueFaded(string Cue, long StartMs, int FadeMs) : PerformanceEvent;

/// <summary>A cue was ended where it was; nothing follows it by itself.</summary>
/// <param name="StampMs">Performance time at which everybody stops it.</param>
public sealed record CueStopped(string Cue, long StampMs) : PerformanceEvent;

/// <summary>A cue could not do what it should.</summary>
/// <param name="Reason">Why, for a person to read.</param>
public sealed record CueFailed(string Cue, string Reason) : PerformanceEvent;
