using System.Text.RegularExpressions;

namespace VirtualStage.Productions.Scripts.Reading;

/// <summary>The words that stand for an enumeration's members in YAML: AutoFollow is "auto-follow".</summary>
internal static partial class Words<T>
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> ByWord =
        Enum.GetValues<T>().ToDictionary(Of);

    public static IReadOnlyCollection<string> All => ByWord.Keys;

    public static string Of(T value) => WordBreak().Replace(value.ToString(), "-").ToLowerInvariant();

    public static bool TryRead(string word, out T value) => ByWord.TryGetValue(word, out value);

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex WordBreak();
}
