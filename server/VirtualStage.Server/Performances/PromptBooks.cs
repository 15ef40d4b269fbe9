using VirtualStage.Contracts.Console;
using VirtualStage.Plays;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Server.Performances;

/// <summary>A production's prompt book as consoles, stage doors and bots read it.</summary>
internal static class PromptBooks
{
    public static PromptBook Of(Production production) => new(
        production.Title,
        [.. production.Play.AllDivisions.SelectMany(division => Items(division, production))],
        [.. production.Cues.Select(cue => new CueInfo(
            cue.Number,
            cue.Title,
            cue.Line,
            cue.Department.ToString(),
            KindOf(cue.Action),
            cue.PreWaitMs,
            cue.DurationMs,
            cue.PostWaitMs,
            cue.Continue,
            cue.List,
            cue.Group,
            cue.Armed,
            cue.Flagged,
            cue.Colour?.ToString(),
            cue.Notes,
            CueWords.Of(cue, production)))],
        production.Id,
        production.Version);

    private static IEnumerable<BookItem> Items(Division division, Production production) =>
        division.Items.SelectMany(item => Items(item, production))
            .Prepend(new BookItem(BookItemKind.Heading, division.Id, division.Title, [], 0));

    private static IEnumerable<BookItem> Items(PlayItem item, Production production) => item switch
    {
        StageDirection direction => [new BookItem(BookItemKind.Direction, "", direction.Text, [], 0)],
        Speech speech => SpeechItems(speech, production),
        _ => [],
    };

    private static IEnumerable<BookItem> SpeechItems(Speech speech, Production production)
    {
        string[] roles = [.. production.RolesOf(speech).Select(role => role.Id)];
        yield return new BookItem(BookItemKind.Speaker, "", string.Join(" & ", speech.Speakers), roles, 0);
        foreach (var item in speech.Items)
        {
            yield return item is Line line
                ? new BookItem(
                    BookItemKind.Line, line.Id, line.Text, roles, SpeakingTime.OfMs(line) + production.PauseAfterMs(line.Id))
                : new BookItem(BookItemKind.Direction, "", ((StageDirection)item).Text, [], 0);
        }
    }

    private static CueKind KindOf(CueAction action) => action switch
    {
        LookAction => CueKind.Light,
        SoundAction => CueKind.Sound,
        FlyAction => CueKind.Scenery,
        BlockingAction or FightAction => CueKind.Blocking,
        CallAction => CueKind.Call,
        PerformerAction => CueKind.Performer,
        MessageAction => CueKind.Message,
        GroupAction => CueKind.Group,
        GoToAction => CueKind.GoTo,
        WaitAction => CueKind.Wait,
        MemoAction => CueKind.Memo,
        _ => CueKind.Control,
    };
}
