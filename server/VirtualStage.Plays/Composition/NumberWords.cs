namespace VirtualStage.Plays.Composition;

/// <summary>Numbers as headings write them: 3, III, Three, Third, Tertius.</summary>
internal static class NumberWords
{
    private static readonly string[][] Ordinals =
    [
        ["first", "primus", "prima"],
        ["second", "secundus", "secunda"],
        ["third", "tertius", "tertia"],
        ["fourth", "quartus", "quarta"],
        ["fifth", "quintus", "quinta"],
        ["sixth", "sextus", "sexta"],
        ["seventh", "septimus", "septima"],
        ["eighth", "octavus", "octava"],
        ["ninth", "nonus", "nona"],
        ["tenth", "decimus", "decima"],
    ];

    private static readonly string[] Cardinals =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    public static int? Parse(string word)
    {
        if (int.TryParse(word, System.Globalization.NumberStyles.None, null, out var number))
        {
            return number is > 0 and < 1000 ? number : null;
        }

        var cardinal = Array.FindIndex(Cardinals, name => name.Equals(word, StringComparison.OrdinalIgnoreCase));
        return cardinal >= 0 ? cardinal + 1 : Ordinal(word) ?? Roman(word);
    }

    public static int? Ordinal(string word)
    {
        var index = Array.FindIndex(
            Ordinals, names => Array.Exists(names, name => name.Equals(word, StringComparison.OrdinalIgnoreCase)));
        return index >= 0 ? index + 1 : null;
    }

    private static int? Roman(string word)
    {
        if (word.Length is 0 or > 8)
        {
            return null;
        }

        var sum = 0;
        var last = 0;
        foreach (var letter in word.AsEnumerable().Reverse())
        {
            var value = char.ToUpperInvariant(letter) switch { 'I' or 'J' => 1, 'V' => 5, 'X' => 10, 'L' => 50, _ => 0 };
            if (value == 0)
            {
                return null;
            }

            sum += value < last ? -value : value;
            last = Math.Max(last, value);
        }

        return sum;
    }
}
