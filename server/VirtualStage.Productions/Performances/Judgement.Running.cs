using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Performances;

public sealed partial class Performance
{
    private static string? Fire(Draft draft, Sender sender, string number)
    {
        var state = draft.State;
        var refusal = draft.Production.FindCue(number) switch
        {
            null => $"there is no cue {number}",
            { Group: { } group } => $"cue {number} is in group {group}, which calls it",
            { List: not CueList.Cart } => $"cue {number} is not in the cart: put it on standby and give GO",
            _ when state.Show != ShowState.Running => $"no cue is fired while the show is {Words(state.Show)}",
            _ when state.RunOf(number).IsActive => $"cue {number} is running",
            _ => null,
        };
        return refusal ?? Call(draft, sender, _ => draft.Happens(new CueCalled(number, CueOrigin.Fire)));
    }

    private static string? PauseOne(Draft draft, Sender sender, string number)
    {
        var refusal = NotWhenClosed(draft) ?? draft.State.RunOf(number) switch
        {
            { IsActive: false } => NotRunning(draft, number),
            { PausedMs: not null } => $"cue {number} is paused already",
            _ => null,
        };
        return refusal ?? Call(draft, sender, _ => draft.Pause(number));
    }

    private static string? ResumeOne(Draft draft, Sender sender, string number)
    {
        var refusal = NotWhenClosed(draft) ?? draft.State.RunOf(number) switch
        {
            { IsActive: false } => NotRunning(draft, number),
            { PausedMs: null, State: CueState.Paused } => $"cue {number} goes on with the show",
            { PausedMs: null } => $"cue {number} is not paused",
            _ => null,
        };
        return refusal ?? Call(draft, sender, _ => draft.Resume(number));
    }

    private static string? StopOne(Draft draft, Sender sender, string number)
    {
        var refusal = NotWhenClosed(draft) ?? (draft.CanStop(number) ? null : NotRunning(draft, number));
        return refusal ?? Call(draft, sender, _ => draft.Stop(number));
    }

    private static string? Arm(Draft draft, Sender sender, ArmCue arm)
    {
        var cue = draft.Production.FindCue(arm.Cue);
        var refusal = NotWhenClosed(draft) ?? (cue is null ? $"there is no cue {arm.Cue}" : null);
        return refusal ?? Call(draft, sender, _ =>
        {
            if (draft.State.IsArmed(cue!) != arm.Armed)
            {
                draft.Happens(new CueArmed(arm.Cue, arm.Armed));
            }
        });
    }

    private static string NotRunning(Draft draft, string number) =>
        draft.Production.FindCue(number) is null ? $"there is no cue {number}" : $"cue {number} is not running";
}
