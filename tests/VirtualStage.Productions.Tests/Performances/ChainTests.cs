using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Performances;

namespace VirtualStage.Productions.Tests.Performances;

public sealed class ChainTests
{
    private const int Lead = Rehearsal.LeadMs;

    private readonly Rehearsal _show = Rehearsal.In(ShowState.Running).Pass(500);

    [Fact]
    public void A_chain_runs_by_itself_each_cue_at_its_time()
    {
        var (revision, start) = (StandBy("2"), _show.ShowMs);
        _show.Do(new Go("2")).PassOnTime(60_000);
        Assert.Equal(Chain(_show.TimeMs - 60_000, late: 0), _show.Since(revision, start));
    }

    [Theory]
    [InlineData(12_000)]
    [InlineData(60_000)]
    public void A_chain_that_one_late_timer_settles_happened_at_the_same_times(int lateMs)
    {
        var (revision, start) = (StandBy("2"), _show.ShowMs);
        _show.Do(new Go("2")).Pass(lateMs);
        Assert.Equal(Chain(_show.TimeMs - lateMs, late: lateMs), _show.Since(revision, start));
        Assert.Null(_show.Performance.NextDueMs);
    }

    [Fact]
    public void A_timer_that_is_a_little_late_changes_no_stamp()
    {
        _show.Go("7");
        var due = _show.Performance.NextDueMs!.Value;
        _show.Pass(2000 + Lead - 20);
        Assert.Equal(due + Lead, _show.StampOf("7"));
    }

    [Fact]
    public void A_timer_that_is_very_late_stamps_for_now_and_never_for_the_past()
    {
        _show.Go("7").Pass(2900);
        Assert.Equal(_show.TimeMs, _show.StampOf("7"));
    }

    [Fact]
    public void The_post_wait_counts_from_the_end_of_the_pre_wait_and_does_not_wait_for_the_duration()
    {
        _show.Go("3").PassOnTime(1499);
        Assert.Equal(CueState.Waiting, _show.State.StateOf("4"));
        _show.PassOnTime(1);
        Assert.Equal((CueState.Running, CueState.PreWait), (_show.State.StateOf("3"), _show.State.StateOf("4")));
    }

    [Fact]
    public void When_duration_and_post_wait_end_together_the_cue_ends_first()
    {
        var (revision, start) = (StandBy("9"), _show.ShowMs);
        _show.Do(new Go("9")).Pass(1000);
        Assert.Equal(
            [new CueCompleted("9"), new CuePostWaited("9"), new CueCalled("10", CueOrigin.AutoContinue, "9")],
            _show.Since(revision, start).Where(since => since.ShowMs == 1000).Select(since => since.Event).Take(3));
    }

    [Fact]
    public void What_is_due_at_the_same_moment_happens_in_the_order_of_the_sheet()
    {
        _show.Go("10").Go("9").PassOnTime(1000);
        Assert.Equal(
            [new CueCompleted("9"), new CueCompleted("10")],
            _show.Journal.Where(happening => happening.TimeMs == _show.TimeMs).Select(happening => happening.Event).OfType<CueCompleted>());
    }

    [Fact]
    public void After_the_last_cue_nothing_follows()
    {
        _show.Go("11").Pass(1250);
        Assert.Equal(CueState.Running, _show.State.StateOf("12"));
        _show.Pass(2000);
        Assert.Equal(CueState.Done, _show.State.StateOf("12"));
        Assert.Null(_show.Performance.NextDueMs);
    }

    [Fact]
    public void A_cue_that_was_called_by_hand_meanwhile_is_not_called_again()
    {
        _show.Go("11").Go("12").Pass(60_000);
        Assert.Equal([new CueCalled("11", CueOrigin.Go), new CueCalled("12", CueOrigin.Go)], Calls);
    }

    [Fact]
    public void A_chain_takes_the_cue_that_stands_by_for_it()
    {
        _show.Go("11").Do(new StandBy("12")).Pass(1250);
        Assert.Equal((CueState.Running, null), (_show.State.StateOf("12"), _show.State.Standby));
    }

    [Fact]
    public void A_chain_leaves_another_cue_on_standby()
    {
        _show.Go("11").Do(new StandBy("1")).Pass(60_000);
        Assert.Equal(("1", CueState.Done), (_show.State.Standby, _show.State.StateOf("12")));
    }

    [Fact]
    public void A_cue_called_again_before_its_post_wait_ended_waits_anew()
    {
        _show.Go("2").PassOnTime(4500).Go("2").PassOnTime(4999);
        Assert.Equal(CueState.Waiting, _show.State.StateOf("3"));
        _show.PassOnTime(1);
        Assert.Equal(CueState.Running, _show.State.StateOf("3"));
        Assert.Single(Calls, call => call.Cue == "3");
    }

    private IEnumerable<CueCalled> Calls => _show.Journal.Select(happening => happening.Event).OfType<CueCalled>();

    private int StandBy(string cue) => _show.Do(new StandBy(cue)).State.Revision;

    /// <summary>All that comes of a GO for cue 2: by show time since then.</summary>
    private static (long, PerformanceEvent)[] Chain(long goMs, long late)
    {
        CueStarted Started(string cue, long showMs) => new(cue, Math.Max(goMs + showMs + Lead, goMs + late));
        return
        [
            (0, new CueCalled("2", CueOrigin.Go)),
            (1000, Started("2", 1000)),
            (3000, new CueCompleted("2")),
            (5000, new CuePostWaited("2")),
            (5000, new CueCalled("3", CueOrigin.AutoContinue, "2")),
            (5000, Started("3", 5000)),
            (6500, new CuePostWaited("3")),
            (6500, new CueCalled("4", CueOrigin.AutoContinue, "3")),
            (7000, Started("4", 7000)),
            (9000, new CueCompleted("4")),
            (9000, new CueCalled("5", CueOrigin.AutoFollow, "4")),
            (9000, Started("5", 9000)),
            (9000, new CueCompleted("5")),
            (9000, new CueCalled("6", CueOrigin.AutoFollow, "5")),
            (9000, Started("6", 9000)),
            (9000, new CueCompleted("6")),
            (9000, new CuePostWaited("6")),
            (9000, new CueCalled("7", CueOrigin.AutoContinue, "6")),
            (10_000, new CueCompleted("3")),
            (11_000, Started("7", 11_000)),
            (12_000, new CueCompleted("7")),
        ];
    }
}
