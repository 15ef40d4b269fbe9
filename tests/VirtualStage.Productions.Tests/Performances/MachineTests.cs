using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Performances;

namespace VirtualStage.Productions.Tests.Performances;

public sealed class MachineTests
{
    [Fact]
    public void A_shows_transitions_are_these_and_no_others() => Assert.Equal(
        [
            "Preset OpenHouse HouseOpen",
            "Preset CallBeginners Beginners",
            "Preset Close Closed",
            "HouseOpen CallBeginners Beginners",
            "HouseOpen Close Closed",
            "Beginners Start Running",
            "Beginners Close Closed",
            "Running Hold Held",
            "Running TakeInterval Interval",
            "Running TakeCurtainCall CurtainCall",
            "Running Panic Held",
            "Held Resume Running",
            "Held Close Closed",
            "Held Panic Held",
            "Interval EndInterval Running",
            "Interval Close Closed",
            "CurtainCall Close Closed",
        ],
        TableOf(new Transitions<ShowState, ShowTrigger>(ShowMachine.Define)));

    [Fact]
    public void A_cues_transitions_are_these_and_no_others() => Assert.Equal(
        [
            "Waiting Warn Warned",
            "Waiting StandBy Standby",
            "Waiting Skip Done",
            "Waiting Call PreWait",
            "Standby Release Waiting",
            "Standby ReleaseAgain Done",
            "Standby ReleaseFailed Failed",
            "Standby Call PreWait",
            "PreWait Start Running",
            "PreWait Pause Paused",
            "PreWait Stop Done",
            "PreWait Fail Failed",
            "Running Pause Paused",
            "Running Complete Done",
            "Running Stop Done",
            "Running Fail Failed",
            "Paused ResumePreWait PreWait",
            "Paused Resume Running",
            "Paused Complete Done",
            "Paused Stop Done",
            "Paused Fail Failed",
            "Done Warn Warned",
            "Done StandBy Standby",
            "Done Call PreWait",
            "Done Fail Failed",
            "Failed Warn Warned",
            "Failed StandBy Standby",
            "Failed Call PreWait",
            "Warned StandBy Standby",
            "Warned Release Waiting",
            "Warned ReleaseAgain Done",
            "Warned ReleaseFailed Failed",
            "Warned Call PreWait",
        ],
        TableOf(new Transitions<CueState, CueTrigger>(CueMachine.Define)));

    private static IEnumerable<string> TableOf<TState, TTrigger>(Transitions<TState, TTrigger> transitions)
        where TState : struct, Enum
        where TTrigger : struct, Enum =>
        from state in Enum.GetValues<TState>()
        from trigger in Enum.GetValues<TTrigger>()
        let next = transitions.Next(state, trigger)
        where next is not null
        select $"{state} {trigger} {next}";
}
