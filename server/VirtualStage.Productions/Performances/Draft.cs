using VirtualStage.Contracts.Console;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Performances;

public sealed partial class Performance
{
    /// <summary>A decision in the making: events so far and the state that they lead to.</summary>
    private sealed partial class Draft(Performance performance, Moment moment)
    {
        private readonly List<Happening> _events = [];
        private string? _commandId;
        private string? _person;

        public PerformanceState State { get; private set; } = performance.State;

        public Moment Moment { get; } = moment;

        public Production Production => State.Production;

        /// <summary>Performance time of the stamp of an effect that is decided now.</summary>
        public long StampMs => StampOf(Moment.TimeMs);

        /// <summary>What happens from here on comes of a command.</summary>
        public Draft For(string commandId, string? person)
        {
            (_commandId, _person) = (commandId, person);
            return this;
        }

        public Draft Happens(PerformanceEvent happened) => Happens(happened, Moment.TimeMs);

        public Decision Accepted() => new(_events, State, new CommandAnswer(true, null, State.Revision));

        /// <summary>Lets everything happen that is due by now, in the order and at the times at which it was due.</summary>
        public Draft Settle()
        {
            while (State.Clock.SinceMs is not null
                && NextDue(State) is var (cue, showMs)
                && State.Clock.TimeMsOf(showMs) is var dueMs
                && dueMs <= Moment.TimeMs)
            {
                Settle(cue, State.RunOf(cue), showMs, dueMs);
            }

            return this;
        }

        private void Settle(string cue, CueRun run, long showMs, long dueMs)
        {
            if (run.StartDueMs == showMs)
            {
                Start(Production.FindCue(cue)!, dueMs);
            }
            else if (run.EndDueMs == showMs)
            {
                End(cue, dueMs);
            }
            else
            {
                Happens(new CuePostWaited(cue), dueMs);
                CallNext(cue, ContinueMode.AutoContinue, CueOrigin.AutoContinue, dueMs);
            }
        }

        private void Start(Cue cue, long timeMs)
        {
            Happens(new CueStarted(cue.Number, StampOf(timeMs), State.IsArmed(cue)), timeMs);
            if (!State.IsArmed(cue))
            {
                return;
            }

            switch (cue.Action)
            {
                case GroupAction group:
                    CallMembers(cue.Number, group, timeMs);
                    break;
                case GoToAction goTo when IsCallable(goTo.Cue):
                    Happens(new PlayheadMoved(goTo.Cue), timeMs);
                    break;
                case ControlAction control:
                    Control(control, cue.DurationMs, timeMs);
                    break;
            }
        }

        /// <summary>A cue's time is over, or its members are done.</summary>
        private void End(string cue, long timeMs)
        {
            var run = State.RunOf(cue);
            var isComplete = run is { IsFading: false, Reason: null };
            Happens(
                run.IsFading ? new CueStopped(cue, StampOf(timeMs)) : run.Reason is { } reason ? new CueFailed(cue, reason) : new CueCompleted(cue),
                timeMs);
            MemberEnded(cue, run.Group, timeMs);
            if (isComplete)
            {
                CallNext(cue, ContinueMode.AutoFollow, CueOrigin.AutoFollow, timeMs);
            }
        }

        private void CallNext(string cue, ContinueMode mode, CueOrigin origin, long timeMs)
        {
            // A cue that somebody called by hand in the meantime is not called again.
            if (Production.FindCue(cue)?.Continue == mode
                && Production.CueAfter(cue) is { } next
                && State.StateOf(next.Number) is CueState.Waiting or CueState.Warned or CueState.Standby)
            {
                Happens(new CueCalled(next.Number, origin, cue), timeMs);
            }
        }

        private bool IsCallable(string cue) => Production.FindCue(cue)?.IsCallable == true;

        /// <summary>The lead is added to when something was due, so that a late timer does not stretch a chain of cues.</summary>
        private long StampOf(long timeMs) => Math.Max(timeMs + Moment.LeadMs, Moment.TimeMs);

        private Draft Happens(PerformanceEvent happened, long timeMs)
        {
            var happening = new Happening(_commandId, _person, timeMs, State.Clock.ShowMsAt(timeMs), happened);
            _events.Add(happening);
            State = State.With(happening, performance._productions);
            return this;
        }
    }
}
