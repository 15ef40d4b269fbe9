using System.Collections.Immutable;
using VirtualStage.Contracts.Productions;
using VirtualStage.Productions.Documents;
using VirtualStage.Productions.Scripts.Reading;

namespace VirtualStage.Productions.Editing;

/// <summary>Which cues have other numbers after an edit: former numbers and new ones. What is not in it kept its number.</summary>
public static class Renumbering
{
    public static readonly ImmutableDictionary<string, string> None = ImmutableDictionary<string, string>.Empty;

    /// <summary>One renumbering, and then another.</summary>
    public static ImmutableDictionary<string, string> Then(
        this ImmutableDictionary<string, string> first, ImmutableDictionary<string, string> second)
    {
        if (first.IsEmpty || second.IsEmpty)
        {
            return first.IsEmpty ? second : first;
        }

        // What the first gave a number to is meant by the second; what it took a number from is not.
        var between = first.Values.ToHashSet(StringComparer.Ordinal);
        return first
            .Select(pair => KeyValuePair.Create(pair.Key, second.GetValueOrDefault(pair.Value, pair.Value)))
            .Concat(second.Where(pair => !between.Contains(pair.Key) && !first.ContainsKey(pair.Key)))
            .ToImmutableDictionary(StringComparer.Ordinal);
    }

    internal static ImmutableDictionary<string, string> Undone(this ImmutableDictionary<string, string> renumbered) =>
        renumbered.ToImmutableDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    internal static ImmutableDictionary<string, string> Of(IProductionEdit edit, SheetMap root) => edit switch
    {
        RenumberCues renumber => SheetEdits.NewNumbers(root, renumber).ToImmutableDictionary(StringComparer.Ordinal),
        ChangeCue change when SheetEdits.ValueOf(change.Cue) is SheetMap cue && CueLists.NumberOf(cue) is { } number && number != change.Number =>
            None.Add(change.Number, number),
        _ => None,
    };
}
