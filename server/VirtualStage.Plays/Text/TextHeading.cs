using VirtualStage.Plays.Composition;

namespace VirtualStage.Plays.Text;

/// <summary>A heading of an act, a scene or both ("ACT I. SCENE I.") in plain text.</summary>
/// <param name="Words">One or two headings of one line, outermost first.</param>
/// <param name="Title">The heading as printed, with the lines below it that belong to it.</param>
/// <param name="Length">How many lines it takes.</param>
internal sealed record TextHeading(IReadOnlyList<HeadingWords> Words, string Title, int Length)
{
    /// <summary>Longer lines are text, whatever they begin with.</summary>
    private const int LongestHeading = 200;

    public static TextHeading? At(IReadOnlyList<string> lines, int index)
    {
        var line = lines[index];
        if (line.Length > LongestHeading || Headings.Parse(line) is not { } first || !Stands(first, lines, index))
        {
            return null;
        }

        var words = new List<HeadingWords> { first };
        if (first.Kind is DivisionKind.Act or DivisionKind.Induction && Headings.Parse(first.Rest) is { } second)
        {
            words.Add(second);
        }

        var title = TextLine.Clean(line);
        var below = index + 1;
        // "ACT I. Scene I." has its place on the line below.
        if (words[^1].Rest.Length == 0 && below + 1 < lines.Count && lines[below].Trim().Length > 0
            && lines[below + 1].Trim().Length == 0 && TextLine.Indent(lines[below]) == TextLine.Indent(line)
            && Headings.Parse(lines[below]) is null && !TextLine.BeginsAsDirection(lines[below])
            && lines[below].TrimStart()[0] is not ('[' or '_'))
        {
            return new TextHeading(words, $"{title} {TextLine.Clean(lines[below])}", 2);
        }

        return new TextHeading(words, title, 1);
    }

    public static bool IsTheEnd(string line) =>
        TextLine.Clean(line).Trim('.', '*', '[', ']', ' ') is "THE END" or "The End" or "FINIS" or "Finis";

    public IEnumerable<DivisionDraft> Drafts(Place place) => Words.Select(words => new DivisionDraft(words.Kind, place)
    {
        Title = Title,
        HeadingNumber = words.Number,
    });

    /// <summary>Acts and scenes need a number, other headings a line of their own; a contents list has no blank lines.</summary>
    private static bool Stands(HeadingWords words, IReadOnlyList<string> lines, int index) => words.Kind switch
    {
        DivisionKind.Act or DivisionKind.Scene => words.Number is not null && !char.IsLower(lines[index].TrimStart()[0]),
        _ => !lines[index].Contains("chorus", StringComparison.OrdinalIgnoreCase)
            && (words.Rest.Length == 0 || Headings.Parse(words.Rest) is not null)
            && IsBlank(lines, index - 1) && IsBlank(lines, index + 1),
    };

    private static bool IsBlank(IReadOnlyList<string> lines, int index) =>
        index < 0 || index >= lines.Count || string.IsNullOrWhiteSpace(lines[index]);
}
