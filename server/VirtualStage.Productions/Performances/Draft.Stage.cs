using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Performances;

public sealed partial class Performance
{
    private sealed partial class Draft
    {
        /// <summary>
        /// Takes the last GO back: what came of it stops, what it paused goes on and what it let go on is paused again.
        /// What it stopped stays so, and what was said cannot be unsaid.
        /// </summary>
        public void GoBack()
        {
            var point = State.BackPoints.Peek();
            StopAll(run => run.GoRevision == point.Revision);
            foreach (var (number, run) in State.Cues)
            {
                if (run.IsActive && point.Cues.TryGetValue(number, out var found) && found.CalledRevision == run.CalledRevision)
                {
                    PauseAsFound(number, run, found);
                }
            }

            Happens(new WentBack(point.Cue, StampMs, SetFadeMs, point.Stage));
        }

        /// <summary>Sets the stage for a cue of the main list, with the play on the line before the cue's.</summary>
        public void SetStageAtCue(Cue cue) => SetStage(cue, cue.Line);

        /// <summary>Sets the stage for a line: the cues of that line are still to come.</summary>
        public void SetStageAtLine(string line)
        {
            var order = Production.LineOrderOf(line);
            SetStage(
                Production.Cues.FirstOrDefault(cue =>
                    cue is { List: CueList.Main, IsCallable: true, Line: { } at } && Production.LineOrderOf(at) >= order),
                line);
        }

        private void SetStage(Cue? playhead, string? firstLine)
        {
            StopAll(_ => true);
            Happens(new StageSet(
                TrackedStage.Before(playhead?.Number, Production, State.IsArmed),
                playhead?.Number,
                firstLine is null ? State.CurrentLine : Production.LineBefore(firstLine)?.Id,
                StampMs,
                SetFadeMs,
                AtOnce: State.IsRehearsal));
        }

        private void StopAll(Func<CueRun, bool> which)
        {
            foreach (var number in State.Cues.Where(pair => CanStop(pair.Key) && which(pair.Value)).Select(pair => pair.Key).OrderBy(Production.OrderOf).ToList())
            {
                Happens(new CueStopped(number, StampMs));
            }
        }

        private void PauseAsFound(string number, CueRun run, CueRun found)
        {
            if (run.PausedMs is not null && found.PausedMs is null)
            {
                Happens(new CueResumed(number, StampMs));
            }
            else if (run.PausedMs is null && found.PausedMs is not null)
            {
                Happens(new CuePaused(number, StampMs));
            }
        }
    }
}
