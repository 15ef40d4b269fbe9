using VirtualStage.Contracts.Company;
using VirtualStage.Plays;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Companies;

/// <summary>Passages to be read at an audition.</summary>
public static class Sides
{
    /// <summary>Longer ones are not read at an audition.</summary>
    public const int MostLines = 60;

    /// <summary>A proposed side is this long at most: a minute or two.</summary>
    private const int ProposedLines = 20;

    /// <summary>Lines of the partner before the role's own.</summary>
    private const int LeadIn = 2;

    /// <summary>What is wrong with a passage as a side for a role; null when it is fine.</summary>
    public static string? Refuse(Production production, string role, string fromLine, string toLine)
    {
        if (production.FindLine(fromLine) is null || production.FindLine(toLine) is null)
        {
            return $"there is no line {(production.FindLine(fromLine) is null ? fromLine : toLine)} in the text that is played";
        }

        var lines = Between(production, fromLine, toLine);
        return lines.Count switch
        {
            0 => $"line {toLine} does not follow line {fromLine} within {MostLines} lines",
            _ when !lines.Any(line => IsOf(production, line, role)) => $"{role} does not speak from {fromLine} to {toLine}",
            _ => null,
        };
    }

    /// <summary>The longest speech of a role, with the words before it; null for a role that does not speak.</summary>
    public static (string FromLine, string ToLine)? Propose(Production production, string role)
    {
        var speech = production.Play.Speeches
            .Where(speech => speech.Lines.Any() && production.RolesOf(speech).Any(speaker => speaker.Id == role))
            .MaxBy(speech => speech.Lines.Sum(line => SpeakingTime.Words(line.Text)));
        if (speech is null)
        {
            return null;
        }

        var own = speech.Lines.ToList();
        var scene = SceneOf(own[0].Id);
        var before = production.Play.Lines.TakeWhile(line => line.Id != own[0].Id).Where(line => SceneOf(line.Id) == scene).TakeLast(LeadIn);
        return (before.Append(own[0]).First().Id, own[Math.Min(own.Count, ProposedLines) - 1].Id);
    }

    /// <summary>A side with its lines.</summary>
    public static Side Of(Production production, string role, string fromLine, string toLine, bool isProposed) => new(
        role,
        production.FindRole(role)!.Name,
        isProposed,
        [.. Between(production, fromLine, toLine).Select(line => new SideLine(
            line.Id,
            string.Join(" & ", production.RolesOf(production.SpeechOf(line.Id)).Select(speaker => speaker.Name)),
            line.Text,
            IsOf(production, line, role)))]);

    /// <summary>Both included; empty where the one does not follow the other within the limit.</summary>
    private static List<Line> Between(Production production, string fromLine, string toLine)
    {
        var lines = new List<Line>();
        for (var line = production.FindLine(fromLine); line is not null && lines.Count < MostLines; line = production.LineAfter(line.Id))
        {
            lines.Add(line);
            if (line.Id == toLine)
            {
                return lines;
            }
        }

        return [];
    }

    private static bool IsOf(Production production, Line line, string role) =>
        production.RolesOf(production.SpeechOf(line.Id)).Any(speaker => speaker.Id == role);

    private static string SceneOf(string line) => line[..line.LastIndexOf('.')];
}
