namespace VirtualStage.Plays.Text;

/// <summary>A line of plain text that begins a speech: who speaks, a direction, and what is spoken on the same line.</summary>
/// <param name="IsCapitals">The label is in capitals; otherwise capitalised, as in "Ham. Words".</param>
internal sealed record TextCue(string Label, string? Direction, string Rest, bool IsCapitals)
{
    private const int LongestLabel = 50;

    private static readonly string[] Joints = [" & ", " AND ", " and "];

    private static readonly HashSet<string> SmallWords = new(StringComparer.Ordinal)
        { "and", "of", "the", "to", "de", "du", "von", "as", "in", "with", "a" };

    private static readonly HashSet<string> Titles = new(StringComparer.OrdinalIgnoreCase) { "Mr", "Mrs", "Dr", "St", "Lt", "Col" };

    private static readonly HashSet<string> NoLabels = new(StringComparer.OrdinalIgnoreCase)
        { "THE END", "END", "FINIS", "CURTAIN", "NOTE", "NOTES", "CONTENTS", "ACT", "SCENE", "EXIT", "EXEUNT", "ENTER" };

    public IEnumerable<string> Speakers =>
        Label.Split(Joints, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Reads a cue; null where the line cannot be one.</summary>
    public static TextCue? Parse(string line)
    {
        var text = line.Trim();
        if (text.Length == 0 || text[0] is '[' or '(' || (text[0] is '_' && text is ['_', '[' or '(', ..]))
        {
            return null;
        }

        var end = LabelEnd(text);
        if (end <= 0)
        {
            return null;
        }

        var label = text[..end].Trim(' ', '_', '*', '\t');
        var (direction, rest) = TakeDirection(text[end..].TrimStart('.', ':', '_', '*'));
        var isOwnLine = rest.Length == 0;
        var isClosed = end < text.Length && text[end] is '.' or ':' or '_' or '*';
        return IsLabel(label, out var isCapitals) && (isClosed || isOwnLine || direction is not null)
            ? new TextCue(label, direction, rest, isCapitals)
            : null;
    }

    /// <summary>Where the label ends: at a full stop or colon, a bracket, or the end of the line.</summary>
    private static int LabelEnd(string text)
    {
        var wordStart = 0;
        for (var i = 0; i < text.Length && i <= LongestLabel; i++)
        {
            switch (text[i])
            {
                case ' ':
                    wordStart = i + 1;
                    break;
                case '[' or '(' or ':':
                    return i;
                case '.' when !char.IsDigit(text[wordStart]) && !Titles.Contains(text[wordStart..i]):
                    return i;
                case '.' or ',' or '&' or '-' or '\'' or '’' or '_' or '*':
                    break;
                case var other when !char.IsLetterOrDigit(other):
                    return -1;
            }
        }

        return text.Length <= LongestLabel ? text.Length : -1;
    }

    private static bool IsLabel(string label, out bool isCapitals)
    {
        isCapitals = true;
        var words = label.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > 7 || NoLabels.Contains(label) || label.EndsWith(',') || !label.Any(char.IsLetter))
        {
            return false;
        }

        foreach (var word in words)
        {
            if (char.IsLower(word[0]) && !SmallWords.Contains(word))
            {
                return false;
            }

            isCapitals &= !char.IsUpper(word[0]) || !word.Any(char.IsLower) || Titles.Contains(word.Trim('.'));
        }

        return isCapitals
            ? label.Count(char.IsUpper) > 1
            : words.Length <= 3 && label.Length is > 1 and <= 24 && !label.Contains(',');
    }

    /// <summary>Takes a direction in brackets or parentheses off the front.</summary>
    private static (string? Direction, string Words) TakeDirection(string text)
    {
        var rest = text.TrimStart();
        var bare = rest.TrimStart('_');
        var close = bare is ['[', ..] ? bare.IndexOf(']') : bare is ['(', ..] ? bare.IndexOf(')') : -1;
        return close < 0
            ? (null, rest)
            : (TextLine.Clean(bare[1..close]), bare[(close + 1)..].TrimStart('.', ':', '_', ' '));
    }
}
