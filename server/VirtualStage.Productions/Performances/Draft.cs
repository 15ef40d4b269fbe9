using VirtualStage.Contracts.Console;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Performances;

public sealed partial class Performance
{
    /// <summary>A decision in the making: events so far and the state that they lead to.</summary>
    private sealed class Draft(Performance performance, Moment moment)
    {
        private readonly List<Happening> _events = [];
        private string? _commandId;
        private string? _person;

        public PerformanceState State { get; private set; } = performance.State;

        public Moment Moment { get; } = moment;

        public Production Production => performance.Production;

        /// <summary>Performance time of the stamp of an effect that is decided now.</summary>
        public long StampMs => Moment.TimeMs + Moment.LeadMs;

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
                && NextDueCue(State, Production) is var (cue, showMs)
                && State.Clock.TimeMsOf(showMs) is var dueMs
                && dueMs <= Moment.TimeMs)
            {
                SettleCue(cue, showMs, dueMs);
            }

            return this;
        }

        /// <summary>Lets a cue fail; a chain that waits for its completion goes on.</summary>
        public Draft Fails(string number, string reason)
        {
            var before = State.StateOf(number);
            if (CueMachine.Transitions.Next(before, CueTrigger.Fail) is null)
            {
                return this;
            }

            Happens(new CueFailed(number, reason));
            if (before == CueState.Running)
            {
                CallNext(Production.FindCue(number)!, ContinueMode.AutoFollow, CueOrigin.AutoFollow, Moment.TimeMs);
            }

            return Settle();
        }

        private void SettleCue(Cue cue, long showMs, long dueMs)
        {
            var run = State.Cues[cue.Number];
            if (run.StartDueMs == showMs)
            {
                // The lead is added to when it was due, so that a late timer does not stretch a chain of cues.
                Happens(new CueStarted(cue.Number, Math.Max(dueMs + Moment.LeadMs, Moment.TimeMs)), dueMs);
            }
            else if (run.EndDueMs == showMs)
            {
                Happens(new CueCompleted(cue.Number), dueMs);
                CallNext(cue, ContinueMode.AutoFollow, CueOrigin.AutoFollow, dueMs);
            }
            else
            {
                Happens(new CuePostWaited(cue.Number), dueMs);
                CallNext(cue, ContinueMode.AutoContinue, CueOrigin.AutoContinue, dueMs);
            }
        }

        private void CallNext(Cue cue, ContinueMode mode, CueOrigin origin, long timeMs)
        {
            // A cue that somebody called by hand in the meantime is not called again.
            if (cue.Continue == mode
                && Production.CueAfter(cue.Number) is { } next
                && State.StateOf(next.Number) is CueState.Waiting or CueState.Standby)
            {
                Happens(new CueCalled(next.Number, origin), timeMs);
            }
        }

        private Draft Happens(PerformanceEvent happened, long timeMs)
        {
            var happening = new Happening(_commandId, _person, timeMs, State.Clock.ShowMsAt(timeMs), happened);
            _events.Add(happening);
            State = State.With(happening, Production);
            return this;
        }
    }
}
