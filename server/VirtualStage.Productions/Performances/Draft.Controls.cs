using VirtualStage.Contracts.Console;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Performances;

public sealed partial class Performance
{
    private sealed partial class Draft
    {
        /// <summary>Pauses a cue and, of a group, its members.</summary>
        public Draft Pause(string cue) => Pause(cue, Moment.TimeMs);

        /// <summary>Lets a paused cue go on: with the members of a group, and the group that it is in.</summary>
        public Draft Resume(string cue) => Resume(cue, Moment.TimeMs);

        /// <summary>Ends a cue where it is and, of a group, its members.</summary>
        public Draft Stop(string cue) => Stop(cue, Moment.TimeMs);

        /// <summary>A cue could not do what it should; so a group that called it could not, even when it is done by now.</summary>
        public Draft Fail(string cue, string reason)
        {
            var run = State.RunOf(cue);
            if (run.HasMembers ? run.State != CueState.Done : !run.IsActive && run is not { State: CueState.Done, CalledMs: not null })
            {
                return this;
            }

            Happens(new CueFailed(cue, reason));
            if (run.Group is not { } group)
            {
                return this;
            }

            if (run.IsActive)
            {
                MemberEnded(cue, group, Moment.TimeMs);
            }
            else if (State.RunOf(group) is { State: CueState.Done } ended && ended.CalledRevision < run.CalledRevision)
            {
                Fail(group, MemberFailed(cue, reason));
            }

            return this;
        }

        private void Control(ControlAction control, int durationMs, long timeMs)
        {
            if (!CanStop(control.Cue))
            {
                return;
            }

            switch (control.Control)
            {
                case CueControl.Pause:
                    Pause(control.Cue, timeMs);
                    break;
                case CueControl.Resume:
                    Resume(control.Cue, timeMs);
                    break;
                case CueControl.Stop:
                    Stop(control.Cue, timeMs);
                    break;
                case CueControl.Fade:
                    Fade(control.Cue, durationMs, timeMs);
                    break;
            }
        }

        private Draft Pause(string cue, long timeMs)
        {
            if (State.RunOf(cue) is { IsActive: true, PausedMs: null })
            {
                Happens(new CuePaused(cue, StampOf(timeMs)), timeMs);
            }

            foreach (var member in MembersOf(cue))
            {
                Pause(member, timeMs);
            }

            return this;
        }

        private Draft Resume(string cue, long timeMs)
        {
            ResumeOne(cue, timeMs);
            for (var group = State.RunOf(cue).Group; group is not null && State.RunOf(group).IsActive; group = State.RunOf(group).Group)
            {
                ResumeOne(group, timeMs);
            }

            ResumeMembers(cue, timeMs);
            return this;
        }

        private void ResumeMembers(string group, long timeMs)
        {
            foreach (var member in MembersOf(group))
            {
                ResumeOne(member, timeMs);
                ResumeMembers(member, timeMs);
            }
        }

        private void ResumeOne(string cue, long timeMs)
        {
            if (State.RunOf(cue).PausedMs is not null)
            {
                Happens(new CueResumed(cue, StampOf(timeMs)), timeMs);
            }
        }

        private Draft Stop(string cue, long timeMs)
        {
            var run = State.RunOf(cue);
            StopWithMembers(cue, timeMs);
            if (run.IsActive)
            {
                MemberEnded(cue, run.Group, timeMs);
            }

            return this;
        }

        private void StopWithMembers(string cue, long timeMs)
        {
            Happens(new CueStopped(cue, StampOf(timeMs)), timeMs);
            foreach (var member in MembersOf(cue))
            {
                StopWithMembers(member, timeMs);
            }
        }

        /// <summary>Sounds fade and stop at the end of it; all else stops where it is.</summary>
        private void Fade(string cue, int fadeMs, long timeMs)
        {
            var run = State.RunOf(cue);
            if (run is { HasMembers: true, IsActive: true })
            {
                Happens(new CueFaded(cue, StampOf(timeMs), fadeMs), timeMs);
                foreach (var member in MembersOf(cue))
                {
                    Fade(member, fadeMs, timeMs);
                }
            }
            else if ((run.State == CueState.Running || !run.IsActive) && Production.FindCue(cue)?.Action is SoundAction)
            {
                Happens(new CueFaded(cue, StampOf(timeMs), fadeMs), timeMs);
            }
            else
            {
                Stop(cue, timeMs);
            }
        }

        /// <summary>
        /// True for what runs or is about to call the next cue; and for a sound without a duration, which is done at once
        /// and plays to the end of its file, that only clients know.
        /// </summary>
        public bool CanStop(string cue) => State.RunOf(cue) is var run && (run.CanStop
            || (run is { State: CueState.Done, CalledMs: not null } && Production.FindCue(cue) is { DurationMs: 0, Action: SoundAction }));

        /// <summary>A group's members that are not done, in the order of the sheet.</summary>
        private List<string> MembersOf(string group) => [.. State.ActiveMembersOf(group).OrderBy(Production.OrderOf).ThenBy(member => member, StringComparer.Ordinal)];
    }
}
