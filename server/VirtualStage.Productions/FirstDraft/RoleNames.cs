using System.Globalization;
using System.Text;

namespace VirtualStage.Productions.FirstDraft;

/// <summary>Names for roles, made from what a play prints.</summary>
internal static class RoleNames
{
    private const int LongestId = 40;
    private const int LongestName = 80;

    private static readonly string[] _small = ["of", "the", "and", "to", "von", "de", "du", "der", "die", "und"];

    // Letters of the languages that plays are mostly printed in; others are left out of an id.
    private static readonly Dictionary<char, string> _plain =
        "ä:ae ö:oe ü:ue ß:ss æ:ae œ:oe ø:o å:a à:a á:a â:a ã:a ç:c è:e é:e ê:e ë:e ì:i í:i î:i ï:i ñ:n ò:o ó:o ô:o õ:o ù:u ú:u û:u ÿ:y ý:y"
            .Split(' ').ToDictionary(pair => pair[0], pair => pair[2..]);

    /// <summary>An id that no other has, such as "first-clown".</summary>
    public static string IdOf(string name, HashSet<string> taken)
    {
        var id = new StringBuilder();
        foreach (var letter in name.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                id.Append(letter);
            }
            else if (_plain.TryGetValue(letter, out var plain))
            {
                id.Append(plain);
            }
            else if (letter is not '\'' and not '’' && id.Length > 0 && id[^1] != '-')
            {
                id.Append('-');
            }
        }

        var slug = id.ToString().Trim('-');
        slug = slug.Length > LongestId ? slug[..LongestId].Trim('-') : slug;
        slug = name.Length == 0 ? "chorus" : slug.Length > 0 && char.IsAsciiLetter(slug[0]) ? slug : $"role-{slug}".Trim('-');
        var unique = slug;
        for (var count = 2; !taken.Add(unique); count++)
        {
            unique = $"{slug}-{count}";
        }

        return unique;
    }

    /// <summary>The name as a programme prints it: "KING CLAUDIUS" is King Claudius.</summary>
    public static string Shown(string name)
    {
        var clean = string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim('[', ']', '.', ' ');
        clean = clean.Length > LongestName ? clean[..LongestName].Trim() : clean;
        return clean.Length == 0 ? "Chorus"
            : clean.Any(char.IsLower) ? clean
            : string.Join(' ', clean.Split(' ').Select((word, index) => Capital(word, index > 0)));
    }

    private static string Capital(string word, bool maySmall)
    {
        var small = word.ToLower(CultureInfo.InvariantCulture);
        return maySmall && _small.Contains(small) ? small : char.ToUpperInvariant(small[0]) + small[1..];
    }
}
