using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Performances;

/// <summary>What an event makes of a state. The only way in which a performance's state changes, live or replayed.</summary>
internal static partial class Evolution
{
    /// <param name="productions">Gives a version of the production.</param>
    public static PerformanceState With(this PerformanceState state, Happening happening, Func<int, Production> productions)
    {
        var next = happening.Event switch
        {
            PerformanceOpened opened => AtBeginning(state with { Production = productions(opened.ProductionVersion) }),
            SheetRevised revised => Revised(state, revised, productions(revised.Version)),
            ShowMoved moved => Moved(state, moved, happening.TimeMs),
            CueWarned warned => Warned(state, warned.Cue),
            CueStoodBy stoodBy => StoodBy(state, stoodBy.Cue),
            StandbyAcknowledged acknowledged => state with { Ready = state.Ready.Add(acknowledged.Department) },
            CueReleased => Released(state),
            PlayheadMoved moved => state with { Playhead = moved.Cue },
            CueSkipped skipped => Skipped(state, skipped.Cue),
            CueArmed armed => state with { ArmedHere = state.ArmedHere.SetItem(armed.Cue, armed.Armed) },
            CueCalled called => Called(state, called, happening),
            CueStarted started => Started(state, started, happening.ShowMs),
            CuePostWaited waited => state.WithCue(waited.Cue, run => run with { PostDueMs = null }),
            CueCompleted completed => state.WithCue(completed.Cue, run => run.After(CueTrigger.Complete) with { EndDueMs = null }),
            CuePaused paused => Paused(state, paused.Cue, happening.ShowMs),
            CueResumed resumed => Resumed(state, resumed.Cue, happening.ShowMs),
            CueFaded faded => Faded(state, faded, happening.ShowMs),
            CueStopped stopped => state.WithCue(stopped.Cue, Stopped),
            CueFailed failed => Failed(state, failed, happening.ShowMs),
            Panicked panicked => Panicked(state, panicked),
            LineAdvanced advanced => state with { CurrentLine = advanced.Line, CurrentLineMs = happening.TimeMs },
            WentBack back => WentBack(state, back),
            StageSet set => Set(state, set, happening.TimeMs),
            RehearsalBegan => state with { IsRehearsal = true },
            RehearsalEnded => AtBeginning(state) with { IsRehearsal = false },
            ShowReset => AtBeginning(state),
            LoopSet loop => state with { Loop = loop is { FromLine: { } from, ToLine: { } to } ? new Loop(from, to) : null },
            RoleGiven given => state with { Casting = state.Casting.SetItem(given.Role, given.Person) },
            RoleTakenBack taken => state with { Casting = state.Casting.Remove(taken.Role) },
            ActorHeld or WentOn => state,
            DoorsSet set => state with { Admits = set.Admits, Capacity = set.Capacity },
            ReactionsSet set => state with { ReactionsTaken = set.Taken },
            ChatSet set => state with { Chat = set.Mode },
            CallingTaken taken => state with { Caller = new Caller(taken.Person, taken.IsBot) },
            CallingLeft => state with { Caller = null },
            var unknown => throw new InvalidOperationException($"no state follows from {unknown.GetType().Name}"),
        };
        var revision = state.Revision + 1;
        var answered = happening.CommandId is { } command ? next.Answered.SetItem(command, revision) : next.Answered;
        return next with { Revision = revision, Answered = answered };
    }

    private static PerformanceState WithCue(this PerformanceState state, string cue, Func<CueRun, CueRun> change) =>
        state with { Cues = state.Cues.SetItem(cue, change(state.RunOf(cue))) };

    private static CueRun After(this CueRun run, CueTrigger trigger) => run with
    {
        State = CueMachine.Transitions.Next(run.State, trigger)
            ?? throw new InvalidOperationException($"a cue that is {run.State} has no {trigger}"),
    };
}
