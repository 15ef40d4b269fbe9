using VirtualStage.Contracts.Console;

namespace VirtualStage.Productions.Performances;

internal static partial class Evolution
{
    private static PerformanceState Warned(PerformanceState state, string cue) =>
        Released(state).WithCue(cue, run => run.After(CueTrigger.Warn) with { Rest = run.State }) with
        {
            Warned = cue,
            Playhead = cue,
            Notice = null,
        };

    private static PerformanceState StoodBy(PerformanceState state, string cue)
    {
        // Who is ready for a cue that was warned is ready for its standby.
        var isWarned = state.Warned == cue;
        var next = isWarned ? state with { Warned = null } : Released(state);
        return next.WithCue(cue, run => run.After(CueTrigger.StandBy) with { Rest = run.RestingState }) with
        {
            Standby = cue,
            StandbyRevision = state.Revision + 1,
            Playhead = cue,
            Notice = null,
        };
    }

    private static PerformanceState Released(PerformanceState state)
    {
        if ((state.Standby ?? state.Warned) is not { } cue)
        {
            return state;
        }

        return state.WithCue(cue, run => run.After(ReleaseOf(run))) with { Warned = null, Standby = null, Ready = [] };
    }

    /// <summary>A cue that was called before is done again: no chain of cues may take it for one that waits.</summary>
    private static CueTrigger ReleaseOf(CueRun run) => run.Rest switch
    {
        CueState.Done => CueTrigger.ReleaseAgain,
        CueState.Failed => CueTrigger.ReleaseFailed,
        _ => CueTrigger.Release,
    };

    private static PerformanceState Skipped(PerformanceState state, string cue)
    {
        var released = (state.Standby ?? state.Warned) == cue ? Released(state) : state;
        var passed = released.StateOf(cue) == CueState.Waiting
            ? released.WithCue(cue, run => run.After(CueTrigger.Skip) with { Rest = CueState.Done })
            : released;
        return passed with { Playhead = state.Production.CueAfter(cue)?.Number };
    }

    private static PerformanceState Called(PerformanceState state, CueCalled called, Happening happening)
    {
        var (cue, revision) = (state.Production.FindCue(called.Cue)!, state.Revision + 1);
        var isGo = called.Origin == CueOrigin.Go;
        var isCued = (state.Standby ?? state.Warned) == called.Cue;
        var run = state.RunOf(called.Cue).After(CueTrigger.Call) with
        {
            Rest = CueState.Done,
            CalledMs = happening.ShowMs,
            StartDueMs = happening.ShowMs + cue.PreWaitMs,
            PostDueMs = null,
            EndDueMs = null,
            CalledRevision = revision,
            GoRevision = isGo ? revision : called.By is { } by ? state.RunOf(by).GoRevision : 0,
            Group = called.Origin == CueOrigin.Group ? called.By : null,
            HasMembers = false,
            PausedMs = null,
            IsFading = false,
            Reason = null,
        };
        return state with
        {
            Cues = state.Cues.SetItem(called.Cue, state.Clock.SinceMs is null ? run.After(CueTrigger.Pause) : run),
            Standby = isCued ? null : state.Standby,
            Warned = isCued ? null : state.Warned,
            Ready = isCued ? [] : state.Ready,
            Playhead = isGo || state.Playhead == called.Cue ? state.Production.CueAfter(called.Cue)?.Number : state.Playhead,
            LastGoMs = isGo && state.Caller is not { IsBot: true } ? happening.TimeMs : state.LastGoMs,
            BackPoints = isGo
                ? state.BackPoints.Push(new BackPoint(called.Cue, revision, state.Playhead, state.Stage, state.Cues))
                : state.BackPoints,
            Notice = isGo ? null : state.Notice,
        };
    }
}
