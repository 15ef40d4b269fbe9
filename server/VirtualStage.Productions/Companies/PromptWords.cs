using VirtualStage.Plays;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Companies;

/// <summary>What a prompter says of a line: its first words, then more, then all.</summary>
public static class PromptWords
{
    /// <summary>The level at which nothing is kept back.</summary>
    public const int Whole = 3;

    private const int FirstWords = 3;
    private const int MoreWords = 8;

    /// <summary>The next line that a role speaks after the current one; null when it has none any more.</summary>
    public static Line? NextLine(Production production, string role, string? currentLine)
    {
        for (var line = production.LineAfter(currentLine); line is not null; line = production.LineAfter(line.Id))
        {
            if (production.RolesOf(production.SpeechOf(line.Id)).Any(speaker => speaker.Id == role))
            {
                return line;
            }
        }

        return null;
    }

    /// <summary>The words of a level; with an ellipsis where some are kept back.</summary>
    public static string Of(string line, int level)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var said = level switch
        {
            <= 1 => FirstWords,
            2 => Math.Max(MoreWords, (words.Length + 1) / 2),
            _ => words.Length,
        };
        return said >= words.Length ? line : $"{string.Join(' ', words.Take(said))} …";
    }
}
