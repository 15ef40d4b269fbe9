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
    ReleaseFailed,
    Skip,
    Call,
    Start,
    Pause,
    ResumePreWait,
    Resume,
    Complete,
    Stop,
    Fail,
}

/// <summary>
/// A cue's transitions. A cue that was stopped is done; a group ends while it is paused when its last member is stopped;
/// a message fails when its cue is long done; post-wait is a timer beside the machine.
/// </summary>
public static class CueMachine
{
    internal static readonly Transitions<CueState, CueTrigger> Transitions = new(Define);

    /// <summary>Makes the machine over a state of its own; the graph is printed from this same definition.</summary>
    public static StateMachine<CueState, CueTrigger> Define(Func<CueState> read, Action<CueState> write)
    {
        var machine = new StateMachine<CueState, CueTrigger>(read, write);
        machine.Configure(CueState.Waiting)
            .Permit(CueTrigger.Warn, CueState.Warned)
            .Permit(CueTrigger.StandBy, CueState.Standby)
            .Permit(CueTrigger.Skip, CueState.Done)
            .Permit(CueTrigger.Call, CueState.PreWait);
        machine.Configure(CueState.Warned)
            .Permit(CueTrigger.StandBy, CueState.Standby)
            .Permit(CueTrigger.Release, CueState.Waiting)
            .Permit(CueTrigger.ReleaseAgain, CueState.Done)
            .Permit(CueTrigger.ReleaseFailed, CueState.Failed)
            .Permit(CueTrigger.Call, CueState.PreWait);
        machine.Configure(CueState.Standby)
            .Permit(CueTrigger.Release, CueState.Waiting)
            .Permit(CueTrigger.ReleaseAgain, CueState.Done)
            .Permit(CueTrigger.ReleaseFailed, CueState.Failed)
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
            .Permit(CueTrigger.Complete, CueState.Done)
            .Permit(CueTrigger.Stop, CueState.Done)
            .Permit(CueTrigger.Fail, CueState.Failed);
        machine.Configure(CueState.Done)
            .Permit(CueTrigger.Warn, CueState.Warned)
            .Permit(CueTrigger.StandBy, CueState.Standby)
            .Permit(CueTrigger.Call, CueState.PreWait)
            .Permit(CueTrigger.Fail, CueState.Failed);
        machine.Configure(CueState.Failed)
            .Permit(CueTrigger.Warn, CueState.Warned)
            .Permit(CueTrigger.StandBy, CueState.Standby)
            .Permit(CueTrigger.Call, CueState.PreWait);
        return machine;
    }
}
