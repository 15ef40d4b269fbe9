using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Performances;

public sealed partial class Performance
{
    /// <summary>How many lines a rehearsal from cue to cue begins before the next one.</summary>
    private const int LinesBeforeCue = 3;

    private static string? GoBack(Draft draft, Sender sender)
    {
        var refusal = draft.State.Show is ShowState.Running or ShowState.Held or ShowState.Interval
            ? draft.State.BackPoints.IsEmpty ? "there is no GO to take back" : null
            : $"no GO is taken back while the show is {Words(draft.State.Show)}";
        return refusal ?? Call(draft, sender, _ => draft.GoBack());
    }

    private static string? SetStageFor(Draft draft, Sender sender, string number)
    {
        var (state, cue) = (draft.State, draft.Production.FindCue(number));
        var refusal = NotCallable(draft, number)
            ?? (cue!.List != CueList.Main ? $"cue {number} is in the list {cue.List}: only the main list says how the stage is there; move the playhead instead" : null)
            ?? (IsOver(state.Show) ? $"the stage is not set anew while the show is {Words(state.Show)}" : null)
            ?? (state is { IsRehearsal: false, Show: not ShowState.Held } ? "hold the show first: before an audience the stage is set anew only while the show is held" : null);
        return refusal ?? Call(draft, sender, _ => draft.SetStageAtCue(cue!));
    }

    private static string? MakeRehearsal(Draft draft, Sender sender)
    {
        var refusal = draft.State.IsRehearsal ? "this is a rehearsal already"
            : draft.State.Show != ShowState.Preset ? $"a rehearsal begins in preset, and the show is {Words(draft.State.Show)}"
            : null;
        return refusal ?? Call(draft, sender, _ => draft.Happens(new RehearsalBegan()));
    }

    private static string? EndTheRehearsal(Draft draft, Sender sender) =>
        NotRehearsing(draft) ?? Call(draft, sender, _ => draft.Happens(new RehearsalEnded()));

    private static string? Reset(Draft draft, Sender sender) =>
        NotRehearsing(draft) ?? Call(draft, sender, _ => draft.Happens(new ShowReset()));

    private static string? Rehearse(Draft draft, Sender sender, RehearseFrom from)
    {
        if ((NotRehearsing(draft) ?? NotWhenOver(draft)) is { } refusal)
        {
            return refusal;
        }

        switch (from)
        {
            case { Cue: { } cue, Division: null, Line: null }:
                return SetStageFor(draft, sender, cue);
            case { Line: { } line, Division: null, Cue: null }:
                return draft.Production.FindLine(line) is null
                    ? $"there is no line {line} in the text that is played"
                    : Call(draft, sender, _ => draft.SetStageAtLine(line));
            case { Division: { } division, Line: null, Cue: null }:
                return draft.Production.FirstLineOf(division) is { } first
                    ? Call(draft, sender, _ => draft.SetStageAtLine(first.Id))
                    : $"there is no division {division} with lines in the text that is played";
            default:
                return "name one place to rehearse from: a division, a line or a cue";
        }
    }

    private static string? Repeat(Draft draft, Sender sender, SetLoop loop)
    {
        var production = draft.Production;
        var refusal = NotRehearsing(draft) ?? loop switch
        {
            { FromLine: null, ToLine: null } => null,
            { FromLine: null } or { ToLine: null } => "a loop has a first and a last line",
            _ when production.FindLine(loop.FromLine) is null => $"there is no line {loop.FromLine} in the text that is played",
            _ when production.FindLine(loop.ToLine) is null => $"there is no line {loop.ToLine} in the text that is played",
            _ when production.LineOrderOf(loop.FromLine) > production.LineOrderOf(loop.ToLine) => $"line {loop.FromLine} comes after line {loop.ToLine}",
            _ => null,
        };
        return refusal ?? Call(draft, sender, _ => draft.Happens(new LoopSet(loop.FromLine, loop.ToLine)));
    }

    private static string? JumpNearNextCue(Draft draft, Sender sender)
    {
        var (state, production) = (draft.State, draft.Production);
        if ((NotRehearsing(draft) ?? NotWhenOver(draft)) is { } refusal)
        {
            return refusal;
        }

        if (state.Playhead is not { } playhead || production.FindCue(playhead)?.Line is not { } line)
        {
            return "the cue at the playhead has no line to go to";
        }

        var to = production.LineOrderOf(line) - LinesBeforeCue;
        return to > production.LineOrderOf(state.CurrentLine)
            ? Call(draft, sender, _ => MoveLine(draft, production.Lines[to].Id))
            : $"cue {playhead} comes within {LinesBeforeCue} lines, or was due before";
    }

    private static string? NotRehearsing(Draft draft) =>
        NotWhenClosed(draft) ?? (draft.State.IsRehearsal ? null : "only a rehearsal does that, and this is a performance");

    private static string? NotWhenOver(Draft draft) =>
        IsOver(draft.State.Show) ? $"the show is {Words(draft.State.Show)}: reset it first" : null;
}
