using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Performances;

namespace VirtualStage.Productions.Tests.Performances;

public sealed class HoldTests
{
    private readonly Rehearsal _show = Rehearsal.In(ShowState.Running).Pass(500);

    public static TheoryData<IPerformanceCommand, IPerformanceCommand> Stops { get; } = new()
    {
        { new Hold("a lamp fell"), new Resume() },
        { new TakeInterval(), new EndInterval() },
    };

    [Theory]
    [MemberData(nameof(Stops))]
    public void While_the_show_stands_its_cues_pause_and_then_go_on_from_there(IPerformanceCommand stop, IPerformanceCommand goOn)
    {
        _show.Go("8").Go("7").Pass(700).Do(stop);
        Assert.Equal((CueState.Paused, CueState.Paused), (_show.State.StateOf("7"), _show.State.StateOf("8")));
        Assert.Null(_show.Performance.NextDueMs);
        _show.Pass(1_000_000);
        Assert.Equal(CueState.Paused, _show.State.StateOf("7"));
        _show.Do(goOn);
        Assert.Equal((CueState.PreWait, CueState.Running), (_show.State.StateOf("7"), _show.State.StateOf("8")));
        Assert.Equal(_show.TimeMs + 1300, _show.Performance.NextDueMs);
        _show.PassOnTime(1300);
        Assert.Equal(_show.TimeMs + Rehearsal.LeadMs, _show.StampOf("7"));
        _show.PassOnTime(57_999);
        Assert.Equal(CueState.Running, _show.State.StateOf("8"));
        _show.PassOnTime(1);
        Assert.Equal(CueState.Done, _show.State.StateOf("8"));
    }

    [Fact]
    public void A_post_wait_stands_with_the_show_also_when_its_cue_is_done()
    {
        _show.Go("2").Pass(4000).Do(new Hold("")).Pass(30_000);
        Assert.Equal((CueState.Done, CueState.Waiting), (_show.State.StateOf("2"), _show.State.StateOf("3")));
        _show.Do(new Resume()).PassOnTime(999);
        Assert.Equal(CueState.Waiting, _show.State.StateOf("3"));
        _show.PassOnTime(1);
        Assert.Equal(CueState.Running, _show.State.StateOf("3"));
    }

    [Fact]
    public void At_the_curtain_call_what_ran_pauses_for_good()
    {
        _show.Go("8").Do(new TakeCurtainCall()).Pass(100_000).Do(new CloseShow());
        Assert.Equal(CueState.Paused, _show.State.StateOf("8"));
        Assert.Null(_show.Performance.NextDueMs);
    }

    [Fact]
    public void A_panic_stops_everything_fades_and_holds_the_show()
    {
        _show.Go("2").Pass(3500).Go("8").Go("7").Do(new StandBy("1"));
        var decision = _show.Send(new Panic());
        Assert.Equal(
            [
                new Panicked(_show.TimeMs + Rehearsal.LeadMs, Performance.PanicFadeMs),
                new ShowMoved(ShowTrigger.Panic, ShowState.Held, "panic"),
            ],
            decision.Events.Select(happening => happening.Event));
        Assert.Equal((CueState.Done, CueState.Done), (_show.State.StateOf("7"), _show.State.StateOf("8")));
        Assert.Equal("1", _show.State.Standby);
        var revision = _show.Do(new Resume()).State.Revision;
        _show.Pass(1_000_000);
        Assert.Equal(revision, _show.State.Revision);
        Assert.Equal(CueState.Waiting, _show.State.StateOf("3"));
    }

    [Fact]
    public void A_second_panic_within_the_fade_stops_at_once()
    {
        _show.Do(new Panic()).Pass(Rehearsal.LeadMs + Performance.PanicFadeMs - 1);
        Assert.Equal([new Panicked(_show.TimeMs, 0)], _show.Send(new Panic()).Events.Select(happening => happening.Event));
        Assert.Equal(ShowState.Held, _show.State.Show);
    }

    [Fact]
    public void A_second_panic_after_the_fade_fades_again()
    {
        _show.Do(new Panic()).Pass(Rehearsal.LeadMs + Performance.PanicFadeMs);
        Assert.Equal(
            [new Panicked(_show.TimeMs + Rehearsal.LeadMs, Performance.PanicFadeMs)],
            _show.Send(new Panic()).Events.Select(happening => happening.Event));
    }

    [Fact]
    public void A_panic_in_a_hold_stops_the_cues_that_paused()
    {
        _show.Go("8").Do(new Hold(""), new Panic(), new Resume());
        Assert.Equal(CueState.Done, _show.State.StateOf("8"));
        Assert.Null(_show.Performance.NextDueMs);
    }

    [Fact]
    public void Who_stops_a_show_that_a_bot_calls_has_the_book_so_that_the_bot_does_not_go_on()
    {
        _show.Do(new LeaveCalling());
        Assert.True(_show.Send(new TakeCalling(), Rehearsal.Bot).Answer.Accepted);
        Assert.True(_show.Send(new Panic(), Rehearsal.Other).Answer.Accepted);
        Assert.Equal(new Caller(Rehearsal.Other.Person, false), _show.State.Caller);
        Assert.Equal("somebody else calls the show: take the book first", _show.Refused(new Resume(), Rehearsal.Bot));
        Assert.Equal("a person calls the show", _show.Refused(new TakeCalling(), Rehearsal.Bot));
    }

    [Fact]
    public void A_bot_stops_a_show_too_and_displaces_nobody()
    {
        Assert.True(_show.Do(new TakeCalling()).Send(new Panic(), Rehearsal.Bot).Answer.Accepted);
        Assert.Equal(new Caller(Rehearsal.Caller.Person, false), _show.State.Caller);
    }

    [Fact]
    public void Whoever_calls_anybody_may_stop_the_show_and_the_caller_stays()
    {
        _show.Do(new TakeCalling());
        Assert.True(_show.Send(new Panic(), Rehearsal.Other).Answer.Accepted);
        Assert.Equal(new Caller(Rehearsal.Caller.Person, false), _show.State.Caller);
    }
}
