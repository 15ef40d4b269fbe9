using VirtualStage.Plays.Composition;

namespace VirtualStage.Plays.Fountain;

/// <summary>A character cue: who speaks, and a direction where its parenthesis holds one.</summary>
internal sealed record FountainCue(IReadOnlyList<string> Speakers, IReadOnlyList<string> Directions)
{
    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        "V.O.", "V.O", "VO", "O.S.", "O.S", "OS", "O.C.", "O.C", "OC", "CONT'D", "CONT’D", "CONTD", "CONT.", "CONT",
        "CONTINUED",
    };

    private static readonly string[] Joints = [" & ", " AND ", " and ", ", "];

    /// <summary>Reads a cue; null where the line is none. Whether blank lines stand where they must is not asked here.</summary>
    public static FountainCue? Parse(string line)
    {
        var text = line.Trim();
        var isForced = text.StartsWith('@');
        text = text.TrimStart('@').TrimEnd('^', ' ', '\t');
        var parts = FountainText.Parts(text).ToList();
        var name = Words.Fold(string.Concat(parts.Where(part => !part.IsDirection).Select(part => part.Text)));
        if (name.Length == 0 || (!isForced && !IsCapitals(name)))
        {
            return null;
        }

        var directions = parts.Where(part => part.IsDirection && !Extensions.Contains(part.Text));
        return new FountainCue(
            name.Split(Joints, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            [.. directions.Select(part => part.Text)]);
    }

    private static bool IsCapitals(string name) =>
        name.Any(char.IsLetter) && !name.Any(char.IsLower) && !name.EndsWith("TO:", StringComparison.Ordinal);
}
