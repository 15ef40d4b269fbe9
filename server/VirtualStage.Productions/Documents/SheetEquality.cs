using VirtualStage.Productions.Scripts.Reading;

namespace VirtualStage.Productions.Documents;

/// <summary>Two nodes are equal when they say the same in the same order, wherever they stand.</summary>
internal static class SheetEquality
{
    public static bool Same(SheetNode? one, SheetNode? other) => ReferenceEquals(one, other) || (one, other) switch
    {
        (SheetText first, SheetText second) => first.IsNull == second.IsNull && (first.IsNull || first.Value == second.Value),
        (SheetList first, SheetList second) => first.Items.Count == second.Items.Count
            && first.Items.Zip(second.Items).All(pair => Same(pair.First, pair.Second)),
        (SheetMap first, SheetMap second) => first.Entries.Count == second.Entries.Count
            && first.Entries.Zip(second.Entries).All(pair =>
                pair.First.Key.Value == pair.Second.Key.Value && Same(pair.First.Value, pair.Second.Value)),
        _ => false,
    };
}
