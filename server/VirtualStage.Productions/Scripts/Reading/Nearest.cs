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

    /// <summary>Edits from one to the other: a letter more, less, changed, or two swapped; case does not count.</summary>
    private static int Distance(string first, string second)
    {
        var edits = new int[first.Length + 1, second.Length + 1];
        for (var i = 0; i <= first.Length; i++)
        {
            for (var j = 0; j <= second.Length; j++)
            {
                edits[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(
                        Math.Min(edits[i - 1, j], edits[i, j - 1]) + 1,
                        edits[i - 1, j - 1] + (Same(first[i - 1], second[j - 1]) ? 0 : 1));
                if (i > 1 && j > 1 && Same(first[i - 1], second[j - 2]) && Same(first[i - 2], second[j - 1]))
                {
                    edits[i, j] = Math.Min(edits[i, j], edits[i - 2, j - 2] + 1);
                }
            }
        }

        return edits[first.Length, second.Length];
    }

    private static bool Same(char first, char second) => char.ToUpperInvariant(first) == char.ToUpperInvariant(second);
}
