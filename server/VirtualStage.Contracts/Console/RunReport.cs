using MessagePack;

namespace VirtualStage.Contracts.Console
{
    /// <summary>
    /// What a run came to, made from its journal whenever somebody asks. Served as JSON. Names are those of today: who had
    /// themselves forgotten is "somebody". AtMs is Unix milliseconds; lengths are performance time.
    /// </summary>
    /// <param name="Version">The production's version that it was played from last.</param>
    /// <param name="IsRehearsal">True for a rehearsal.</param>
    /// <param name="IsOver">False while the performance is not closed: the report is as of now.</param>
    /// <param name="EarlierRuns">How many runs of this production the usual lengths are the average of.</param>
    /// <param name="NotCalled">Numbers of the cues of the main list that were never called.</param>
    [MessagePackObject]
    public sealed record RunReport(
        [property: Key(0)] string Performance,
        [property: Key(1)] string Title,
        [property: Key(2)] int Version,
        [property: Key(3)] bool IsRehearsal,
        [property: Key(4)] bool IsOver,
        [property: Key(5)] int EarlierRuns,
        [property: Key(6)] ReportTime[] Times,
        [property: Key(7)] ReportLength[] Lengths,
        [property: Key(8)] ReportCue[] Cues,
        [property: Key(9)] string[] NotCalled,
        [property: Key(10)] ReportHold[] Holds,
        [property: Key(11)] ReportIncident[] Incidents,
        [property: Key(12)] ReportPart[] Cast,
        [property: Key(13)] ReportAttendance[] Attendance,
        [property: Key(14)] ReportNote[] Notes);

    /// <summary>A moment of the evening: the house open, up, down.</summary>
    [MessagePackObject]
    public sealed record ReportTime(
        [property: Key(0)] string Name,
        [property: Key(1)] long AtMs);

    /// <summary>How long something took.</summary>
    /// <param name="Division">A division's id; empty for the run, its holds and its intervals.</param>
    /// <param name="UsualMs">The average of earlier runs; null where there is none.</param>
    [MessagePackObject]
    public sealed record ReportLength(
        [property: Key(0)] string Division,
        [property: Key(1)] string Name,
        [property: Key(2)] long LengthMs,
        [property: Key(3)] long? UsualMs);

    /// <summary>A call of a cue; a cue that was called twice stands there twice.</summary>
    /// <param name="PlannedLine">The line that the sheet has it on; null for none.</param>
    /// <param name="Line">The line that was current when it was called; null before the first.</param>
    /// <param name="Origin">What made it go: "GO", "auto-continue" …</param>
    /// <param name="Person">Who called it; null where it came by itself.</param>
    /// <param name="LatencyMs">From the accepted call (and its pre-wait) to the stamp of its effect; null when it never started.</param>
    /// <param name="LateMs">From when its planned line was current to its call; negative for a call before; null where it has none.</param>
    /// <param name="Outcome">"done", "stopped", or why it failed; empty while it runs.</param>
    [MessagePackObject]
    public sealed record ReportCue(
        [property: Key(0)] string Number,
        [property: Key(1)] string Title,
        [property: Key(2)] string? PlannedLine,
        [property: Key(3)] string? Line,
        [property: Key(4)] long AtMs,
        [property: Key(5)] long ShowMs,
        [property: Key(6)] string Origin,
        [property: Key(7)] string? Person,
        [property: Key(8)] long? LatencyMs,
        [property: Key(9)] long? LateMs,
        [property: Key(10)] string Outcome);

    /// <summary>The show was held.</summary>
    /// <param name="LengthMs">Null while it is held.</param>
    [MessagePackObject]
    public sealed record ReportHold(
        [property: Key(0)] long AtMs,
        [property: Key(1)] string? Line,
        [property: Key(2)] string Reason,
        [property: Key(3)] string Person,
        [property: Key(4)] long? LengthMs);

    /// <summary>Something that should not have been, or that whoever reads the report should know.</summary>
    [MessagePackObject]
    public sealed record ReportIncident(
        [property: Key(0)] long AtMs,
        [property: Key(1)] string? Line,
        [property: Key(2)] string Text);

    /// <summary>Who played a role last.</summary>
    /// <param name="Person">"an understudy bot" where nobody was cast.</param>
    [MessagePackObject]
    public sealed record ReportPart(
        [property: Key(0)] string Role,
        [property: Key(1)] string Person);

    /// <summary>Whether somebody was there.</summary>
    /// <param name="AtMs">When they signed in, or were marked; null where nobody said.</param>
    [MessagePackObject]
    public sealed record ReportAttendance(
        [property: Key(0)] string Person,
        [property: Key(1)] string State,
        [property: Key(2)] long? AtMs);

    /// <summary>A note on the run.</summary>
    /// <param name="To">Whom it is for; empty for everybody.</param>
    [MessagePackObject]
    public sealed record ReportNote(
        [property: Key(0)] long AtMs,
        [property: Key(1)] string? Line,
        [property: Key(2)] string From,
        [property: Key(3)] string To,
        [property: Key(4)] string Text);
}
