using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Performances;

namespace VirtualStage.Productions.Tests.Performances;

/// <summary>A performance that is held to its rules after every step.</summary>
internal sealed class CheckedRun
{
    private readonly HashSet<string> _running = [];
    private readonly List<(string Id, Step Step, Decision Decision)> _accepted = [];
    private long _showMs;
    private int _checked;
    private int _sent;

    public Rehearsal Show { get; } = new();

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
        else
        {
            Show.Pass(0);
            Assert.True(Show.Performance.NextDueMs is null || Show.Performance.NextDueMs > Show.TimeMs, "something is due in the past");
        }

        CheckState();
        CheckEvents();
    }

    private void Send(Step step, IPerformanceCommand command)
    {
        var (before, text) = (Show.State, Canon.Of(Show.State));
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
        if (decision.Events.Any(happening => happening.CommandId == id))
        {
            _accepted.Add((id, step, decision));
            Repeat(_accepted[^1]);
            Repeat(_accepted[_sent % _accepted.Count]);
        }
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
        var state = Show.State;
        Assert.Equal(Show.Journal.Count, state.Revision);
        Assert.Equal(
            state.Standby is null ? [] : [state.Standby],
            state.Cues.Where(pair => pair.Value.State == CueState.Standby).Select(pair => pair.Key));
        Assert.True(Show.ShowMs >= _showMs, "show time went back");
        _showMs = Show.ShowMs;
        Assert.Equal(state.Show == ShowState.Running, state.Clock.SinceMs is not null);
        Assert.True(state.Clock.SinceMs is not null || Show.Performance.NextDueMs is null, "something is due while show time stands");
        var runs = state.Show == ShowState.Running;
        Assert.All(state.Cues.Values, run => Assert.True(
            runs ? run.State != CueState.Paused : run.State is not (CueState.PreWait or CueState.Running), $"a cue is {run.State} while the show is {state.Show}"));
    }

    private void CheckEvents()
    {
        for (; _checked < Show.Journal.Count; _checked++)
        {
            var happening = Show.Journal[_checked];
            Assert.True(_checked == 0 || happening.TimeMs >= Show.Journal[_checked - 1].TimeMs, "performance time went back");
            Assert.True(_checked == 0 || happening.ShowMs >= Show.Journal[_checked - 1].ShowMs, "show time went back");
            switch (happening.Event)
            {
                case CueCalled called:
                    Assert.True(_running.Add(called.Cue), $"cue {called.Cue} was called again before it was done");
                    break;
                case CueCompleted completed:
                    Assert.True(_running.Remove(completed.Cue), $"cue {completed.Cue} was done without being called");
                    break;
                case CueFailed failed:
                    _running.Remove(failed.Cue);
                    break;
                case CueStarted started:
                    var decidedMs = IsOnTime ? happening.TimeMs : Show.TimeMs;
                    Assert.Equal(Math.Max(happening.TimeMs + Rehearsal.LeadMs, decidedMs), started.StartMs);
                    break;
                case Panicked:
                    _running.Clear();
                    break;
            }
        }
    }
}
