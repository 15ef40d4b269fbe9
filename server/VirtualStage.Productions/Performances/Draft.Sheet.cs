namespace VirtualStage.Productions.Performances;

public sealed partial class Performance
{
    private sealed partial class Draft
    {
        /// <summary>Goes on with another version of the production.</summary>
        public Draft Revise(int version, IReadOnlyDictionary<string, string> renumbered)
        {
            var sheet = performance._productions(version);
            var numbers = new CueNumbers(sheet, renumbered);
            // One at a time: where one ends, its group may call another.
            while (State.Cues.Where(pair => IsCutShort(pair.Key, pair.Value)).Select(pair => pair.Key).MinBy(Production.OrderOf) is { } cue)
            {
                Stop(cue);
            }

            return Happens(new SheetRevised(
                version,
                [.. renumbered.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new RenumberedCue(pair.Key, pair.Value))]));

            // What runs ends in its time, unless another cue has its number now; what would begin does not.
            bool IsCutShort(string cue, CueRun run) =>
                run.IsActive && numbers.Find(cue) is null && (run.StartDueMs is not null || sheet.FindCue(cue) is not null);
        }
    }
}
