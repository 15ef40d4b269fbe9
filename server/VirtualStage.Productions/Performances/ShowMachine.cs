using Stateless;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Productions.Performances;

/// <summary>What moves a show from state to state.</summary>
public enum ShowTrigger
{
    OpenHouse,
    CallBeginners,
    Start,
    Hold,
    Resume,
    TakeInterval,
    EndInterval,
    TakeCurtainCall,
    Close,
    Panic,
}

/// <summary>The show's transitions.</summary>
public static class ShowMachine
{
    internal static readonly Transitions<ShowState, ShowTrigger> Transitions = new(Define);

    /// <summary>Makes the machine over a state of its own; the graph is printed from this same definition.</summary>
    public static StateMachine<ShowState, ShowTrigger> Define(Func<ShowState> read, Action<ShowState> write)
    {
        var machine = new StateMachine<ShowState, ShowTrigger>(read, write);
        machine.Configure(ShowState.Preset)
            .Permit(ShowTrigger.OpenHouse, ShowState.HouseOpen)
            .Permit(ShowTrigger.CallBeginners, ShowState.Beginners)
            .Permit(ShowTrigger.Close, ShowState.Closed);
        machine.Configure(ShowState.HouseOpen)
            .Permit(ShowTrigger.CallBeginners, ShowState.Beginners)
            .Permit(ShowTrigger.Close, ShowState.Closed);
        machine.Configure(ShowState.Beginners)
            .Permit(ShowTrigger.Start, ShowState.Running)
            .Permit(ShowTrigger.Close, ShowState.Closed);
        machine.Configure(ShowState.Running)
            .Permit(ShowTrigger.Hold, ShowState.Held)
            .Permit(ShowTrigger.Panic, ShowState.Held)
            .Permit(ShowTrigger.TakeInterval, ShowState.Interval)
            .Permit(ShowTrigger.TakeCurtainCall, ShowState.CurtainCall);
        machine.Configure(ShowState.Held)
            .Permit(ShowTrigger.Resume, ShowState.Running)
            .PermitReentry(ShowTrigger.Panic)
            .Permit(ShowTrigger.Close, ShowState.Closed);
        machine.Configure(ShowState.Interval)
            .Permit(ShowTrigger.EndInterval, ShowState.Running)
            .Permit(ShowTrigger.Close, ShowState.Closed);
        machine.Configure(ShowState.CurtainCall)
            .Permit(ShowTrigger.Close, ShowState.Closed);
        return machine;
    }
}
