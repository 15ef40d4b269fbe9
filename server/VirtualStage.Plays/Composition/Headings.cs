using System.Buffers;

namespace VirtualStage.Plays.Composition;

/// <summary>What a heading such as "ACT III", "Scene 2. A hall" or "THE PROLOGUE" says.</summary>
/// <param name="Number">Its number in digits, Roman numerals or words; null where it has none.</param>
/// <param name="Rest">What follows, without the punctuation between.</param>
internal readonly record struct HeadingWords(DivisionKind Kind, int? Number, string Rest);

internal static class Headings
{
    private static readonly char[] Punctuation = ['.', ',', ':', ';', '-', '–', '—', '_', '*', '[', ']', '"', ' ', '\t'];

    private static readonly SearchValues<char> WordEnds = SearchValues.Create(Punctuation);

    private static readonly Dictionary<string, DivisionKind> Nouns = new(StringComparer.OrdinalIgnoreCase)
    {
        ["act"] = DivisionKind.Act,
        ["acte"] = DivisionKind.Act,
        ["acto"] = DivisionKind.Act,
        ["actus"] = DivisionKind.Act,
        ["akt"] = DivisionKind.Act,
        ["atto"] = DivisionKind.Act,
        ["aufzug"] = DivisionKind.Act,
        ["jornada"] = DivisionKind.Act,
        ["scene"] = DivisionKind.Scene,
        ["scène"] = DivisionKind.Scene,
        ["szene"] = DivisionKind.Scene,
        ["scena"] = DivisionKind.Scene,
        ["scaena"] = DivisionKind.Scene,
        ["scoena"] = DivisionKind.Scene,
        ["escena"] = DivisionKind.Scene,
        ["auftritt"] = DivisionKind.Scene,
        ["prologue"] = DivisionKind.Prologue,
        ["prolog"] = DivisionKind.Prologue,
        ["prologo"] = DivisionKind.Prologue,
        ["chorus"] = DivisionKind.Prologue,
        ["epilogue"] = DivisionKind.Epilogue,
        ["epilog"] = DivisionKind.Epilogue,
        ["epilogo"] = DivisionKind.Epilogue,
        ["induction"] = DivisionKind.Induction,
        ["induct"] = DivisionKind.Induction,
    };

    /// <summary>The kind that a word such as "act" or "szene" names; null for any other.</summary>
    public static DivisionKind? KindOf(string word) => Nouns.TryGetValue(word, out var kind) ? kind : null;

    /// <summary>Reads a heading; null where the text does not begin as one.</summary>
    public static HeadingWords? Parse(string text)
    {
        var rest = text.AsSpan().Trim(Punctuation);
        if (rest.StartsWith("the ", StringComparison.OrdinalIgnoreCase))
        {
            rest = rest[4..];
        }

        var first = Take(ref rest, out _);
        if (Nouns.TryGetValue(first, out var kind))
        {
            return AfterNoun(kind, rest);
        }

        var second = Take(ref rest, out _);
        return Nouns.TryGetValue(second, out kind) && kind is DivisionKind.Act or DivisionKind.Scene
            && NumberWords.Ordinal(first) is { } ordinal
            ? new HeadingWords(kind, ordinal, rest.Trim(Punctuation).ToString())
            : null;
    }

    private static HeadingWords AfterNoun(DivisionKind kind, ReadOnlySpan<char> rest)
    {
        var tail = rest;
        var word = Take(ref tail, out var closed);
        if (word.Equals("the", StringComparison.OrdinalIgnoreCase))
        {
            word = Take(ref tail, out closed);
        }

        var number = NumberWords.Parse(word);
        // "SCENE I see" is no numbered heading, "SCENE I. Elsinore" and "SCENE I" are.
        var isNumber = number is not null && (closed || word.Length > 1 || char.IsDigit(word[0]));
        return isNumber
            ? new HeadingWords(kind, number, tail.Trim(Punctuation).ToString())
            : new HeadingWords(kind, null, rest.Trim(Punctuation).ToString());
    }

    /// <summary>Takes a word off; <paramref name="closed"/> tells that punctuation or the end follows it.</summary>
    private static string Take(ref ReadOnlySpan<char> rest, out bool closed)
    {
        rest = rest.TrimStart(Punctuation);
        var end = rest.IndexOfAny(WordEnds);
        closed = end < 0 || rest[end] is not (' ' or '\t');
        var word = (end < 0 ? rest : rest[..end]).ToString();
        rest = end < 0 ? [] : rest[end..];
        return word;
    }
}
