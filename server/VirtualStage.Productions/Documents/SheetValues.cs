using System.Text.RegularExpressions;

namespace VirtualStage.Productions.Documents;

/// <summary>Which values are no texts. A sheet's scalars are text all; JSON and other readers of YAML want to know.</summary>
internal static partial class SheetValues
{
    /// <summary>Keys whose values are numbers, or lists of numbers.</summary>
    public static readonly IReadOnlySet<string> Numbers = new HashSet<string>(StringComparer.Ordinal)
    {
        "width", "depth", "size", "position", "rotation", "out", "x", "z", "y", "facing", "target", "angle", "intensity",
        "seconds", "preWait", "duration", "postWait", "wait", "speed", "gain", "at", "interval",
    };

    /// <summary>Keys whose values are true or false.</summary>
    public static readonly IReadOnlySet<string> Truths = new HashSet<string>(StringComparer.Ordinal) { "armed", "flagged", "leaves", "loop", "cloak" };

    /// <summary>True for a number as JSON writes it.</summary>
    public static bool IsNumber(string text) => Number().IsMatch(text);

    public static bool IsTruth(string text) => text is "true" or "false";

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
