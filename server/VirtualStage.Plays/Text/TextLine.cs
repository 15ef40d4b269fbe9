using VirtualStage.Plays.Composition;

namespace VirtualStage.Plays.Text;

/// <summary>A line of plain text: its indentation, its directions, its underscores of italics.</summary>
internal static class TextLine
{
    /// <summary>So many spaces before a word put it on the right side of the page, where exits stand.</summary>
    private const int FarRight = 6;

    private static readonly string[] DirectionWords =
    [
        "Enter", "Re-enter", "Exit", "Exeunt", "Manet", "Manent", "Alarum", "Alarums", "Flourish", "Sennet", "Thunder",
        "Trumpet", "Trumpets", "Music", "Drum", "Drums", "Hautboys", "Curtain", "CURTAIN", "Retreat", "Excursions",
        "Dies", "Aside",
    ];

    public static int Indent(string line) => line.Length - line.TrimStart().Length;

    /// <summary>The words without underscores and folded.</summary>
    public static string Clean(string text) => Words.Fold(text.Replace("_", "", StringComparison.Ordinal));

    /// <summary>True where the line begins as an unbracketed stage direction does.</summary>
    public static bool BeginsAsDirection(string text)
    {
        var words = text.TrimStart(' ', '_', '\t', '(');
        return Array.Exists(DirectionWords, word => words.StartsWith(word, StringComparison.Ordinal)
            && (words.Length == word.Length || !char.IsLetter(words[word.Length])));
    }

    /// <summary>Parts a spoken line at its directions: brackets, italics in parentheses, an exit on the far right.</summary>
    public static IEnumerable<LinePart> Parts(string line)
    {
        var from = 0;
        for (var i = 0; i < line.Length; i++)
        {
            var close = Close(line, i);
            if (close < 0)
            {
                continue;
            }

            yield return new LinePart(Clean(line[from..i]));
            yield return new LinePart(Clean(line[i..close].Trim(' ', '[', ']', '(', ')', '_')), IsDirection: true);
            from = close;
            i = close - 1;
        }

        yield return new LinePart(Clean(line[from..]));
    }

    /// <summary>Where the direction that opens at a place has closed; -1 where none opens there.</summary>
    private static int Close(string line, int open)
    {
        var closing = line[open] switch
        {
            '[' => ']',
            '(' when open + 1 < line.Length && line[open + 1] == '_' => ')',
            _ => '\0',
        };
        if (closing != '\0')
        {
            var close = line.IndexOf(closing, open);
            // A direction that goes on below takes the rest of the line.
            return close < 0 ? line.Length : close + 1;
        }

        return open >= FarRight && char.IsUpper(line[open]) && line.AsSpan(open - FarRight, FarRight).IsWhiteSpace()
            && BeginsAsDirection(line[open..])
            ? line.Length
            : -1;
    }
}
