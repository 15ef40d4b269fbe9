using VirtualStage.Contracts.Console;
using VirtualStage.Productions.Performances;
using VirtualStage.Productions.Scripts;
using VirtualStage.Productions.Tests.Scripts;

namespace VirtualStage.Productions.Tests.Performances;

public sealed class HamletRunTests
{
    private readonly Production _hamlet = ProductionLoader.Load(Repository.Hamlet);

    [Fact]
    public void The_whole_of_the_bundled_Hamlet_runs_from_its_sheet()
    {
        var show = new Rehearsal(_hamlet);
        show.Pass(5000).Do(new OpenHouse(), new CallBeginners(), new StartShow());
        foreach (var line in _hamlet.Play.Lines)
        {
            show.Do(new Advance(line.Id));
            Call(show, line.Id);
            show.PassOnTime(SpeakingTime.OfMs(line) + _hamlet.PauseAfterMs(line.Id));
        }

        Assert.Equal(_hamlet.PlayingTimeMs, show.ShowMs);
        show.PassOnTime(120_000).Do(new TakeCurtainCall(), new CloseShow());

        var events = show.Journal.Select(happening => happening.Event).ToList();
        var sheet = _hamlet.Cues.Select(cue => cue.Number).ToList();
        Assert.Equal(sheet, events.OfType<CueCalled>().Select(called => called.Cue));
        Assert.Equal(sheet.Order(), events.OfType<CueStarted>().Select(started => started.Cue).Order());
        Assert.Equal(sheet.Order(), events.OfType<CueCompleted>().Select(completed => completed.Cue).Order());
        Assert.Equal(_hamlet.Play.Lines.Select(line => line.Id), events.OfType<LineAdvanced>().Select(advanced => advanced.Line));
        Assert.Equal(show.Journal.Select(happening => happening.ShowMs).Order(), show.Journal.Select(happening => happening.ShowMs));
        Assert.Equal(Canon.Of(show.State), Canon.Of(show.ReadFromJournal().State));
    }

    /// <summary>Gives GO to the cues of a line, and waits for those that the cue before them brings.</summary>
    private void Call(Rehearsal show, string line)
    {
        foreach (var cue in _hamlet.CuesAt(line))
        {
            var place = _hamlet.OrderOf(cue.Number);
            if (place == 0 || _hamlet.Cues[place - 1].Continue == ContinueMode.None)
            {
                show.Go(cue.Number);
            }
        }
    }
}
