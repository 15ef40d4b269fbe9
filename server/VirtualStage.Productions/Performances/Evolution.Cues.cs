using VirtualStage.Contracts.Console;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Performances;

internal static partial class Evolution
{
    private static PerformanceState Started(PerformanceState state, CueStarted started, long showMs)
    {
        var cue = state.Production.FindCue(started.Cue)!;
        var hasMembers = started.Armed && cue.Action is GroupAction;
        var isEndless = started.Armed && state.Production.IsEndless(cue);
        var next = state.WithCue(cue.Number, run => run.After(CueTrigger.Start) with
        {
            StartDueMs = null,
            HasMembers = hasMembers,
            EndDueMs = hasMembers || isEndless ? null : showMs + (started.Armed ? cue.DurationMs : 0),
            PostDueMs = cue.Continue == ContinueMode.AutoContinue ? showMs + cue.PostWaitMs : null,
        });
        return started.Armed ? next with { Stage = state.Stage.After(cue.Action) } : next;
    }

    private static PerformanceState Paused(PerformanceState state, string cue, long showMs) => state.WithCue(
        cue,
        run => (run.State == CueState.Paused ? run : run.After(CueTrigger.Pause)) with { PausedMs = showMs });

    private static PerformanceState Resumed(PerformanceState state, string cue, long showMs) => state.WithCue(cue, run =>
    {
        var later = showMs - run.PausedMs;
        var resumed = run with
        {
            PausedMs = null,
            StartDueMs = run.StartDueMs + later,
            PostDueMs = run.PostDueMs + later,
            EndDueMs = run.EndDueMs + later,
        };
        return state.Clock.SinceMs is null ? resumed : resumed.GoesOn();
    });

    private static PerformanceState Faded(PerformanceState state, CueFaded faded, long showMs) => state.WithCue(faded.Cue, run => run with
    {
        IsFading = run.IsActive,
        EndDueMs = run.HasMembers || !run.IsActive ? null : Math.Min(run.EndDueMs ?? long.MaxValue, showMs + faded.FadeMs),
        PostDueMs = null,
    });

    private static CueRun Stopped(CueRun run)
    {
        var ended = run.IsActive ? run.After(CueTrigger.Stop) : run;
        return ended with { StartDueMs = null, PostDueMs = null, EndDueMs = null, PausedMs = null, IsFading = false };
    }

    private static PerformanceState Failed(PerformanceState state, CueFailed failed, long showMs)
    {
        var next = state.WithCue(failed.Cue, run => run.After(CueTrigger.Fail) with
        {
            StartDueMs = null,
            EndDueMs = null,

            // Its post-wait runs on, from where a pause left it.
            PostDueMs = run.PostDueMs + (showMs - (run.PausedMs ?? showMs)),
            PausedMs = null,
            Rest = CueState.Failed,
            Reason = failed.Reason,
        });
        return state.RunOf(failed.Cue).Group is { } group && state.RunOf(group).IsActive
            ? next.WithCue(group, run => run with { Reason = run.Reason ?? Performance.MemberFailed(failed.Cue, failed.Reason) })
            : next;
    }

    private static CueRun GoesOn(this CueRun run) =>
        run.After(run.StartDueMs is null ? CueTrigger.Resume : CueTrigger.ResumePreWait);
}
