using VirtualStage.Contracts.Console;
using VirtualStage.Productions.Records;
using VirtualStage.Productions.Tests.Performances;
using static VirtualStage.Productions.Tests.Records.TwoActs;

namespace VirtualStage.Productions.Tests.Records;

public sealed class ClocksTests
{
    private static readonly EarlierRuns _twice = new([WholeRun().Times(), WholeRun(2 * Minute, 21 * Minute).Times()]);

    [Fact]
    public void Before_the_show_and_after_it_no_part_has_a_clock()
    {
        var before = Of(new Rehearsal(Production));
        Assert.Equal(new ClocksView(null, null, null, null, null, null, null, 0, 0), before);
        var after = Of(WholeRun());
        Assert.Equal((null, null, null, null), (after.Act, after.Scene, after.Interval, after.EndShowMs));
        Assert.Equal((21 * Minute, false), (after.Run!.LengthMs, after.Run.Runs));
    }

    [Fact]
    public void Run_act_and_scene_are_told_with_when_they_began_and_what_is_usual()
    {
        var clocks = Of(Up().Speak("1.1.1").Speak("1.1.2").Speak("1.2.1", 30_000), _twice);
        Assert.Equal(new ClockView("", 10 * Minute, 150_000, true, 27 * Minute), clocks.Run);
        Assert.Equal(new ClockView("ACT I", 10 * Minute, 150_000, true, 4 * Minute + 30_000), clocks.Act);
        Assert.Equal(new ClockView("Scene 2. Noon.", 12 * Minute, 30_000, true, Minute + 30_000), clocks.Scene);
        Assert.Equal(2, clocks.EarlierRuns);
    }

    [Fact]
    public void An_interval_has_a_clock_and_stops_those_of_the_act()
    {
        var show = Up().Speak("1.1.1").Do(new TakeInterval()).PassOnTime(5 * Minute);
        var clocks = Of(show, _twice);
        Assert.Equal(new ClockView("", 11 * Minute, 5 * Minute, true, 18 * Minute), clocks.Interval);
        Assert.Equal((Minute, false), (clocks.Act!.LengthMs, clocks.Act.Runs));
        Assert.Equal(13 * Minute, clocks.IntervalsToComeMs);
        Assert.True(clocks.Run!.Runs);
        Assert.Null(Of(show.Do(new EndInterval())).Interval);
    }

    [Fact]
    public void A_hold_has_a_clock()
    {
        var clocks = Of(Up().Speak("1.1.1").Do(new Hold("x")).PassOnTime(Minute));
        Assert.Equal(new ClockView("", 11 * Minute, Minute, true, null), clocks.Hold);
        Assert.True(clocks.Act!.Runs);
    }

    [Fact]
    public void Without_an_earlier_run_the_sheet_says_how_far_behind_it_is_and_when_it_ends()
    {
        var clocks = Of(Up().Speak("1.1.1", 2 * Minute).Speak("1.1.2", 2 * Minute).Speak("1.2.1", 0));
        Assert.Equal((int)(2 * Minute), clocks.BehindMs);
        // Two minutes of the sheet took four: the four that are left will take eight.
        Assert.Equal(12 * Minute, clocks.EndShowMs);
        Assert.Equal((0, 0), (clocks.IntervalsToComeMs, clocks.EarlierRuns));
    }

    [Fact]
    public void With_earlier_runs_their_average_says_it()
    {
        var clocks = Of(Up().Speak("1.1.1").Speak("1.1.2").Speak("1.2.1", 0), _twice);
        // It is usually reached after three minutes of nine, and was after two.
        Assert.Equal(-(int)Minute, clocks.BehindMs);
        Assert.Equal(6 * Minute, clocks.EndShowMs);
        Assert.Equal(18 * Minute, clocks.IntervalsToComeMs);
    }

    [Fact]
    public void The_first_minute_says_nothing_of_the_pace_and_nothing_makes_it_absurd()
    {
        Assert.Equal(9 * Minute, Of(Up(), _twice).EndShowMs);
        Assert.Null(Of(Up(), _twice).BehindMs);
        Assert.Equal(20_000 + (9 * Minute), Of(Up().PassOnTime(20_000).Speak("1.1.1", 0), _twice).EndShowMs);
        var slow = Of(Up().Speak("1.1.1", 60 * Minute).Speak("1.1.2", 0));
        Assert.Equal((60 * Minute) + (2 * 5 * Minute), slow.EndShowMs);
    }

    [Fact]
    public void A_line_that_earlier_runs_did_not_have_is_measured_by_the_sheet()
    {
        var cut = new EarlierRuns([Up().Speak("1.1.1").Speak("2.2.1").Do(new TakeCurtainCall(), new CloseShow()).Times()]);
        Assert.Equal(0, Of(Up().Speak("1.1.1").Speak("1.1.2").Speak("1.2.1", 0), cut).BehindMs);
    }

    private static ClocksView Of(Rehearsal show, EarlierRuns? earlier = null)
    {
        var clocks = new Clocks(earlier ?? EarlierRuns.None);
        clocks.Take(show.Journal, Production);
        return clocks.At(show.TimeMs, Production);
    }
}
