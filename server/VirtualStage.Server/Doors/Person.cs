using System.Globalization;
using System.Text;

namespace VirtualStage.Server.Doors;

/// <summary>Somebody, as they want to be called. Whatever way a name comes in, <see cref="Read"/> takes it.</summary>
public sealed record Person(string Id, string Name, string Pronouns)
{
    private const int MaxName = 60;
    private const int MaxPronouns = 40;
    private const int MaxNote = 500;

    /// <summary>Marks on one letter: no language needs more, and more of them cover the lines around.</summary>
    private const int MaxMarks = 4;

    /// <summary>The name, or words in its place.</summary>
    public string ShownName => Name.Length > 0 ? Name : "somebody";

    /// <summary>Somebody by the name that they wrote, in the one form in which it is kept and shown; or why not.</summary>
    public static (Person? Person, string? Refusal) Read(string id, string name, string pronouns)
    {
        var (tidyName, tidyPronouns) = (Tidy(name), Tidy(pronouns));
        return Refuse(tidyName, tidyPronouns) is { } refusal ? (null, refusal) : (new Person(id, tidyName, tidyPronouns), null);
    }

    /// <summary>What is wrong with a chosen name; null when it is fine.</summary>
    public static string? Refuse(string name, string pronouns)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > MaxName)
        {
            return $"a name has 1 to {MaxName} characters";
        }

        if (pronouns.Length > MaxPronouns)
        {
            return $"pronouns have at most {MaxPronouns} characters";
        }

        if (name.EnumerateRunes().Concat(pronouns.EnumerateRunes()).Any(IsHidden))
        {
            return "a name or pronouns cannot hold characters that are not seen, or halves of characters";
        }

        return HasTooManyMarks(name) || HasTooManyMarks(pronouns) ? $"a letter has at most {MaxMarks} marks above and below it" : null;
    }

    /// <summary>What is wrong with a note about oneself; null when it is fine.</summary>
    public static string? RefuseNote(string note)
    {
        if (note.Length > MaxNote)
        {
            return $"a note has at most {MaxNote} characters";
        }

        return note.EnumerateRunes().Any(rune => rune.Value is not '\n' && IsHidden(rune))
            ? "a note cannot hold characters that are not seen, or halves of characters"
            : null;
    }

    /// <summary>Composed (NFC), with single spaces, and none around it: the same name is the same text.</summary>
    private static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var letter in Composition.Of(text).Trim())
        {
            var isSpace = char.GetUnicodeCategory(letter) == UnicodeCategory.SpaceSeparator;
            if (!isSpace || tidy[^1] != ' ')
            {
                tidy.Append(isSpace ? ' ' : letter);
            }
        }

        return tidy.ToString();
    }

    private static bool HasTooManyMarks(string text)
    {
        var marks = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            marks = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (marks > MaxMarks)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Control characters, line breaks, what turns the text around it (format), half a surrogate pair, what only some
    /// fonts know, and letters that look like nothing.
    /// </summary>
    private static bool IsHidden(Rune rune) => rune == Rune.ReplacementChar
        || rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2800 or 0x3164 or 0xFFA0
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse;
}
