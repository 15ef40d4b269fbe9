using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Performances;

public sealed partial class Performance
{
    private static string? WarnOf(Draft draft, Sender sender, string number)
    {
        var state = draft.State;
        var refusal = NotCallable(draft, number)
            ?? (IsOver(state.Show) ? $"no cue can be warned while the show is {Words(state.Show)}" : null)
            ?? (state.Standby == number ? $"cue {number} is on standby already" : null)
            ?? (state.Standby is { } standby ? $"cue {standby} is on standby: give its GO or release it first" : null)
            ?? (state.Warned == number ? $"cue {number} is warned already" : null)
            ?? (state.RunOf(number).IsActive ? $"cue {number} is running" : null);
        return refusal ?? Call(draft, sender, _ => draft.Happens(new CueWarned(number)));
    }

    private static string? PutOnStandby(Draft draft, Sender sender, string number)
    {
        var state = draft.State;
        var refusal = NotCallable(draft, number)
            ?? (IsOver(state.Show) ? $"no cue can stand by while the show is {Words(state.Show)}" : null)
            ?? (state.Standby == number ? $"cue {number} is on standby already" : null)
            ?? (state.RunOf(number).IsActive ? $"cue {number} is running" : null);
        return refusal ?? Call(draft, sender, _ => draft.Happens(new CueStoodBy(number)));
    }

    /// <summary>Whoever runs a department says so; it needs no book.</summary>
    private static string? Acknowledge(Draft draft, AcknowledgeStandby acknowledge)
    {
        if (NotCued(draft, acknowledge.Cue) is { } refusal)
        {
            return refusal;
        }

        if (!Enum.GetNames<Department>().Contains(acknowledge.Department))
        {
            return $"there is no such department; there are {string.Join(", ", Enum.GetNames<Department>())}";
        }

        if (!draft.State.Ready.Contains(acknowledge.Department))
        {
            draft.Happens(new StandbyAcknowledged(acknowledge.Cue, acknowledge.Department));
        }

        return null;
    }

    private static string? TakeOffStandby(Draft draft, Sender sender, string number) =>
        NotCued(draft, number) ?? Call(draft, sender, _ => draft.Happens(new CueReleased(number)));

    private static string? CallCue(Draft draft, Sender sender, Go go)
    {
        var (state, moment) = (draft.State, draft.Moment);
        var sinceMs = (moment.TimeMs - state.LastGoMs) / moment.Rate;
        var refusal = NotCallable(draft, go.Cue)
            ?? (state.Standby != go.Cue ? $"cue {go.Cue} is not on standby: {(state.Standby is { } standby ? $"cue {standby} is" : "no cue is")}" : null)
            ?? (state.Show != ShowState.Running ? $"no GO while the show is {Words(state.Show)}" : null)
            ?? (go.Revision > state.Revision ? $"revision {go.Revision} is not there yet: the performance is at {state.Revision}" : null)
            ?? (go.Revision < state.StandbyRevision ? $"cue {go.Cue} was put on standby after what you saw: look, and give GO again" : null)
            ?? (!sender.IsBot && sinceMs < moment.DebounceMs
                ? $"another GO came {sinceMs:0} ms before: within {moment.DebounceMs} ms it is taken for the same press" : null);
        return refusal ?? Call(draft, sender, _ => draft.Happens(new CueCalled(go.Cue, CueOrigin.Go)));
    }

    private static string? MovePlayheadTo(Draft draft, Sender sender, string number)
    {
        var refusal = NotCallable(draft, number) ?? NotWhenClosed(draft);
        return refusal ?? Call(draft, sender, _ =>
        {
            if (draft.State.Playhead != number)
            {
                draft.Happens(new PlayheadMoved(number));
            }
        });
    }

    private static string? Skip(Draft draft, Sender sender, string number)
    {
        var refusal = NotCallable(draft, number)
            ?? NotWhenClosed(draft)
            ?? (draft.State.Playhead != number
                ? $"the playhead is not on cue {number}: it is {(draft.State.Playhead is { } playhead ? $"on cue {playhead}" : "behind the last cue")}" : null)
            ?? (draft.State.RunOf(number).IsActive ? $"cue {number} is running" : null);
        return refusal ?? Call(draft, sender, _ => draft.Happens(new CueSkipped(number)));
    }

    private static string? NotCallable(Draft draft, string number) => draft.Production.FindCue(number) switch
    {
        null => $"there is no cue {number}",
        { Group: { } group } => $"cue {number} is in group {group}, which calls it",
        { List: CueList.Cart } => $"cue {number} is in the cart, where it is fired",
        _ => null,
    };

    private static string? NotCued(Draft draft, string number)
    {
        var cued = draft.State.Standby ?? draft.State.Warned;
        return draft.Production.FindCue(number) is null ? $"there is no cue {number}"
            : cued != number ? $"cue {number} is neither warned nor on standby: {(cued is null ? "no cue is" : $"cue {cued} is")}"
            : null;
    }

    private static string? NotWhenClosed(Draft draft) =>
        draft.State.Show == ShowState.Closed ? "the performance is over" : null;
}
