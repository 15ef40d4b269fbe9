using VirtualStage.Plays.Composition;

namespace VirtualStage.Plays.Fountain;

/// <summary>The "Key: value" lines at the top of a Fountain file, up to its first blank line.</summary>
internal sealed record FountainTitlePage(string Title, IReadOnlyList<(CastMember Member, Place Place)> Cast, int Length)
{
    private static readonly HashSet<string> Keys = new(StringComparer.OrdinalIgnoreCase)
    {
        "Title", "Credit", "Author", "Authors", "Source", "Notes", "Draft date", "Date", "Contact", "Copyright",
        "Revision", "Cast", "Characters", "Language", "Translator", "Adapted by", "Licence", "License",
    };

    /// <summary>True where the file's first line begins a title page.</summary>
    public static bool Opens(string firstLine) => KeyOf(firstLine) is { } key && Keys.Contains(key);

    /// <summary>Reads the title page; of length 0 where there is none.</summary>
    public static FountainTitlePage Read(IReadOnlyList<FountainLine> lines)
    {
        var at = 0;
        while (at < lines.Count && lines[at].IsBlank)
        {
            at++;
        }

        if (at == lines.Count || !Opens(lines[at].Text))
        {
            return new FountainTitlePage("", [], 0);
        }

        var title = "";
        var cast = new List<(CastMember, Place)>();
        var key = "";
        for (; at < lines.Count && !lines[at].IsBlank; at++)
        {
            var line = lines[at];
            var value = line.Text;
            if (KeyOf(line.Text) is { } next)
            {
                key = next;
                value = line.Text[(next.Length + 1)..];
            }

            var text = Words.Fold(FountainText.Plain(value));
            if (text.Length > 0 && key.Equals("Title", StringComparison.OrdinalIgnoreCase))
            {
                title = title.Length == 0 ? text : $"{title} {text}";
            }
            else if (text.Length > 0 && (key.Equals("Cast", StringComparison.OrdinalIgnoreCase)
                || key.Equals("Characters", StringComparison.OrdinalIgnoreCase)))
            {
                cast.Add((CastEntry.Parse(text), line.Place));
            }
        }

        return new FountainTitlePage(title, cast, at);
    }

    /// <summary>The key of a line that is not indented and has a colon after a few words.</summary>
    private static string? KeyOf(string line)
    {
        var colon = line.IndexOf(':');
        return colon is > 0 and < 30 && !char.IsWhiteSpace(line[0]) ? line[..colon] : null;
    }
}
