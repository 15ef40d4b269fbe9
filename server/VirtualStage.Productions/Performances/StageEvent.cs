namespace VirtualStage.Productions.Performances;

/// <summary>The last GO was taken back: the stage, the playhead and the cues are as it found them.</summary>
/// <param name="Cue">The cue whose GO it was.</param>
/// <param name="StartMs">Performance time at which the stage begins to go back.</param>
/// <param name="FadeMs">How long lights, scenery and performers take.</param>
/// <param name="To">The stage as the GO found it.</param>
public sealed record WentBack(string Cue, long StartMs, int FadeMs, TrackedStage To) : PerformanceEvent;

/// <summary>The stage was set as the sheet has it at a place; the cues before it count as done.</summary>
/// <param name="To">The stage there.</param>
/// <param name="Playhead">The cue that is called next there; null behind the last one.</param>
/// <param name="Line">The line before the first one that is spoken then; null at the play's beginning.</param>
/// <param name="StartMs">Performance time at which the stage begins to be set.</param>
/// <param name="FadeMs">How long lights, scenery and performers take.</param>
/// <param name="AtOnce">True when the roles are put in their places; false when they are asked to walk there.</param>
public sealed record StageSet(
    TrackedStage To, string? Playhead, string? Line, long StartMs, int FadeMs, bool AtOnce) : PerformanceEvent;

/// <summary>The performance is a rehearsal.</summary>
public sealed record RehearsalBegan : PerformanceEvent;

/// <summary>The performance is no rehearsal any more, and is as at its beginning.</summary>
public sealed record RehearsalEnded : PerformanceEvent;

/// <summary>The rehearsal is as at its beginning.</summary>
public sealed record ShowReset : PerformanceEvent;

/// <summary>A rehearsal repeats some lines, both included; null for both: it does not.</summary>
public sealed record LoopSet(string? FromLine, string? ToLine) : PerformanceEvent;
