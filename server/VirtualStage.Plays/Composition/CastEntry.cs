namespace VirtualStage.Plays.Composition;

internal static class CastEntry
{
    private static readonly char[] Ends = [' ', '.', ',', ';', ':', '\t'];

    /// <summary>
    /// Splits "HAMLET, Prince of Denmark." at its first comma, but only after a name in capitals:
    /// "Lords, Ladies, Officers" is one entry.
    /// </summary>
    public static CastMember Parse(string entry)
    {
        var comma = entry.IndexOf(',');
        return comma > 0 && HasCapitalWord(entry.AsSpan(0, comma))
            ? Of(entry[..comma], entry[(comma + 1)..])
            : Of(entry, null);
    }

    public static CastMember Of(string name, string? description)
    {
        var rest = description?.Trim(Ends);
        return new CastMember(name.Trim(Ends), rest is null or "" ? null : rest);
    }

    private static bool HasCapitalWord(ReadOnlySpan<char> text)
    {
        var run = 0;
        foreach (var character in text)
        {
            run = char.IsUpper(character) ? run + 1 : 0;
            if (run == 2)
            {
                return true;
            }
        }

        return false;
    }
}
