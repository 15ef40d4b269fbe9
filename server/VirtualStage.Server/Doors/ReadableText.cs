using System.Globalization;
using System.Text;

namespace VirtualStage.Server.Doors;

/// <summary>What people write for others to read, in the one form in which it is kept and shown.</summary>
internal static class ReadableText
{
    /// <summary>Marks on one letter: no language needs more, and more of them cover the lines around.</summary>
    private const int MaxMarks = 4;

    /// <summary>What is said of a text that has too many marks on a letter.</summary>
    public static readonly string TooManyMarks = $"a letter has at most {MaxMarks} marks above and below it";

    /// <summary>Composed (NFC), with single spaces, and none around it: the same name is the same text.</summary>
    public static string Tidy(string text)
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

    /// <summary>True where more marks are on a letter than any language needs.</summary>
    public static bool HasTooManyMarks(string text)
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
    public static bool IsHidden(Rune rune) => rune == Rune.ReplacementChar
        || rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2800 or 0x3164 or 0xFFA0
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse;
}
