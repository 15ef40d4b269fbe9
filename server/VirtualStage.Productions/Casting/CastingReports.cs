using System.Text;

namespace VirtualStage.Productions.Casting;

/// <summary>Roles, conflicts and casts as text for a person to read.</summary>
public static class CastingReports
{
    private const int NameWidth = 24;

    /// <summary>A line a role.</summary>
    public static string Roles(CastingSheet sheet)
    {
        var text = new StringBuilder($"{"role",-NameWidth} speeches  lines  words  scenes  first on     first words");
        foreach (var part in sheet.Parts)
        {
            var first = part.FirstEntrance is { } stay ? sheet.Lines[stay.From] : "-";
            text.AppendLine().Append(
                $"{Cut(part.Name),-NameWidth} {part.Speeches,8} {part.Lines,6} {part.Words,6} {part.Scenes.Count,7}  {first,-12} {part.FirstSpoken ?? "-"}");
        }

        return text.ToString();
    }

    /// <summary>The matrix, the reasons, and the smallest cast.</summary>
    public static string Doubling(CastingSheet sheet, Doubling doubling, CastSuggestion cast)
    {
        var text = new StringBuilder();
        for (var i = 0; i < sheet.Parts.Count; i++)
        {
            var marks = sheet.Parts.Take(i).Select(other => doubling.Between(sheet.Parts[i].Id, other.Id)?.Kind switch
            {
                ConflictKind.Together => 'x',
                ConflictKind.NoTimeToChange => 't',
                _ => '.',
            });
            text.AppendLine($"{i + 1,3} {Cut(sheet.Parts[i].Name),-NameWidth} {string.Join(' ', marks)}");
        }

        text.AppendLine().AppendLine("x together   t no time to change   . can share an actor").AppendLine();
        foreach (var conflict in doubling.Conflicts)
        {
            text.AppendLine(Words(sheet, conflict));
        }

        text.AppendLine().Append($"{cast.Actors.Count} actors")
            .AppendLine(cast.IsMinimal ? " are needed, and enough:" : $" are enough; at least {cast.Needed.Count} are needed:");
        for (var i = 0; i < cast.Actors.Count; i++)
        {
            text.AppendLine($"{i + 1,3} {string.Join(", ", cast.Actors[i].Select(role => sheet.Find(role)!.Name))}");
        }

        return text.Append($"Each of these needs an actor of its own: {string.Join(", ", cast.Needed.Select(role => sheet.Find(role)!.Name))}").ToString();
    }

    /// <summary>Why two roles cannot share an actor.</summary>
    public static string Words(CastingSheet sheet, Conflict conflict)
    {
        var pair = $"{sheet.Find(conflict.One)!.Name} and {sheet.Find(conflict.Other)!.Name}";
        return conflict.Kind == ConflictKind.Together
            ? $"{pair} are needed together at {conflict.Line}"
            : $"{pair} have {conflict.GapLines} lines ({conflict.GapMs / 1000} s) to change before {conflict.Line}";
    }

    private static string Cut(string name) => name.Length <= NameWidth ? name : name[..(NameWidth - 1)] + "…";
}
