using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Performances;

namespace VirtualStage.Productions.Tests.Performances;

public sealed class ShowTests
{
    public static TheoryData<ShowState, ShowTrigger> Everything { get; } = new(
        from state in Enum.GetValues<ShowState>()
        from trigger in Enum.GetValues<ShowTrigger>()
        select (state, trigger));

    [Theory]
    [MemberData(nameof(Everything))]
    public void A_command_moves_the_show_exactly_where_its_machine_does(ShowState from, ShowTrigger trigger)
    {
        var to = from;
        var machine = ShowMachine.Define(() => to, next => to = next);
        var rehearsal = Rehearsal.In(from);
        if (machine.CanFire(trigger))
        {
            machine.Fire(trigger);
            var decision = rehearsal.Send(Command(trigger));
            Assert.Equal(new CommandAnswer(true, null, rehearsal.Journal.Count), decision.Answer);
            Assert.Equal(to, rehearsal.State.Show);
            var moved = decision.Events.Select(happening => happening.Event).OfType<ShowMoved>();
            Assert.Equal(from == to ? [] : [(trigger, to)], moved.Select(move => (move.Trigger, move.To)));
        }
        else
        {
            Assert.Equal(
                trigger == ShowTrigger.Panic
                    ? $"there is nothing to stop while the show is {Words(from)}"
                    : $"{Words(trigger)} is not possible while the show is {Words(from)}",
                rehearsal.Refused(Command(trigger)));
        }
    }

    [Theory]
    [InlineData(ShowState.CurtainCall)]
    [InlineData(ShowState.Closed)]
    public void When_the_play_is_over_no_cue_stands_by_and_no_line_is_spoken(ShowState show)
    {
        var rehearsal = Rehearsal.In(show);
        Assert.Equal($"no cue can stand by while the show is {Words(show)}", rehearsal.Refused(new StandBy("1")));
        Assert.Equal($"no line is spoken while the show is {Words(show)}", rehearsal.Refused(new Advance("1.1.1")));
    }

    [Theory]
    [InlineData(ShowState.Preset)]
    [InlineData(ShowState.HouseOpen)]
    [InlineData(ShowState.Beginners)]
    [InlineData(ShowState.Held)]
    [InlineData(ShowState.Interval)]
    public void Before_the_show_and_while_it_stands_a_cue_stands_by_and_waits_for_its_go(ShowState show)
    {
        var rehearsal = Rehearsal.In(show).Do(new StandBy("1"), new Advance("1.1.2"));
        Assert.Equal("1", rehearsal.State.Standby);
        Assert.Equal($"no GO while the show is {Words(show)}", rehearsal.Refused(new Go("1")));
    }

    [Fact]
    public void A_closed_performance_takes_no_more_calling()
    {
        var rehearsal = Rehearsal.In(ShowState.Closed);
        Assert.Equal("the performance is over", rehearsal.Refused(new TakeCalling(), Rehearsal.Other));
        Assert.Equal("cue 1 is not on standby: no cue is", rehearsal.Refused(new Go("1")));
        Assert.Empty(rehearsal.Performance.Elapse(new Moment(1_000_000, 0)).Events);
    }

    [Fact]
    public void A_closed_performance_gives_no_go_to_the_cue_that_stood_by()
    {
        var rehearsal = Rehearsal.In(ShowState.Preset).Do(new StandBy("1"), new CloseShow());
        Assert.Equal("no GO while the show is closed", rehearsal.Refused(new Go("1")));
        Assert.Equal("no cue can stand by while the show is closed", rehearsal.Refused(new StandBy("1")));
    }

    [Fact]
    public void A_hold_keeps_its_reason_which_has_an_end()
    {
        var rehearsal = Rehearsal.In(ShowState.Running);
        Assert.Equal("a reason has at most 500 characters", rehearsal.Refused(new Hold(new string('x', 501))));
        rehearsal.Do(new Hold(new string('x', 500)));
        Assert.Equal(new string('x', 500), Assert.IsType<ShowMoved>(rehearsal.Journal[^1].Event).Reason);
    }

    [Fact]
    public void Show_time_runs_while_the_show_does_and_stands_otherwise()
    {
        var rehearsal = Rehearsal.In(ShowState.Beginners).Pass(5000);
        Assert.Equal(0, rehearsal.ShowMs);
        rehearsal.Do(new StartShow()).Pass(7000);
        Assert.Equal(7000, rehearsal.ShowMs);
        rehearsal.Do(new Hold("")).Pass(3000);
        Assert.Equal(7000, rehearsal.ShowMs);
        rehearsal.Do(new Resume()).Pass(1000).Do(new TakeInterval()).Pass(900_000);
        Assert.Equal(8000, rehearsal.ShowMs);
        rehearsal.Do(new EndInterval()).Pass(500).Do(new TakeCurtainCall()).Pass(60_000).Do(new CloseShow()).Pass(1);
        Assert.Equal(8500, rehearsal.ShowMs);
    }

    [Fact]
    public void The_show_clock_turns_performance_time_into_show_time_and_back()
    {
        var clock = new ShowClock(2000, 50_000);
        Assert.Equal(2000, clock.ShowMsAt(50_000));
        Assert.Equal(3500, clock.ShowMsAt(51_500));
        Assert.Equal(2000, clock.ShowMsAt(49_000));
        Assert.Equal(51_500, clock.TimeMsOf(3500));
        Assert.Equal(2000, new ShowClock(2000, null).ShowMsAt(1_000_000));
    }

    internal static IPerformanceCommand Command(ShowTrigger trigger) => trigger switch
    {
        ShowTrigger.OpenHouse => new OpenHouse(),
        ShowTrigger.CallBeginners => new CallBeginners(),
        ShowTrigger.Start => new StartShow(),
        ShowTrigger.Hold => new Hold("a test"),
        ShowTrigger.Resume => new Resume(),
        ShowTrigger.TakeInterval => new TakeInterval(),
        ShowTrigger.EndInterval => new EndInterval(),
        ShowTrigger.TakeCurtainCall => new TakeCurtainCall(),
        ShowTrigger.Close => new CloseShow(),
        ShowTrigger.Panic => new Panic(),
        _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, "a trigger that no command pulls"),
    };

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
        _ => "closing",
    };
}
