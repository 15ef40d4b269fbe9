using VirtualStage.Contracts.Console;
using VirtualStage.Productions.Performances;
using VirtualStage.Productions.Records;
using VirtualStage.Productions.Tests.Performances;
using static VirtualStage.Productions.Tests.Records.TwoActs;

namespace VirtualStage.Productions.Tests.Records;

public sealed class RunReportTests
{
    [Fact]
    public void The_moments_of_the_evening_have_the_wall_clocks_times()
    {
        var report = Of(WholeRun());
        Assert.Equal(
            [("House open", 5), ("Beginners", 9), ("Up", 10), ("Interval", 13), ("Interval over", 28), ("Down", 31), ("Closed", 32)],
            report.Times.Select(time => (time.Name, (time.AtMs - Opened.ToUnixTimeMilliseconds()) / Minute)));
        Assert.Equal(("acts-1", "Two acts", 1, true), (report.Performance, report.Title, report.Version, report.IsOver));
    }

    [Fact]
    public void Running_times_are_compared_with_earlier_runs_in_the_order_of_the_play()
    {
        var earlier = new EarlierRuns([WholeRun(2 * Minute, 21 * Minute).Times()]);
        Assert.Equal(
        [
            new ReportLength("", "Run", 21 * Minute, 33 * Minute),
            new ReportLength("", "Intervals", 15 * Minute, 21 * Minute),
            new ReportLength("", "Holds", 0, 0),
            new ReportLength("1", "ACT I", 3 * Minute, 6 * Minute),
            new ReportLength("1.1", "Scene 1. Morning.", 2 * Minute, 4 * Minute),
            new ReportLength("1.2", "Scene 2. Noon.", Minute, 2 * Minute),
            new ReportLength("2", "ACT II", 3 * Minute, 6 * Minute),
            new ReportLength("2.1", "Scene 1. Evening.", 2 * Minute, 4 * Minute),
            new ReportLength("2.2", "Scene 2. Night.", Minute, 2 * Minute),
        ],
        Of(WholeRun(), earlier).Lengths);
        Assert.All(Of(WholeRun()).Lengths, length => Assert.Null(length.UsualMs));
    }

    [Fact]
    public void A_cue_is_told_with_who_called_it_how_late_and_how_long_it_took_to_take_effect()
    {
        var show = Up().Speak("1.1.1", 1500).Go("LX 1").PassOnTime(20_000);
        var report = Of(show);
        Assert.Equal(
        [
            new ReportCue("LX 1", "Morning", "1.1.1", "1.1.1", At(show, 601_500), 1500, "GO", "name of a caller", Rehearsal.LeadMs, 1500, "done"),
            new ReportCue("LX 2", "Brighter", "1.1.1", "1.1.1", At(show, 604_500), 4500, "auto-follow", null, Rehearsal.LeadMs, 4500, "done"),
        ],
        report.Cues);
        Assert.Equal(["LX 3", "LX 4"], report.NotCalled);
    }

    [Fact]
    public void A_cue_before_its_line_is_early_and_one_whose_line_never_came_neither()
    {
        var show = Up().Speak("1.1.1").Speak("1.1.2", 10_000).Go("LX 3").PassOnTime(4000).Speak("1.2.1").Go("LX 4").PassOnTime(1);
        Assert.Equal([-4000L, null], Of(show).Cues.Select(cue => cue.LateMs));
        Assert.Equal(["1.1.2", "1.2.1"], Of(show).Cues.Select(cue => cue.Line!));
        Assert.Equal(["done", ""], Of(show).Cues.Select(cue => cue.Outcome));
    }

    [Fact]
    public void A_line_that_is_passed_over_counts_as_come_and_a_second_time_counts_anew()
    {
        var show = Up().Speak("1.1.1").Speak("2.1.1", 3000).Go("LX 3").PassOnTime(7000).Speak("1.1.1").Speak("1.2.1", 500).Go("LX 3");
        Assert.Equal([3000L, 500L], Of(show).Cues.Select(cue => cue.LateMs));
    }

    [Fact]
    public void Holds_have_their_reason_and_their_length()
    {
        var show = Up().Speak("1.1.1").Do(new Hold("the door is stuck")).PassOnTime(4 * Minute).Do(new Resume()).Speak("1.1.2").Do(new Hold(""));
        Assert.Equal(
        [
            new ReportHold(At(show, 11 * Minute), "1.1.1", "the door is stuck", "name of a caller", 4 * Minute),
            new ReportHold(At(show, 16 * Minute), "1.1.2", "", "name of a caller", null),
        ],
        Of(show).Holds);
    }

    [Fact]
    public void A_rehearsal_has_a_report_of_its_own_and_the_run_after_it_another()
    {
        var show = new Rehearsal(Production) { TimeMs = 0 };
        show.Do(new BeginRehearsal(), new CallBeginners(), new StartShow()).Go("LX 1").PassOnTime(1000);
        show.Do(new RehearseFrom("1.2", null, null)).Go("LX 3").PassOnTime(1000);
        var rehearsal = Of(show);
        Assert.True(rehearsal.IsRehearsal);
        Assert.Equal([("LX 1", "stopped"), ("LX 3", "")], rehearsal.Cues.Select(cue => (cue.Number, cue.Outcome)));
        Assert.Equal(["name of a caller set the stage at cue LX 3"], rehearsal.Incidents.Select(incident => incident.Text));
        Assert.False(show.Do(new TakeCurtainCall(), new CloseShow()).Times().IsWhole);

        show = new Rehearsal(Production) { TimeMs = 0 };
        show.Do(new BeginRehearsal(), new CallBeginners(), new StartShow()).Go("LX 1").Do(new EndRehearsal(), new CallBeginners());
        var run = Of(show);
        Assert.False(run.IsRehearsal);
        Assert.Empty(run.Cues);
        Assert.Equal(["Beginners"], run.Times.Select(time => time.Name));
    }

    [Fact]
    public void What_was_taken_back_skipped_failed_or_edited_is_an_incident()
    {
        var show = Up().Speak("1.1.1").Go("LX 1").Do(new Back(), new SkipCue("LX 1")).Go("LX 3");
        show.Fail("LX 3", "no line to it");
        show.Revise(1, new Dictionary<string, string>());
        var report = Of(show);
        Assert.Equal(
        [
            "name of a caller took the GO of cue LX 1 back",
            "name of a caller skipped cue LX 1",
            "cue LX 3 failed: no line to it",
            "the sheet was edited: version 1",
        ],
        report.Incidents.Select(incident => incident.Text));
        Assert.Equal(["stopped", "failed: no line to it"], report.Cues.Select(cue => cue.Outcome));
    }

    [Fact]
    public void A_client_that_was_held_to_the_rules_is_an_incident_and_nothing_else_comes_of_it()
    {
        var show = Up().Speak("1.1.1");
        var before = show.State;
        show.Note(new ActorHeld("anna", "a caller", 412, 0, 3));
        show.Note(new ActorHeld("no such role", null, 0, 50, 0));

        Assert.Equal(
        [
            "the client of name of a caller (Anna) was held to the rules: 412 ticks of movement too many, 3 packets too many in a minute",
            "the client of an understudy bot (no such role) was held to the rules: 50 messages that cannot be read in a minute",
        ],
        Of(show).Incidents.Select(incident => incident.Text));
        Assert.Equal(before with { Revision = before.Revision + 2 }, show.State);
    }

    [Fact]
    public void A_panic_is_an_incident_and_a_hold_and_stops_what_runs()
    {
        var show = Up().Speak("1.1.1", 1000).Go("LX 1").PassOnTime(1000).Do(new Panic()).PassOnTime(1000).Do(new Panic()).PassOnTime(Minute).Do(new Resume());
        var report = Of(show);
        Assert.Equal(
            ["panic by name of a caller: everything faded to safe", "panic by name of a caller: everything stopped at once"],
            report.Incidents.Select(incident => incident.Text));
        Assert.Equal("stopped", Assert.Single(report.Cues).Outcome);
        Assert.Equal((Minute + 1000, "panic"), Assert.Single(report.Holds) is var hold ? (hold.LengthMs, hold.Reason) : default);
    }

    [Fact]
    public void Who_takes_the_book_from_a_person_is_an_incident_and_from_a_bot_is_not()
    {
        var show = new Rehearsal(Production);
        show.Send(new TakeCalling(), Rehearsal.Bot);
        show.Send(new TakeCalling(), Rehearsal.Caller);
        show.Send(new TakeCalling(), Rehearsal.Other);
        Assert.Equal("name of another person took the book from name of a caller", Assert.Single(Of(show).Incidents).Text);
    }

    [Fact]
    public void A_bots_calls_are_the_bots()
    {
        var show = new Rehearsal(Production);
        foreach (IPerformanceCommand command in (IPerformanceCommand[])[new CallBeginners(), new StartShow(), new StandBy("LX 1"), new Go("LX 1")])
        {
            Assert.True(show.Send(command, Rehearsal.Bot).Answer.Accepted);
        }

        Assert.Equal("the caller bot", Assert.Single(Of(show).Cues).Person);
    }

    [Fact]
    public void The_cast_is_who_played_last()
    {
        var show = Up().Do(new CastRole("anna", "p-1"), new CastRole("bert", "p-2"), new CastRole("anna", "p-3"), new UncastRole("bert"));
        Assert.Equal([new ReportPart("Anna", "name of p-3"), new ReportPart("Bert", "an understudy bot")], Of(show).Cast);
    }

    [Fact]
    public void A_performance_that_was_only_opened_has_an_empty_report()
    {
        var report = Of(new Rehearsal(Production));
        Assert.Empty(report.Times);
        Assert.Empty(report.Lengths);
        Assert.False(report.IsOver);
        Assert.Equal(4, report.NotCalled.Length);
    }

    private static long At(Rehearsal show, long timeMs)
    {
        Assert.Contains(show.Journal, happening => happening.TimeMs == timeMs);
        return Opened.ToUnixTimeMilliseconds() + timeMs;
    }

    private static RunReport Of(Rehearsal show, EarlierRuns? earlier = null) =>
        RunReports.Of("acts-1", show.Records(), Production, earlier ?? EarlierRuns.None, person => $"name of {person}");
}
