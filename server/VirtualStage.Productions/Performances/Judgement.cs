using VirtualStage.Contracts.Console;

namespace VirtualStage.Productions.Performances;

public sealed partial class Performance
{
    private const int MaxReason = 500;

    /// <summary>Lets happen what a command asks for; or says why not, and then nothing of the draft is kept.</summary>
    private static string? Judge(Draft draft, Sender sender, IPerformanceCommand command) => command switch
    {
        OpenHouse => OpenDoors(draft, sender),
        CallBeginners => Move(draft, sender, ShowTrigger.CallBeginners),
        StartShow => Move(draft, sender, ShowTrigger.Start),
        Hold { Reason.Length: > MaxReason } => $"a reason has at most {MaxReason} characters",
        Hold hold => Move(draft, sender, ShowTrigger.Hold, hold.Reason),
        Resume => Move(draft, sender, ShowTrigger.Resume),
        TakeInterval => Move(draft, sender, ShowTrigger.TakeInterval),
        EndInterval => Move(draft, sender, ShowTrigger.EndInterval),
        TakeCurtainCall => Move(draft, sender, ShowTrigger.TakeCurtainCall),
        CloseShow => Move(draft, sender, ShowTrigger.Close),
        Panic => StopEverything(draft, sender),
        Warn warn => WarnOf(draft, sender, warn.Cue),
        StandBy standBy => PutOnStandby(draft, sender, standBy.Cue),
        AcknowledgeStandby acknowledge => Acknowledge(draft, acknowledge),
        ReleaseStandby release => TakeOffStandby(draft, sender, release.Cue),
        Go go => CallCue(draft, sender, go),
        MovePlayhead move => MovePlayheadTo(draft, sender, move.Cue),
        SkipCue skip => Skip(draft, sender, skip.Cue),
        FireCue fire => Fire(draft, sender, fire.Cue),
        PauseCue pause => PauseOne(draft, sender, pause.Cue),
        ResumeCue resume => ResumeOne(draft, sender, resume.Cue),
        StopCue stop => StopOne(draft, sender, stop.Cue),
        ArmCue arm => Arm(draft, sender, arm),
        Back => GoBack(draft, sender),
        GoToCue goTo => SetStageFor(draft, sender, goTo.Cue),
        BeginRehearsal => MakeRehearsal(draft, sender),
        EndRehearsal => EndTheRehearsal(draft, sender),
        ResetShow => Reset(draft, sender),
        RehearseFrom from => Rehearse(draft, sender, from),
        SetLoop loop => Repeat(draft, sender, loop),
        JumpToNextCue => JumpNearNextCue(draft, sender),
        Advance advance => MoveLine(draft, advance.Line),
        CastRole cast => Give(draft, cast.Role, cast.Person),
        UncastRole uncast => TakeBack(draft, uncast.Role),
        TakeCalling => Take(draft, sender),
        LeaveCalling => Leave(draft, sender),
        HandOverCalling handOver => HandOver(draft, sender, handOver.Person),
        PassCalling pass => Pass(draft, pass),
        SetDoors set => Admit(draft, set),
        SetReactions set => TakeReactions(draft, set.Taken),
        SetChat set => LetChat(draft, set.Mode),
        _ => $"{command.GetType().Name} is not a command of a performance",
    };

    /// <summary>Lets something happen if the sender may call the show.</summary>
    private static string? Call(Draft draft, Sender sender, Action<Draft> happens)
    {
        if (MayCall(draft, sender) is { } refusal)
        {
            return refusal;
        }

        happens(draft);
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
}
