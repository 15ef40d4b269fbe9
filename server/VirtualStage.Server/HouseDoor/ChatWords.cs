using System.Text;
using VirtualStage.Contracts.House;
using VirtualStage.Server.Doors;

namespace VirtualStage.Server.HouseDoor;

/// <summary>What may be said in the chat.</summary>
internal static class ChatWords
{
    /// <summary>A text in the form in which it is shown; or why it is not.</summary>
    public static (string? Text, string? Refusal) Read(string written)
    {
        var text = ReadableText.Tidy(written);
        return Refuse(text) is { } refusal ? (null, refusal) : (text, null);
    }

    private static string? Refuse(string text)
    {
        if (text.Length > ChatLine.MostText || text.EnumerateRunes().All(rune => rune.Value == ' ' || Joins(rune)))
        {
            return $"a line has 1 to {ChatLine.MostText} characters";
        }

        if (text.EnumerateRunes().Any(rune => ReadableText.IsHidden(rune) && !Joins(rune)))
        {
            return "a line cannot hold characters that are not seen, line breaks, or halves of characters";
        }

        return ReadableText.HasTooManyMarks(text) ? ReadableText.TooManyMarks : null;
    }

    /// <summary>What joins letters, or keeps them apart: some scripts, and pictures made of several, need it.</summary>
    private static bool Joins(Rune rune) => rune.Value is 0x200C or 0x200D;
}
