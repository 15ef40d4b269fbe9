using VirtualStage.Contracts.Console;
using VirtualStage.Productions.Tests.Performances;
using static VirtualStage.Productions.Tests.Records.TwoActs;

namespace VirtualStage.Productions.Tests.Records;

public sealed class RunTimesTests
{
    [Fact]
    public void Acts_and_scenes_take_from_their_first_line_to_the_next_ones()
    {
        var run = WholeRun().Times();
        Assert.Equal((10 * Minute, 31 * Minute), (run.UpMs, run.DownMs));
        Assert.Equal(
            [("1", 10, 3), ("1.1", 10, 2), ("1.2", 12, 1), ("2", 28, 3), ("2.1", 28, 2), ("2.2", 30, 1)],
            run.Parts.OrderBy(part => part.Key, StringComparer.Ordinal)
                .Select(part => (part.Key, part.Value.StartedMs / Minute, part.Value.LengthMs / Minute)));
        Assert.Equal(6 * Minute, run.EndShowMs);
        Assert.True(run.IsWhole);
    }

    [Fact]
    public void An_interval_belongs_to_no_act_and_the_silence_after_it_to_the_next_one()
    {
        var show = Up().Speak("1.1.1").Speak("1.1.2").Speak("1.2.1").Do(new TakeInterval()).PassOnTime(20 * Minute);
        Assert.False(show.Times().Plays);
        var run = show.Do(new EndInterval()).PassOnTime(30_000).Speak("2.1.1").Times();
        Assert.Equal(3 * Minute, run.Parts["1"].LengthMs);
        Assert.Equal((33 * Minute, 30_000L), (run.Parts["2"].StartedMs, run.Parts["2"].LengthMs));
        Assert.Equal(20 * Minute, Assert.Single(run.Intervals).LengthAt(0));
    }

    [Fact]
    public void An_interval_in_the_middle_of_an_act_does_not_begin_another()
    {
        var run = Up().Speak("1.1.1").Do(new TakeInterval()).PassOnTime(Minute).Do(new EndInterval()).PassOnTime(Minute).Times().Counted(13 * Minute);
        Assert.Equal(2 * Minute, run.Parts["1.1"].LengthMs);
        Assert.DoesNotContain("1.2", run.Parts.Keys);
    }

    [Fact]
    public void A_hold_counts_for_the_scene_in_which_it_was_and_not_for_show_time()
    {
        var run = Up().Speak("1.1.1").Do(new Hold("the door is stuck")).PassOnTime(4 * Minute).Do(new Resume()).Speak("1.1.2").Speak("1.2.1").Times();
        Assert.Equal(6 * Minute, run.Parts["1.1"].LengthMs);
        Assert.Equal(4 * Minute, Assert.Single(run.Holds).LengthAt(0));
        Assert.Equal(2 * Minute, run.Lines["1.2.1"]);
    }

    [Fact]
    public void A_play_that_goes_back_adds_to_the_scene_that_it_is_in()
    {
        var run = Up().Speak("1.1.1").Speak("1.1.2").Speak("1.2.1").Speak("1.1.2").Speak("1.2.1").Times().Counted(15 * Minute);
        Assert.Equal((3 * Minute, 2 * Minute), (run.Parts["1.1"].LengthMs, run.Parts["1.2"].LengthMs));
        Assert.Equal(Minute, run.Lines["1.1.2"]);
    }

    [Fact]
    public void A_show_that_is_closed_in_a_hold_is_down_and_no_whole_run()
    {
        var run = Up().Speak("1.1.1").Do(new Hold("fire alarm")).PassOnTime(Minute).Do(new CloseShow()).Times();
        Assert.Equal(12 * Minute, run.DownMs);
        Assert.False(run.IsWhole);
        Assert.Equal(run.Parts["1"], run.Counted(99 * Minute).Parts["1"]);
    }

    [Fact]
    public void Before_it_is_up_nothing_counts()
    {
        var show = new Rehearsal(Production) { TimeMs = Minute };
        show.Do(new Advance("1.1.2"));
        var run = show.Times().Counted(3 * Minute);
        Assert.Empty(run.Parts);
        Assert.Null(run.UpMs);
        show.TimeMs = 5 * Minute;
        Assert.Equal("1.1", show.Do(new CallBeginners(), new StartShow()).Times().Place[^1].Id);
    }
}
