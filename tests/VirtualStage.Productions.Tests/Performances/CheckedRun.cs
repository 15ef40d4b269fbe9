using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Performances;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Tests.Performances;

/// <summary>A performance that is held to its rules after every step.</summary>
internal sealed class CheckedRun
{
    /// <summary>Told every event by itself: what an event found is known there.</summary>
    private readonly Performance _told;

    private readonly List<(string Id, Step Step, Decision Decision)> _accepted = [];
    private long _showMs;
    private int _checked;
    private int _sent;

    private readonly bool _isEdited;

    /// <param name="production">What is played; null for <see cref="Editions"/>, version after version.</param>
    public CheckedRun(Production? production)
    {
        Func<int, Production> productions = production is null ? Editions.Of : _ => production;
        Show = new Rehearsal(productions) { Rate = 1 };
        _told = new Performance(productions);
        _isEdited = production is null;
    }

    public Rehearsal Show { get; }

    /// <summary>True when timers come on time; else they come with the steps.</summary>
    public bool IsOnTime { get; init; }

    public void Take(Step step)
    {
        if (IsOnTime)
        {
            Show.PassOnTime(step.AfterMs);
        }
        else
        {
            Show.TimeMs += step.AfterMs;
        }

        if (step.Command is { } command)
        {
            Send(step, command);
        }
        else if (step.Fails is { } cue)
        {
            Show.Fail(cue);
        }
        else if (step.GoesOnOn is { } server)
        {
            Show.GoOn(server);
        }
        else if (step.Holds is { } role)
        {
            Show.Note(new ActorHeld(role, "somebody", 1, 2, 3));
        }
        else if (step.Edits > 0)
        {
            Edit(step.Edits);
        }
        else
        {
            Show.Pass(0);
            Assert.True(Show.Performance.NextDueMs is null || Show.Performance.NextDueMs > Show.TimeMs, "something is due in the past");
        }

        CheckState();
        CheckEvents();
    }

    private void Edit(int edits)
    {
        var former = Show.State.Production.Version;
        if (!_isEdited || former + edits > Editions.Count)
        {
            return;
        }

        Show.Pass(0);
        var (before, renumbered) = (Show.State, Editions.RenumberedBetween(former, former + edits));
        Show.Revise(former + edits, renumbered);
        var sheet = Show.State.Production;
        Assert.Equal(former + edits, sheet.Version);
        foreach (var (cue, run) in before.Cues.Where(pair => pair.Value is { IsActive: true, StartDueMs: null, HasMembers: false }))
        {
            var number = renumbered.GetValueOrDefault(cue, cue);
            if (sheet.FindCue(number) is not null && (number != cue || !renumbered.ContainsValue(cue)))
            {
                Assert.True(Show.State.RunOf(number) is { IsActive: true } now && now.CalledRevision == run.CalledRevision, $"cue {cue} does not run as {number}");
            }
        }

        Assert.All(Show.State.Cues, pair => Assert.True(pair.Value.IsActive || sheet.FindCue(pair.Key) is not null, $"cue {pair.Key} is not in the sheet"));
    }

    private void Send(Step step, IPerformanceCommand command)
    {
        var (before, text, settled) = (Show.State, Canon.Of(Show.State), Show.Performance.Elapse(Show.Now));
        var id = $"step {++_sent}";
        var decision = Show.Send(command, step.Sender, id);
        Assert.Equal(Show.State.Revision, decision.Answer.Revision);
        if (!decision.Answer.Accepted)
        {
            Assert.NotEmpty(decision.Answer.Reason!);
            Assert.Empty(decision.Events);
            Assert.Same(before, Show.State);
            Assert.Equal(text, Canon.Of(Show.State));
            return;
        }

        Assert.True(Show.Performance.NextDueMs is null || Show.Performance.NextDueMs > Show.TimeMs, "something is due in the past");
        if (command is Go go)
        {
            CheckTheWayBack(step.Sender, go.Cue, settled.State, decision);
        }

        if (decision.Events.Any(happening => happening.CommandId == id))
        {
            _accepted.Add((id, step, decision));
            Repeat(_accepted[^1]);
            Repeat(_accepted[_sent % _accepted.Count]);
        }
    }

    /// <summary>Taken back at once, a GO leaves the stage and the playhead as it found them, and the cue waits for its call again.</summary>
    private void CheckTheWayBack(Sender sender, string cue, PerformanceState found, Decision gone)
    {
        var other = new Performance(_ => found.Production);
        other.Commit(gone);
        var back = other.Decide("the way back", sender, new Back(), Show.Now);
        Assert.Null(back.Answer.Reason);
        Assert.Equal(Canon.Of(found.Stage), Canon.Of(back.State.Stage));
        Assert.Equal(found.Playhead, back.State.Playhead);
        Assert.False(back.State.RunOf(cue).IsActive);
        Assert.Equal(found.RunOf(cue).Rest, back.State.StateOf(cue));
    }

    private void Repeat((string Id, Step Step, Decision Decision) first)
    {
        var before = Show.State;
        var again = Show.Send(first.Step.Command!, first.Step.Sender, first.Id);
        Assert.Equal(first.Decision.Answer, again.Answer);
        Assert.Empty(again.Events);
        Assert.Same(before, Show.State);
    }

    private void CheckState()
    {
        var (state, production) = (Show.State, Show.State.Production);
        Assert.Equal(Show.Journal.Count, state.Revision);
        Assert.True(state.Playhead is null || production.FindCue(state.Playhead)!.IsCallable, "the playhead stands where nothing is called");
        Assert.Equal(Cued(state, CueState.Standby), One(state.Standby));
        Assert.Equal(Cued(state, CueState.Warned), One(state.Warned));
        Assert.True(state.Standby is null || state.Warned is null, "a cue is warned while another is on standby");
        Assert.True(state.Ready.IsEmpty || (state.Standby ?? state.Warned) is not null, "departments are ready for nothing");
        Assert.Equal(state.Show == ShowState.Running, state.Clock.SinceMs is not null);
        Assert.True(state.Clock.SinceMs is not null || Show.Performance.NextDueMs is null, "something is due while show time stands");
        var runs = state.Show == ShowState.Running;
        Assert.All(state.Cues, pair => Assert.True(
            runs ? pair.Value.State != CueState.Paused || pair.Value.PausedMs is not null : pair.Value.State is not (CueState.PreWait or CueState.Running),
            $"cue {pair.Key} is {pair.Value.State} while the show is {state.Show}"));
        Assert.All(
            state.Cues.Where(pair => pair.Value is { IsActive: true, HasMembers: true }),
            pair => Assert.True(state.Cues.Any(other => other.Value.Group == pair.Key && other.Value.IsActive), $"group {pair.Key} runs with nothing running in it"));
    }

    private static IEnumerable<string> One(string? cue) => cue is null ? [] : [cue];

    private static IEnumerable<string> Cued(PerformanceState state, CueState cued) =>
        state.Cues.Where(pair => pair.Value.State == cued).Select(pair => pair.Key);

    private void CheckEvents()
    {
        for (; _checked < Show.Journal.Count; _checked++)
        {
            var happening = Show.Journal[_checked];
            Assert.True(_checked == 0 || happening.TimeMs >= Show.Journal[_checked - 1].TimeMs, "performance time went back");
            Assert.True(happening.ShowMs >= _showMs, "show time went back");
            switch (happening.Event)
            {
                case CueCalled called:
                    Assert.False(_told.State.RunOf(called.Cue).IsActive, $"cue {called.Cue} was called again before it was done");
                    break;
                case CueCompleted completed:
                    Assert.True(_told.State.RunOf(completed.Cue).IsActive, $"cue {completed.Cue} was done without being called");
                    break;
                case CueStarted started:
                    var decidedMs = IsOnTime ? happening.TimeMs : Show.TimeMs;
                    Assert.Equal(Math.Max(happening.TimeMs + Rehearsal.LeadMs, decidedMs), started.StartMs);
                    break;
            }

            _told.Replay(happening);
            _showMs = happening.Event is ShowReset or RehearsalEnded ? 0 : happening.ShowMs;
        }
    }
}
