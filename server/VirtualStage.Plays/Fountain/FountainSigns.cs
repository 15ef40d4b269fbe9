using VirtualStage.Plays.Text;

namespace VirtualStage.Plays.Fountain;

/// <summary>Tells Fountain from other plain text.</summary>
internal static class FountainSigns
{
    public static bool AreIn(IReadOnlyList<string> lines) =>
        !GutenbergFrame.IsAround(lines)
        && (FountainTitlePage.Opens(lines.FirstOrDefault(line => !string.IsNullOrWhiteSpace(line)) ?? "")
            || lines.Any(IsSign));

    public static bool IsSection(string line)
    {
        var text = line.TrimStart('#');
        return text.Length < line.Length && line.Length - text.Length <= 6 && !string.IsNullOrWhiteSpace(text);
    }

    public static bool IsSceneHeading(string line) =>
        line is ['.', var next, ..] ? char.IsLetterOrDigit(next) : HasScenePrefix(line);

    private static bool IsSign(string line) =>
        IsSection(line) || IsSceneHeading(line) || line is ['@', var next, ..] && char.IsLetter(next);

    private static bool HasScenePrefix(string line)
    {
        string[] prefixes = ["INT.", "EXT.", "EST.", "INT ", "EXT ", "EST ", "INT./EXT", "INT/EXT", "I/E"];
        return Array.Exists(prefixes, prefix => line.StartsWith(prefix, StringComparison.Ordinal));
    }
}
