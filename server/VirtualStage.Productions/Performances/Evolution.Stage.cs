using System.Collections.Immutable;
using VirtualStage.Contracts.Console;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Performances;

internal static partial class Evolution
{
    private static PerformanceState WentBack(PerformanceState state, WentBack back)
    {
        var released = Released(state);
        var point = state.BackPoints.Peek();
        var cues = ImmutableDictionary.CreateBuilder<string, CueRun>();
        foreach (var (number, run) in released.Cues)
        {
            var found = point.Cues.GetValueOrDefault(number, CueRun.Untouched);
            if (AsFound(run, found, point.Revision) is var restored && restored != CueRun.Untouched)
            {
                cues[number] = restored;
            }
        }

        return released with
        {
            Cues = cues.ToImmutable(),
            Stage = back.To,
            Playhead = point.Playhead,
            BackPoints = state.BackPoints.Pop(),
            Notice = null,
        };
    }

    /// <summary>
    /// What came of the GO is as it was found, or done where it ran then; what was skipped since waits again; all else
    /// goes its way.
    /// </summary>
    private static CueRun AsFound(CueRun run, CueRun found, int goRevision)
    {
        if (run.GoRevision == goRevision)
        {
            return found with
            {
                State = found.IsActive ? CueState.Done : found.RestingState,
                StartDueMs = null,
                PostDueMs = null,
                EndDueMs = null,
                PausedMs = null,
                IsFading = false,
            };
        }

        var isSkipped = run is { State: CueState.Done, CalledMs: null } && found.RestingState == CueState.Waiting;
        return isSkipped ? CueRun.Untouched : run;
    }

    private static PerformanceState Set(PerformanceState state, StageSet set, long timeMs)
    {
        var production = state.Production;
        var passed = production.Cues
            .Where(cue => cue.List == CueList.Main)
            .TakeWhile(cue => cue.Number != set.Playhead)
            .ToImmutableDictionary(cue => cue.Number, _ => CueRun.Passed);
        return state with
        {
            Cues = passed,
            Playhead = set.Playhead,
            Warned = null,
            Standby = null,
            Ready = [],
            Stage = set.To,
            BackPoints = [],
            CurrentLine = set.Line,
            CurrentLineMs = timeMs,
            Notice = null,
        };
    }
}
