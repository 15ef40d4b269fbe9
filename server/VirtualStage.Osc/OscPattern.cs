using System.Buffers;

namespace VirtualStage.Osc;

/// <summary>
/// Matches addresses against OSC 1.0's patterns: <c>?</c> one character, <c>*</c> any number, <c>[a-z]</c> one of
/// some, <c>[!a-z]</c> none of them, <c>{one,other}</c> one of the texts; none of them reaches over a '/'.
/// </summary>
public static class OscPattern
{
    private static readonly SearchValues<char> _signs = SearchValues.Create("?*[]{}");

    /// <summary>True when a pattern matches an address. What is no pattern (a bracket without its end) matches nothing.</summary>
    public static bool IsMatch(string pattern, string address)
    {
        var (patterns, parts) = (pattern.Split('/'), address.Split('/'));
        return patterns.Length == parts.Length && patterns.Zip(parts).All(pair => PartIsMatch(pair.First, pair.Second));
    }

    /// <summary>True when a pattern of one part of an address matches the part.</summary>
    public static bool PartIsMatch(ReadOnlySpan<char> pattern, ReadOnlySpan<char> part)
    {
        // The places in the part that the pattern so far can have come to: no pattern takes longer than pattern times part.
        Span<bool> places = new bool[part.Length + 1];
        places[0] = true;
        while (pattern.Length > 0)
        {
            var sign = pattern[0];
            var end = sign switch { '[' => pattern.IndexOf(']'), '{' => pattern.IndexOf('}'), _ => 0 };
            if (end < 0)
            {
                return false;
            }

            var inside = pattern[Math.Min(1, end)..end];
            switch (sign)
            {
                case '*':
                    places[Math.Max(0, places.IndexOf(true))..].Fill(places.Contains(true));
                    break;
                case '{':
                    TakeOneOf(inside, part, places);
                    break;
                default:
                    TakeCharacter(sign, inside, part, places);
                    break;
            }

            pattern = pattern[(end + 1)..];
        }

        return places[^1];
    }

    /// <summary>True for an address that holds a sign of patterns.</summary>
    public static bool IsPattern(ReadOnlySpan<char> address) => address.ContainsAny(_signs);

    private static void TakeCharacter(char sign, ReadOnlySpan<char> inside, ReadOnlySpan<char> part, Span<bool> places)
    {
        for (var at = part.Length; at > 0; at--)
        {
            var next = part[at - 1];
            places[at] = places[at - 1] && (sign == '?' || (sign == '[' ? IsIn(inside, next) : sign == next));
        }

        places[0] = false;
    }

    private static void TakeOneOf(ReadOnlySpan<char> texts, ReadOnlySpan<char> part, Span<bool> places)
    {
        Span<bool> before = places.ToArray();
        places.Clear();
        foreach (var range in texts.Split(','))
        {
            var text = texts[range];
            for (var at = 0; at + text.Length <= part.Length; at++)
            {
                places[at + text.Length] |= before[at] && part[at..].StartsWith(text);
            }
        }
    }

    private static bool IsIn(ReadOnlySpan<char> set, char next)
    {
        var isNot = set.StartsWith("!");
        var isIn = false;
        for (set = isNot ? set[1..] : set; set.Length > 0;)
        {
            var isRange = set.Length > 2 && set[1] == '-';
            isIn |= isRange ? next >= set[0] && next <= set[2] : next == set[0];
            set = set[(isRange ? 3 : 1)..];
        }

        return isIn != isNot;
    }
}
