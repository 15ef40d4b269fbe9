using System.Text;

namespace VirtualStage.Plays.Composition;

internal static class Words
{
    /// <summary>Folds runs of white space into one space and trims.</summary>
    public static string Fold(StringBuilder text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var chunk in text.GetChunks())
        {
            Fold(chunk.Span, folded);
        }

        return Finish(folded);
    }

    /// <inheritdoc cref="Fold(StringBuilder)"/>
    public static string Fold(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        Fold(text, folded);
        return Finish(folded);
    }

    private static void Fold(ReadOnlySpan<char> text, StringBuilder into)
    {
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character))
            {
                into.Append(character);
            }
            else if (into.Length > 0 && into[^1] != ' ')
            {
                into.Append(' ');
            }
        }
    }

    private static string Finish(StringBuilder folded)
    {
        if (folded.Length > 0 && folded[^1] == ' ')
        {
            folded.Length--;
        }

        return folded.ToString();
    }
}
