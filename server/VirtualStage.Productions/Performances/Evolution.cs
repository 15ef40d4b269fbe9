using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Performances;

/// <summary>What an event makes of a state. The only way in which a performance's state changes, live or replayed.</summary>
internal static class Evolution
{
    public static PerformanceState With(this PerformanceState state, Happening happening, Production production)
    {
        var next = happening.Event switch
        {
            PerformanceOpened => state,
            ShowMoved moved => Moved(state, moved, happening.TimeMs),
            CueStoodBy stoodBy => StoodBy(state, stoodBy.Cue),
            CueCalled called => Called(state, called, happening.ShowMs, production),
            CueStarted started => Started(state, started.Cue, happening.ShowMs, production),
            CuePostWaited waited => state.WithCue(waited.Cue, run => run with { PostDueMs = null }),
            CueCompleted completed => state.WithCue(
                completed.Cue, run => run.After(CueTrigger.Complete) with { EndDueMs = null }),
            CueFailed failed => state.WithCue(
                failed.Cue, run => run.After(CueTrigger.Fail) with { StartDueMs = null, EndDueMs = null, Failure = failed.Reason }),
            Panicked panicked => Stopped(state) with { PanicUntilMs = panicked.StartMs + panicked.FadeMs },
            LineAdvanced advanced => state with { CurrentLine = advanced.Line, CurrentLineMs = happening.TimeMs },
            RoleGiven given => state with { Casting = state.Casting.SetItem(given.Role, given.Person) },
            RoleTakenBack taken => state with { Casting = state.Casting.Remove(taken.Role) },
            CallingTaken taken => state with { Caller = new Caller(taken.Person, taken.IsBot) },
            CallingLeft => state with { Caller = null },
            var unknown => throw new InvalidOperationException($"no state follows from {unknown.GetType().Name}"),
        };
        var revision = state.Revision + 1;
        var answered = happening.CommandId is { } command ? next.Answered.SetItem(command, revision) : next.Answered;
        return next with { Revision = revision, Answered = answered };
    }

    private static PerformanceState Moved(PerformanceState state, ShowMoved moved, long timeMs)
    {
        var runs = moved.To == ShowState.Running;
        var cues = state.Cues.ToBuilder();
        foreach (var (number, run) in state.Cues.Where(pair => pair.Value.IsActive))
        {
            cues[number] = (runs, run.State) switch
            {
                (true, CueState.Paused) => run.After(run.StartDueMs is null ? CueTrigger.Resume : CueTrigger.ResumePreWait),
                (false, CueState.PreWait or CueState.Running) => run.After(CueTrigger.Pause),
                _ => run,
            };
        }

        return state with
        {
            Show = moved.To,
            Clock = runs ? state.Clock.Started(timeMs) : state.Clock.Stopped(timeMs),
            Cues = cues.ToImmutable(),
        };
    }

    private static PerformanceState StoodBy(PerformanceState state, string cue)
    {
        var released = state.Standby is { } former ? state.WithCue(former, Released) : state;
        return released.WithCue(cue, run => run.After(CueTrigger.StandBy)) with { Standby = cue };
    }

    /// <summary>A cue that was called before goes back to done: no chain of cues may take it for one that waits.</summary>
    private static CueRun Released(CueRun run) => run.After(run.CalledMs is null ? CueTrigger.Release : CueTrigger.ReleaseAgain);

    private static PerformanceState Called(PerformanceState state, CueCalled called, long showMs, Production production)
    {
        var cue = production.FindCue(called.Cue)!;
        var next = state.WithCue(called.Cue, run => run.After(CueTrigger.Call) with
        {
            CalledMs = showMs,
            Failure = null,
            StartDueMs = showMs + cue.PreWaitMs,
            PostDueMs = null,
            EndDueMs = null,
        });
        return next with { LastCalled = called.Cue, Standby = state.Standby == called.Cue ? null : state.Standby };
    }

    private static PerformanceState Started(PerformanceState state, string number, long showMs, Production production)
    {
        var cue = production.FindCue(number)!;
        return state.WithCue(number, run => run.After(CueTrigger.Start) with
        {
            StartDueMs = null,
            EndDueMs = showMs + cue.DurationMs,
            PostDueMs = cue.Continue == ContinueMode.AutoContinue ? showMs + cue.PostWaitMs : null,
        });
    }

    private static PerformanceState Stopped(PerformanceState state)
    {
        var cues = state.Cues.ToBuilder();
        foreach (var (number, run) in state.Cues)
        {
            var stopped = run with { StartDueMs = null, PostDueMs = null, EndDueMs = null };
            cues[number] = run.IsActive ? stopped.After(CueTrigger.Stop) : stopped;
        }

        return state with { Cues = cues.ToImmutable() };
    }

    private static PerformanceState WithCue(this PerformanceState state, string cue, Func<CueRun, CueRun> change) =>
        state with { Cues = state.Cues.SetItem(cue, change(state.Cues.GetValueOrDefault(cue, CueRun.Untouched))) };

    private static CueRun After(this CueRun run, CueTrigger trigger) => run with
    {
        State = CueMachine.Transitions.Next(run.State, trigger)
            ?? throw new InvalidOperationException($"a cue that is {run.State} has no {trigger}"),
    };
}
