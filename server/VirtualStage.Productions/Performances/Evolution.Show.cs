using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Productions.Performances;

internal static partial class Evolution
{
    /// <summary>No cue called, show time at zero; who is cast, who calls, what is disarmed and whom the doors admit stay.</summary>
    private static PerformanceState AtBeginning(PerformanceState state) => new()
    {
        Revision = state.Revision,
        Production = state.Production,
        IsRehearsal = state.IsRehearsal,
        Playhead = state.Production.FirstCue?.Number,
        Stage = TrackedStage.Preset(state.Production),
        ArmedHere = state.ArmedHere,
        Casting = state.Casting,
        Caller = state.Caller,
        Admits = state.Admits,
        Capacity = state.Capacity,
        ReactionsTaken = state.ReactionsTaken,
        Chat = state.Chat,
        Answered = state.Answered,
    };

    private static PerformanceState Moved(PerformanceState state, ShowMoved moved, long timeMs)
    {
        var runs = moved.To == ShowState.Running;
        var cues = state.Cues.ToBuilder();
        foreach (var (number, run) in state.Cues.Where(pair => pair.Value is { IsActive: true, PausedMs: null }))
        {
            cues[number] = (runs, run.State) switch
            {
                (true, CueState.Paused) => run.GoesOn(),
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

    private static PerformanceState Panicked(PerformanceState state, Panicked panicked)
    {
        var cues = state.Cues.ToBuilder();
        foreach (var (number, run) in state.Cues)
        {
            cues[number] = Stopped(run);
        }

        return state with
        {
            Cues = cues.ToImmutable(),
            PanicUntilMs = panicked.StartMs + panicked.FadeMs,
            Stage = state.Stage with { Look = state.Production.PanicLook },
        };
    }
}
