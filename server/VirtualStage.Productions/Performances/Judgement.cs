using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Productions.Performances;

public sealed partial class Performance
{
    private const int MaxReason = 500;

    /// <summary>Lets happen what a command asks for; or says why not, and then nothing of the draft is kept.</summary>
    private static string? Judge(Draft draft, Sender sender, IPerformanceCommand command) => command switch
    {
        OpenHouse => Move(draft, sender, ShowTrigger.OpenHouse),
        CallBeginners => Move(draft, sender, ShowTrigger.CallBeginners),
        StartShow => Move(draft, sender, ShowTrigger.Start),
        Hold { Reason.Length: > MaxReason } => $"a reason has at most {MaxReason} characters",
        Hold hold => Move(draft, sender, ShowTrigger.Hold, hold.Reason),
        Resume => Move(draft, sender, ShowTrigger.Resume),
        TakeInterval => Move(draft, sender, ShowTrigger.TakeInterval),
        EndInterval => Move(draft, sender, ShowTrigger.EndInterval),
        TakeCurtainCall => Move(draft, sender, ShowTrigger.TakeCurtainCall),
        CloseShow => Move(draft, sender, ShowTrigger.Close),
        StandBy standBy => PutOnStandby(draft, sender, standBy.Cue),
        Go go => CallCue(draft, sender, go.Cue),
        Panic => StopEverything(draft, sender),
        Advance advance => MoveLine(draft, advance.Line),
        CastRole cast => Give(draft, cast.Role, cast.Person),
        UncastRole uncast => TakeBack(draft, uncast.Role),
        TakeCalling => Take(draft, sender),
        LeaveCalling => Leave(draft, sender),
        _ => $"{command.GetType().Name} is not a command of a performance",
    };

    private static string? Move(Draft draft, Sender sender, ShowTrigger trigger, string? reason = null)
    {
        if (ShowMachine.Transitions.Next(draft.State.Show, trigger) is not { } to)
        {
            return $"{Words(trigger)} is not possible while the show is {Words(draft.State.Show)}";
        }

        if (MayCall(draft, sender) is { } refusal)
        {
            return refusal;
        }

        draft.Happens(new ShowMoved(trigger, to, reason));
        return null;
    }

    private static string? PutOnStandby(Draft draft, Sender sender, string number)
    {
        if (draft.Production.FindCue(number) is null)
        {
            return $"there is no cue {number}";
        }

        if (draft.State.Show is ShowState.CurtainCall or ShowState.Closed)
        {
            return $"no cue can stand by while the show is {Words(draft.State.Show)}";
        }

        if (CueMachine.Transitions.Next(draft.State.StateOf(number), CueTrigger.StandBy) is null)
        {
            return draft.State.Standby == number
                ? $"cue {number} is on standby already"
                : $"cue {number} is running";
        }

        if (MayCall(draft, sender) is { } refusal)
        {
            return refusal;
        }

        draft.Happens(new CueStoodBy(number));
        return null;
    }

    private static string? CallCue(Draft draft, Sender sender, string number)
    {
        if (draft.Production.FindCue(number) is null)
        {
            return $"there is no cue {number}";
        }

        if (draft.State.Standby != number)
        {
            return draft.State.Standby is { } standby
                ? $"cue {number} is not on standby: cue {standby} is"
                : $"cue {number} is not on standby: no cue is";
        }

        if (draft.State.Show != ShowState.Running)
        {
            return $"no GO while the show is {Words(draft.State.Show)}";
        }

        if (MayCall(draft, sender) is { } refusal)
        {
            return refusal;
        }

        draft.Happens(new CueCalled(number, CueOrigin.Go));
        return null;
    }

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

        if (draft.State.Show is ShowState.CurtainCall or ShowState.Closed)
        {
            return $"no line is spoken while the show is {Words(draft.State.Show)}";
        }

        if (draft.State.CurrentLine != line)
        {
            draft.Happens(new LineAdvanced(line));
        }

        return null;
    }

    private static string? Give(Draft draft, string role, string person)
    {
        if (draft.Production.FindRole(role) is null)
        {
            return $"there is no role {role}";
        }

        if (person.Length is 0 or > 64)
        {
            return "a person's id has 1 to 64 characters";
        }

        draft.Happens(new RoleGiven(role, person));
        return null;
    }

    private static string? TakeBack(Draft draft, string role)
    {
        if (!draft.State.Casting.ContainsKey(role))
        {
            return $"nobody is cast as {role}";
        }

        draft.Happens(new RoleTakenBack(role));
        return null;
    }

    private static string? Take(Draft draft, Sender sender)
    {
        if (draft.State.Show == ShowState.Closed)
        {
            return "the performance is over";
        }

        if (sender.IsBot && draft.State.Caller is { IsBot: false })
        {
            return "a person calls the show";
        }

        draft.Happens(new CallingTaken(sender.Person, sender.IsBot));
        return null;
    }

    private static string? Leave(Draft draft, Sender sender)
    {
        if (draft.State.Caller?.Person != sender.Person)
        {
            return draft.State.Caller is null ? "nobody calls the show" : "somebody else calls the show";
        }

        draft.Happens(new CallingLeft());
        return null;
    }

    /// <summary>Who calls a show that nobody or the bot calls takes it over; a person is displaced only on purpose.</summary>
    private static string? MayCall(Draft draft, Sender sender)
    {
        switch (draft.State.Caller)
        {
            case { } caller when caller.Person == sender.Person:
                return null;
            case { IsBot: false }:
                return "somebody else calls the show: take the book first";
            case { IsBot: true } when sender.IsBot:
                return "another bot calls the show";
            default:
                draft.Happens(new CallingTaken(sender.Person, sender.IsBot));
                return null;
        }
    }

    private static string Words(ShowState state) => state switch
    {
        ShowState.Preset => "in preset",
        ShowState.HouseOpen => "before its beginning, with the house open",
        ShowState.Beginners => "before its beginning, with beginners called",
        ShowState.Running => "running",
        ShowState.Held => "held",
        ShowState.Interval => "in its interval",
        ShowState.CurtainCall => "at its curtain call",
        _ => "closed",
    };

    private static string Words(ShowTrigger trigger) => trigger switch
    {
        ShowTrigger.OpenHouse => "opening the house",
        ShowTrigger.CallBeginners => "calling beginners",
        ShowTrigger.Start => "starting",
        ShowTrigger.Hold => "a hold",
        ShowTrigger.Resume => "going on",
        ShowTrigger.TakeInterval => "an interval",
        ShowTrigger.EndInterval => "ending the interval",
        ShowTrigger.TakeCurtainCall => "the curtain call",
        ShowTrigger.Close => "closing",
        _ => "a panic",
    };
}
