using VirtualStage.Productions.Scripts.Reading;

namespace VirtualStage.Productions.Documents;

/// <summary>
/// The parts of a sheet that editors change and errors speak of: each named entry, each cue, and each value without a
/// name of its own.
/// </summary>
internal static class SheetParts
{
    /// <summary>What a cue is called.</summary>
    public static string Cue(string number) => $"cue {number}";

    /// <summary>Names of the parts that two documents do not share.</summary>
    public static IEnumerable<string> Changed(SheetMap before, SheetMap after)
    {
        if (ReferenceEquals(before, after))
        {
            return [];
        }

        var former = Of(before);
        var present = Of(after);
        return present.Where(part => !former.TryGetValue(part.Key, out var node) || !IsSame(node, part.Value)).Select(part => part.Key)
            .Concat(former.Keys.Where(name => !present.ContainsKey(name)));
    }

    private static Dictionary<string, SheetNode> Of(SheetMap root)
    {
        var parts = new Dictionary<string, SheetNode>(StringComparer.Ordinal);
        foreach (var (key, value) in root.Entries.Where(entry => entry.Key.Value is not ("cues" or "lists" or "cart" or "stage")))
        {
            if (NamedSection.Find(key.Value) is null)
            {
                parts.TryAdd(key.Value, value);
            }
        }

        foreach (var (key, value) in (root.Get("stage") as SheetMap)?.Entries ?? [])
        {
            if (value is SheetText)
            {
                parts.TryAdd($"stage.{key.Value}", value);
            }
        }

        foreach (var section in NamedSection.All)
        {
            foreach (var (key, value) in section.In(root).Entries)
            {
                // The cues of a list are parts of their own; the list's is which ones, and their order.
                parts.TryAdd($"{section.What} {key.Value}", section.Path == "lists" ? NumbersIn(value) : value);
            }
        }

        foreach (var cue in CueLists.All(root))
        {
            parts.TryAdd(Cue(cue.Number), cue.Node);
        }

        return parts;
    }

    private static bool IsSame(SheetNode one, SheetNode other)
    {
        if (ReferenceEquals(one, other) || (one is SheetText && SheetEquality.Same(one, other)))
        {
            return true;
        }

        // A group stays the same one while its members alone change.
        return one is SheetMap former && other is SheetMap present
            && former.Get("group") is SheetMap formerGroup && present.Get("group") is SheetMap presentGroup
            && SharesAllBut(former, present, "group") && SharesAllBut(formerGroup, presentGroup, "cues")
            && SheetEquality.Same(NumbersIn(formerGroup.Get("cues")), NumbersIn(presentGroup.Get("cues")));
    }

    private static bool SharesAllBut(SheetMap one, SheetMap other, string key) =>
        one.Entries.Count == other.Entries.Count && one.Entries.Zip(other.Entries).All(pair =>
            pair.First.Key.Value == pair.Second.Key.Value
            && (pair.First.Key.Value == key || ReferenceEquals(pair.First.Value, pair.Second.Value)));

    private static SheetText NumbersIn(SheetNode? cues) => SheetBuild.Text(
        string.Join('\n', (cues as SheetList)?.Items.Select(CueLists.NumberOf) ?? []));
}
