namespace VirtualStage.Productions.Scripts.Reading;

/// <summary>Finds what somebody probably meant.</summary>
internal static class Nearest
{
    private const int LongestName = 60;

    /// <summary>
    /// The name with the smallest edit distance, when that is small enough to be a slip; ties go to the first.
    /// </summary>
    public static string? Name(string written, IEnumerable<string> names)
    {
        if (written.Length is 0 or > LongestName) return null;
        var allowed = Math.Max(1, written.Length / 3);
        string? nearest = null;
        foreach (var name in names.Where(name => Math.Abs(name.Length - written.Length) <= allowed))
        {
            var distance = Distance(written, name);
            if (distance > allowed) continue;
            (nearest, allowed) = (name, distance - 1);
            if (distance == 0) break;
        }

        return nearest;
    }

    /// <summary>Levenshtein's distance, without regard to case.</summary>
    private static int Distance(string first, string second)
    {
        var row = new int[second.Length + 1];
        for (var column = 0; column < row.Length; column++) row[column] = column;
        for (var line = 1; line <= first.Length; line++)
        {
            var diagonal = row[0];
            row[0] = line;
            for (var column = 1; column < row.Length; column++)
            {
                var same = char.ToUpperInvariant(first[line - 1]) == char.ToUpperInvariant(second[column - 1]);
                var changed = diagonal + (same ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.Min(changed, Math.Min(row[column], row[column - 1]) + 1);
            }
        }

        return row[^1];
    }
}
