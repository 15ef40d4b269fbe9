using VirtualStage.Contracts.Stage;

namespace VirtualStage.Productions.Performances;

public sealed partial class Performance
{
    private static string? OpenDoors(Draft draft, Sender sender) => draft.State.IsRehearsal
        ? "the doors of a rehearsal stay closed: end the rehearsal first"
        : Move(draft, sender, ShowTrigger.OpenHouse);

    private static string? Move(Draft draft, Sender sender, ShowTrigger trigger, string? reason = null) =>
        ShowMachine.Transitions.Next(draft.State.Show, trigger) is { } to
            ? Call(draft, sender, _ => draft.Happens(new ShowMoved(trigger, to, reason)))
            : $"{Words(trigger)} is not possible while the show is {Words(draft.State.Show)}";

    private static string? StopEverything(Draft draft, Sender sender)
    {
        if (ShowMachine.Transitions.Next(draft.State.Show, ShowTrigger.Panic) is not { } to)
        {
            return $"there is nothing to stop while the show is {Words(draft.State.Show)}";
        }

        // Whoever may call may stop the show, whoever calls it: safety goes before the book. Where no person has the
        // book the sender takes it, so that a bot does not let a stopped show go on.
        _ = MayCall(draft, sender);
        var stopsNow = draft.Moment.TimeMs < draft.State.PanicUntilMs;
        draft.Happens(new Panicked(stopsNow ? draft.Moment.TimeMs : draft.StampMs, stopsNow ? 0 : PanicFadeMs));
        if (draft.State.Show != to)
        {
            draft.Happens(new ShowMoved(ShowTrigger.Panic, to, "panic"));
        }

        return null;
    }

    private static string? MoveLine(Draft draft, string line)
    {
        if (draft.Production.FindLine(line) is null)
        {
            return $"there is no line {line} in the text that is played";
        }

        if (IsOver(draft.State.Show))
        {
            return $"no line is spoken while the show is {Words(draft.State.Show)}";
        }

        if (draft.State.Loop is { } loop && draft.Production.LineOrderOf(line) > draft.Production.LineOrderOf(loop.ToLine))
        {
            draft.SetStageAtLine(loop.FromLine);
        }
        else if (draft.State.CurrentLine != line)
        {
            draft.Happens(new LineAdvanced(line));
        }

        return null;
    }

    /// <summary>True when nothing is played any more.</summary>
    private static bool IsOver(ShowState show) => show is ShowState.CurtainCall or ShowState.Closed;
}
