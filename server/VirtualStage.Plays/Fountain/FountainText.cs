using System.Text;
using VirtualStage.Plays.Composition;

namespace VirtualStage.Plays.Fountain;

/// <summary>Fountain's markup inside a line: emphasis, escapes, parentheses.</summary>
internal static class FountainText
{
    /// <summary>Takes emphasis (<c>*</c>, <c>**</c>, <c>_</c> around words) and the backslash of escapes away.</summary>
    public static string Plain(ReadOnlySpan<char> text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\\' && i + 1 < text.Length)
            {
                plain.Append(text[++i]);
            }
            else if (text[i] is not '*' && !(text[i] is '_' && IsWordEdge(text, i)))
            {
                plain.Append(text[i]);
            }
        }

        return plain.ToString();
    }

    /// <summary>Parts a line of dialogue at its parentheses, which are stage directions unless escaped: <c>\(</c>.</summary>
    public static IEnumerable<LinePart> Parts(string line)
    {
        var from = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] is '\\')
            {
                i++;
            }
            else if (line[i] is '(' && Close(line, i) is var close && close > 0)
            {
                yield return new LinePart(Plain(line.AsSpan(from, i - from)));
                yield return new LinePart(Words.Fold(Plain(line.AsSpan(i + 1, close - i - 1))), IsDirection: true);
                from = close + 1;
                i = close;
            }
            else if (line[i] is '(')
            {
                break;
            }
        }

        yield return new LinePart(Plain(line.AsSpan(from)));
    }

    private static int Close(string line, int open)
    {
        var depth = 0;
        for (var i = open; i < line.Length; i++)
        {
            depth += line[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (line[i] is '\\')
            {
                i++;
            }
            else if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsWordEdge(ReadOnlySpan<char> text, int at) =>
        at == 0 || at == text.Length - 1 || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(text[at + 1]);
}
