using System.Globalization;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Scripts.Reading;

namespace VirtualStage.Productions.Scripts;

/// <summary>What a cue does, in words for a person to read: "fade to night over 5 s".</summary>
public static class CueWords
{
    /// <summary>One line, without the cue's number and title.</summary>
    public static string Of(Cue cue, Production production) => cue.Action switch
    {
        LookAction look => $"fade to {look.Look}{Over(cue)}",
        SoundAction sound => production.Sounds.FirstOrDefault(one => one.Name == sound.Sound)?.Description ?? sound.Sound,
        FlyAction fly => string.Join(", ", fly.Pieces.Select(flight => $"{flight.Piece} {(flight.In ? "in" : "out")}")) + Over(cue),
        BlockingAction blocking => string.Join("; ", blocking.Steps.Select(step => Of(step, production))),
        FightAction fight => $"fight {fight.Fight.Id}: {string.Join(", ", fight.Fight.Roles.Select(role => NameOf(role, production)))}{Over(cue)}",
        CallAction call => call.Text,
        PerformerAction { Step: PerformerStep.Leave } leaves => $"{NameOf(leaves.Role, production)} leaves{Over(cue)}",
        PerformerAction { Step: PerformerStep.Enter } enters => $"{NameOf(enters.Role, production)} appears at {enters.Mark}{Over(cue)}",
        PerformerAction moves => $"{NameOf(moves.Role, production)} to {moves.Mark}{Over(cue)}",
        MessageAction message => string.Join(' ', message.Arguments.Select(argument => argument.Value).Prepend($"{message.To}: {message.Address}")),
        GroupAction { Mode: GroupMode.Simultaneous } group => $"together: {string.Join(", ", group.Members)}",
        GroupAction { Mode: GroupMode.Sequence } group => $"one after the other: {string.Join(", ", group.Members)}",
        GroupAction group => $"one of: {string.Join(", ", group.Members)}",
        GoToAction goTo => $"the playhead goes to {goTo.Cue}",
        WaitAction => $"wait {Seconds(cue.DurationMs)}",
        MemoAction memo => memo.Text,
        ControlAction { Control: CueControl.Fade } fade => $"fade out {fade.Cue}{Over(cue)}",
        ControlAction control => $"{control.Control.ToString().ToLowerInvariant()} {control.Cue}",
        _ => "",
    };

    private static string Of(BlockingStep step, Production production)
    {
        var name = NameOf(step.Role, production);
        var emote = step.Emote == Emote.None ? "" : $", {Words<Emote>.Of(step.Emote).Replace('-', ' ')}";
        var gait = step.Gait == Gait.Run ? " running" : "";
        return step switch
        {
            { By: { } way } => $"{name} off by {way}{gait}",
            { From: { } way } => $"{name} from {way} to {step.To}{gait}{emote}",
            { To: { } mark } => $"{name} to {mark}{gait}{emote}",
            _ => $"{name}{emote}",
        };
    }

    private static string NameOf(string role, Production production) => production.FindRole(role)?.Name ?? role;

    private static string Over(Cue cue) => cue.DurationMs == 0 ? "" : $" over {Seconds(cue.DurationMs)}";

    private static string Seconds(int ms) => string.Create(CultureInfo.InvariantCulture, $"{ms / 1000m:0.###} s");
}
