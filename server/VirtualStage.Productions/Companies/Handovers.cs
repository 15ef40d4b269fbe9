using VirtualStage.Contracts.Company;
using VirtualStage.Contracts.Console;
using VirtualStage.Productions.Casting;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Companies;

/// <summary>What somebody needs who takes a role over in the middle of a show.</summary>
public static class Handovers
{
    /// <param name="currentLine">Where the play is; null before its beginning.</param>
    /// <param name="nextCue">The cue at the playhead; null at the sheet's end.</param>
    /// <param name="place">Where the cues have the role; null where the blocking says nothing of it.</param>
    public static HandoverCard Of(
        Production production, CastingSheet sheet, string role, string? currentLine, string? nextCue, RolePlace? place)
    {
        var next = PromptWords.NextLine(production, role, currentLine);
        var (cueLine, until) = Until(production, currentLine, next?.Id);
        var cue = NextCueOf(production, role, nextCue);
        var mark = place?.Mark is { } on ? production.Plan.FindMark(on) : null;
        var entrance = place?.Entrance is { } off ? production.Plan.FindEntrance(off) : null;
        return new HandoverCard(
            role,
            production.FindRole(role)!.Name,
            IsOn(sheet, role, currentLine),
            mark?.Id,
            entrance?.Id,
            (float?)(mark?.X ?? entrance?.X),
            (float?)(mark?.Z ?? entrance?.Z),
            (float?)mark?.Facing,
            cueLine,
            next?.Id,
            next?.Text,
            until,
            cue?.Number,
            cue?.Title,
            cue?.Line);
    }

    private static bool IsOn(CastingSheet sheet, string role, string? currentLine)
    {
        var at = currentLine is null ? 0 : sheet.Lines.Index().FirstOrDefault(line => line.Item == currentLine).Index;
        return sheet.Find(role)?.Stays.Any(stay => !stay.IsVoice && stay.From <= at && at < stay.Until) ?? false;
    }

    /// <summary>The words right before a line, and how many lines of others come first.</summary>
    private static (string? CueLine, int Lines) Until(Production production, string? currentLine, string? next)
    {
        var (before, lines) = (currentLine is null ? null : production.FindLine(currentLine), 0);
        for (var line = production.LineAfter(currentLine); next is not null && line is not null && line.Id != next; line = production.LineAfter(line.Id))
        {
            (before, lines) = (line, lines + 1);
        }

        return next is null ? (null, 0) : (before?.Text, lines);
    }

    private static Cue? NextCueOf(Production production, string role, string? nextCue)
    {
        var from = nextCue is null ? production.Cues.Count : production.OrderOf(nextCue);
        return production.Cues.Skip(from).TakeWhile(cue => cue.List == CueList.Main).FirstOrDefault(cue => cue.Action switch
        {
            BlockingAction blocking => blocking.Steps.Any(step => step.Role == role),
            CallAction call => call.Roles.Count == 0 || call.Roles.Contains(role),
            PerformerAction performer => performer.Role == role,
            _ => false,
        });
    }
}
