using Stateless;
using VirtualStage.Contracts.Console;

namespace VirtualStage.Productions.Performances;

/// <summary>What moves a cue from state to state.</summary>
public enum CueTrigger
{
    Warn,
    StandBy,
    Release,
    ReleaseAgain,
    Call,
    Start,
    Pause,
    ResumePreWait,
    Resume,
    Complete,
    Stop,
    Fail,
}

/// <summary>A cue's transitions. A cue that was stopped is done; post-wait is a timer beside the machine.</summary>
public static class CueMachine
{
    internal static readonly Transitions<CueState, CueTrigger> Transitions = new(Define);

    /// <summary>Makes the machine over a state of its own; the graph is printed from this same definition.</summary>
    public static StateMachine<CueState, CueTrigger> Define(Func<CueState> read, Action<CueState> write)
    {
        var machine = new StateMachine<CueState, CueTrigger>(read, write);
        machine.Configure(CueState.Warned)
            .Permit(CueTrigger.StandBy, CueState.Standby)
            .Permit(CueTrigger.Release, CueState.Waiting)
            .Permit(CueTrigger.Call, CueState.PreWait);
        machine.Configure(CueState.Waiting)
            .Permit(CueTrigger.Warn, CueState.Warned)
            .Permit(CueTrigger.StandBy, CueState.Standby)
            .Permit(CueTrigger.Call, CueState.PreWait);
        machine.Configure(CueState.Standby)
            .Permit(CueTrigger.Release, CueState.Waiting)
            .Permit(CueTrigger.ReleaseAgain, CueState.Done)
            .Permit(CueTrigger.Call, CueState.PreWait);
        machine.Configure(CueState.PreWait)
            .Permit(CueTrigger.Start, CueState.Running)
            .Permit(CueTrigger.Pause, CueState.Paused)
            .Permit(CueTrigger.Stop, CueState.Done)
            .Permit(CueTrigger.Fail, CueState.Failed);
        machine.Configure(CueState.Running)
            .Permit(CueTrigger.Complete, CueState.Done)
            .Permit(CueTrigger.Pause, CueState.Paused)
            .Permit(CueTrigger.Stop, CueState.Done)
            .Permit(CueTrigger.Fail, CueState.Failed);
        machine.Configure(CueState.Paused)
            .Permit(CueTrigger.ResumePreWait, CueState.PreWait)
            .Permit(CueTrigger.Resume, CueState.Running)
            .Permit(CueTrigger.Stop, CueState.Done)
            .Permit(CueTrigger.Fail, CueState.Failed);
        // What takes no time is done before anybody knows that it did not arrive.
        machine.Configure(CueState.Done)
            .Permit(CueTrigger.StandBy, CueState.Standby)
            .Permit(CueTrigger.Fail, CueState.Failed);
        machine.Configure(CueState.Failed)
            .Permit(CueTrigger.StandBy, CueState.Standby);
        return machine;
    }
}
