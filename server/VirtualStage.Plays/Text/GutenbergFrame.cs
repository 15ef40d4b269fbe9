namespace VirtualStage.Plays.Text;

/// <summary>What Project Gutenberg prints around a text: header, licence, and its own notices inside.</summary>
internal static class GutenbergFrame
{
    private const int HeaderLines = 400;

    public static bool IsAround(IReadOnlyList<string> lines) =>
        lines.Take(HeaderLines).Any(line => IsStart(line) || line.Contains("Project Gutenberg", StringComparison.OrdinalIgnoreCase));

    /// <summary>The title that the header names; empty where it names none.</summary>
    public static string Title(IReadOnlyList<string> lines)
    {
        const string Key = "Title:";
        var line = lines.Take(HeaderLines).FirstOrDefault(line => line.StartsWith(Key, StringComparison.OrdinalIgnoreCase));
        return line is null ? "" : line[Key.Length..].Trim();
    }

    /// <summary>The lines with all that is not the text itself made blank; numbers of lines stay as they are.</summary>
    public static string[] Strip(IReadOnlyList<string> lines)
    {
        var start = lines.Take(HeaderLines).TakeWhile(line => !IsStart(line)).Count() + 1;
        start = start > Math.Min(lines.Count, HeaderLines) ? 0 : start;
        var text = new string[lines.Count];
        var ended = false;
        var inNotice = false;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            ended |= i > start && IsEnd(line);
            inNotice |= line.TrimStart().StartsWith("<<", StringComparison.Ordinal);
            text[i] = i < start || ended || inNotice ? "" : line.Replace("\u001A", "", StringComparison.Ordinal);
            inNotice &= !line.Contains(">>", StringComparison.Ordinal);
        }

        return text;
    }

    private static bool IsStart(string line) => IsMark(line, "START OF") || line.StartsWith("*END*THE SMALL PRINT", StringComparison.Ordinal)
        || line.StartsWith("*END THE SMALL PRINT", StringComparison.Ordinal);

    private static bool IsEnd(string line) =>
        IsMark(line, "END OF")
        || line.StartsWith("End of the Project Gutenberg", StringComparison.OrdinalIgnoreCase)
        || line.StartsWith("End of Project Gutenberg", StringComparison.OrdinalIgnoreCase);

    private static bool IsMark(string line, string words) =>
        line.StartsWith("***", StringComparison.Ordinal)
        && line.TrimStart('*', ' ').StartsWith(words, StringComparison.OrdinalIgnoreCase)
        && line.Contains("PROJECT GUTENBERG", StringComparison.OrdinalIgnoreCase);
}
