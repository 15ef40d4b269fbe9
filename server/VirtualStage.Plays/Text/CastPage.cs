using VirtualStage.Plays.Composition;

namespace VirtualStage.Plays.Text;

/// <summary>The list of persons before a play in plain text.</summary>
internal static class CastPage
{
    private static readonly string[] Titles =
    [
        "DRAMATIS PERSON", "PERSONS REPRESENTED", "PERSONS IN THE PLAY", "PERSONS OF THE PLAY", "THE PERSONS",
        "CHARACTERS", "CAST OF CHARACTERS", "LIST OF CHARACTERS", "THE ACTORS", "THE PERSONS OF THE PLAY", "PERSONEN",
    ];

    public static bool Opens(string line)
    {
        var text = TextLine.Clean(line).TrimEnd('.', ':');
        return text.Length < 50 && Array.Exists(Titles, title => text.StartsWith(title, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Reads the entries below the heading; they end at the play's first heading or its setting.</summary>
    /// <returns>The index of the line after them.</returns>
    public static int Read(IReadOnlyList<string> lines, int heading, PlayComposer composer)
    {
        var at = heading + 1;
        for (; at < lines.Count && !Ends(lines[at]); at++)
        {
            var entry = TextLine.Clean(lines[at]);
            if (entry.Any(char.IsLetter))
            {
                composer.AddCast(CastEntry.Parse(entry), new Place(at + 1, 1));
            }
        }

        return at;
    }

    private static bool Ends(string line) => Headings.Parse(line) is { } words
        && (words.Number is not null || words.Kind is DivisionKind.Scene || words.Rest.Length == 0);
}
