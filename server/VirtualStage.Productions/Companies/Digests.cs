using System.Text;
using VirtualStage.Contracts.Company;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Companies;

/// <summary>An actor's line notes in words.</summary>
public static class Digests
{
    /// <summary>One text for each person with line notes, in the order of the lines; cut where it would be too long for a message.</summary>
    public static IEnumerable<(string Person, string Text)> Of(IEnumerable<LineNote> notes, Production production) => notes
        .Where(note => note.Person is not null)
        .GroupBy(note => note.Person!)
        .Select(person => (person.Key, Text([.. person.OrderBy(note => production.LineOrderOf(note.Line)).ThenBy(note => note.Id)], production)));

    private static string Text(List<LineNote> notes, Production production)
    {
        var text = new StringBuilder($"Line notes: {notes.Count}");
        for (var i = 0; i < notes.Count; i++)
        {
            var line = production.FindLine(notes[i].Line);
            var entry = $"\n{notes[i].Line} {Words(notes[i].Kind)}: {line?.Text ?? "not played any more"}";
            if (text.Length + entry.Length > CompanyLimits.Text - 40)
            {
                return text.Append($"\n… and {notes.Count - i} more").ToString();
            }

            text.Append(entry);
        }

        return text.ToString();
    }

    /// <summary>What was done with a line, in a word.</summary>
    public static string Words(LineNoteKind kind) => kind switch
    {
        LineNoteKind.Dropped => "dropped",
        LineNoteKind.Paraphrased => "paraphrased",
        _ => "called for",
    };
}
