using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Performances;

namespace VirtualStage.Productions.Tests.Performances;

public sealed class CueTests
{
    private readonly Rehearsal _show = Rehearsal.In(ShowState.Running);

    [Fact]
    public void A_cue_stands_by_goes_waits_runs_and_is_done()
    {
        _show.Do(new StandBy("7"));
        Assert.Equal((CueState.Standby, "7"), (_show.State.StateOf("7"), _show.State.Standby));
        _show.Do(new Go("7"));
        Assert.Equal((CueState.PreWait, null, "8"), (_show.State.StateOf("7"), _show.State.Standby, _show.State.Playhead));
        _show.Pass(1999);
        Assert.Equal(CueState.PreWait, _show.State.StateOf("7"));
        _show.Pass(1);
        Assert.Equal(CueState.Running, _show.State.StateOf("7"));
        _show.Pass(999);
        Assert.Equal(CueState.Running, _show.State.StateOf("7"));
        _show.Pass(1);
        Assert.Equal(CueState.Done, _show.State.StateOf("7"));
        Assert.Null(_show.Performance.NextDueMs);
    }

    [Fact]
    public void A_cue_that_fails_says_why_until_it_is_called_again()
    {
        _show.Go("7").Pass(2000);
        _show.Fail("7", "nobody answered");
        Assert.Equal((CueState.Failed, "nobody answered"), (_show.State.StateOf("7"), _show.State.Cues["7"].Reason));
        Assert.Null(_show.Performance.NextDueMs);
        _show.Go("7");
        Assert.Equal((CueState.PreWait, null), (_show.State.StateOf("7"), _show.State.Cues["7"].Reason));
    }

    [Fact]
    public void A_cue_that_was_done_before_anybody_knew_that_it_failed_fails_still()
    {
        _show.Go("7").Pass(5000);
        Assert.Equal(CueState.Done, _show.State.StateOf("7"));
        _show.Fail("7");
        Assert.Equal(CueState.Failed, _show.State.StateOf("7"));
    }

    [Fact]
    public void A_cue_that_is_held_can_fail_and_does_not_go_on_with_the_show()
    {
        _show.Go("8").Pass(1000).Do(new Hold("a test"));
        _show.Fail("8");
        _show.Do(new Resume());
        Assert.Equal(CueState.Failed, _show.State.StateOf("8"));
    }

    [Fact]
    public void What_would_follow_a_cue_when_it_is_complete_does_not_follow_one_that_fails()
    {
        _show.Go("11").Pass(300);
        _show.Fail("11");
        _show.Pass(60_000);
        Assert.Equal((CueState.Failed, CueState.Waiting), (_show.State.StateOf("11"), _show.State.StateOf("12")));
    }

    [Fact]
    public void The_post_wait_of_a_paused_cue_that_fails_runs_on_from_where_the_pause_left_it()
    {
        _show.Go("3").Pass(500).Do(new PauseCue("3")).Pass(4000);
        _show.Fail("3");
        _show.PassOnTime(999);
        Assert.Equal((CueState.Failed, CueState.Waiting), (_show.State.StateOf("3"), _show.State.StateOf("4")));
        _show.PassOnTime(1);
        Assert.Equal(CueState.PreWait, _show.State.StateOf("4"));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("no cue")]
    public void A_cue_that_did_not_go_does_not_fail(string cue)
    {
        _show.Do(new StandBy("7"));
        Assert.Empty(_show.Fail(cue).Events);
        Assert.Equal(CueState.Standby, _show.State.StateOf("7"));
    }

    [Fact]
    public void A_go_for_another_cue_than_the_one_on_standby_is_refused()
    {
        Assert.Equal("cue 1 is not on standby: no cue is", _show.Refused(new Go("1")));
        _show.Do(new StandBy("1"), new StandBy("2"));
        Assert.Equal("cue 1 is not on standby: cue 2 is", _show.Refused(new Go("1")));
        Assert.Equal((CueState.Waiting, CueState.Standby), (_show.State.StateOf("1"), _show.State.StateOf("2")));
    }

    [Fact]
    public void A_cue_that_was_done_is_done_again_when_its_second_standby_is_replaced_and_no_chain_calls_it()
    {
        _show.Go("5").Pass(20_000).Do(new StandBy("5"), new StandBy("4"));
        Assert.Equal(CueState.Done, _show.State.StateOf("5"));
        _show.Do(new Go("4")).Pass(20_000);
        Assert.Single(_show.Journal, happening => happening.Event is CueCalled { Cue: "5" });
    }

    [Fact]
    public void A_second_go_without_a_second_standby_is_refused()
    {
        _show.Go("1");
        Assert.Equal("cue 1 is not on standby: no cue is", _show.Refused(new Go("1")));
    }

    [Fact]
    public void A_go_that_comes_again_has_the_same_answer_and_fires_nothing()
    {
        _show.Do(new StandBy("5"));
        var first = _show.Send(new Go("5"), id: "go");
        _show.Pass(20_000).Do(new StandBy("5"));
        var again = _show.Send(new Go("5"), id: "go");
        Assert.Equal(first.Answer, again.Answer);
        Assert.Empty(again.Events);
        Assert.Same(_show.State, again.State);
        Assert.Equal("5", _show.State.Standby);
    }

    [Fact]
    public void Cues_that_the_sheet_does_not_have_are_refused()
    {
        Assert.Equal("there is no cue 13", _show.Refused(new StandBy("13")));
        Assert.Equal("there is no cue 13", _show.Refused(new Go("13")));
    }

    [Fact]
    public void A_cue_that_stands_by_or_runs_cannot_stand_by_and_one_that_is_done_can()
    {
        _show.Do(new StandBy("7"));
        Assert.Equal("cue 7 is on standby already", _show.Refused(new StandBy("7")));
        _show.Do(new Go("7"));
        Assert.Equal("cue 7 is running", _show.Refused(new StandBy("7")));
        _show.Pass(2000);
        Assert.Equal("cue 7 is running", _show.Refused(new StandBy("7")));
        _show.Do(new Hold(""));
        Assert.Equal("cue 7 is running", _show.Refused(new StandBy("7")));
        _show.Do(new Resume()).Pass(1000).Go("7").Pass(3000);
        Assert.Equal(CueState.Done, _show.State.StateOf("7"));
        Assert.Equal(2, _show.Journal.Count(happening => happening.Event is CueCompleted));
    }

    [Fact]
    public void What_is_due_next_is_known_in_performance_time()
    {
        Assert.Null(_show.Performance.NextDueMs);
        _show.Pass(400).Go("8").Go("7");
        Assert.Equal(_show.TimeMs + 2000, _show.Performance.NextDueMs);
        _show.Pass(2000);
        Assert.Equal(_show.TimeMs + 1000, _show.Performance.NextDueMs);
        _show.Pass(1000);
        Assert.Equal(_show.TimeMs + 57_000, _show.Performance.NextDueMs);
        _show.Do(new Hold(""));
        Assert.Null(_show.Performance.NextDueMs);
    }

    [Fact]
    public void A_console_is_told_when_a_cues_phase_ends()
    {
        var start = _show.Pass(300).ShowMs;
        _show.Go("2");
        Assert.Equal((start, start + 1000), (_show.State.Cues["2"].CalledMs, _show.State.Cues["2"].PhaseEndsMs));
        _show.Pass(1000);
        Assert.Equal(start + 3000, _show.State.Cues["2"].PhaseEndsMs);
        _show.Pass(2000);
        Assert.Null(_show.State.Cues["2"].PhaseEndsMs);
    }

    [Fact]
    public void What_was_due_before_a_late_command_happens_before_it()
    {
        _show.Go("7");
        var revision = _show.State.Revision;
        _show.TimeMs += 10_000;
        _show.Do(new Hold("late"));
        Assert.Equal(
            [typeof(CueStarted), typeof(CueCompleted), typeof(ShowMoved)],
            _show.Since(revision, 0).Select(since => since.Event.GetType()));
        Assert.Equal([12_000L, 13_000L, 20_000L], _show.Journal.Skip(revision).Select(happening => happening.TimeMs));
    }

    [Fact]
    public void What_was_due_by_itself_came_of_no_command_even_when_a_command_came_first_to_notice()
    {
        _show.Go("7");
        _show.TimeMs += 2000;
        var decision = _show.Send(new Go("1"));
        Assert.False(decision.Answer.Accepted);
        decision = _show.Send(new StandBy("1"), id: "standby");
        Assert.Equal(
            [(null, null), ("standby", Rehearsal.Caller.Person)],
            decision.Events.Select(happening => (happening.CommandId, happening.Person)));
    }

    [Fact]
    public void What_follows_at_once_came_of_the_command()
    {
        _show.Do(new StandBy("5"));
        var decision = _show.Send(new Go("5"), id: "go");
        Assert.Contains(new CueCalled("6", CueOrigin.AutoFollow, "5"), decision.Events.Select(happening => happening.Event));
        Assert.All(decision.Events, happening => Assert.Equal("go", happening.CommandId));
        Assert.Equal(decision.Answer, _show.Send(new Go("5"), id: "go").Answer);
    }
}
