using VirtualStage.Productions.Scripts.Reading;

namespace VirtualStage.Productions.Documents;

/// <summary>A place where a sheet names something.</summary>
/// <param name="Path">Keys with dots between: '*' is every entry or item, '~' at the end means the keys themselves.</param>
/// <param name="IsInCue">True for a path that begins in each cue, false for one that begins at the top.</param>
internal sealed record SheetReference(string Path, bool IsInCue = false)
{
    private string[] Keys { get; } = Path.Split('.');

    /// <summary>The node with names changed where this reference leads; the same node when it names none of them.</summary>
    public SheetMap Renamed(SheetMap from, IReadOnlyDictionary<string, string> names) => (SheetMap)Renamed(from, Keys, names);

    private static SheetNode Renamed(SheetNode node, ReadOnlySpan<string> path, IReadOnlyDictionary<string, string> names)
    {
        if (path.IsEmpty)
        {
            return Name(node, names);
        }

        return (node, path[0]) switch
        {
            (SheetMap map, "~") => map.Entries.Aggregate(map, (changed, entry) =>
                names.TryGetValue(entry.Key.Value, out var name) ? changed.Renamed(entry.Key.Value, name) : changed),
            (SheetMap map, "*") => EachEntry(map, path[1..], names),
            (SheetMap map, var key) when map.Get(key) is { } inner => Set(map, key, inner, Renamed(inner, path[1..], names)),
            (SheetList list, "*") => EachItem(list, path[1..], names),
            _ => node,
        };
    }

    private static SheetMap EachEntry(SheetMap map, ReadOnlySpan<string> path, IReadOnlyDictionary<string, string> names)
    {
        var changed = map;
        foreach (var (key, value) in map.Entries)
        {
            changed = Set(changed, key.Value, value, Renamed(value, path, names));
        }

        return changed;
    }

    private static SheetList EachItem(SheetList list, ReadOnlySpan<string> path, IReadOnlyDictionary<string, string> names)
    {
        var (changed, index) = (list, 0);
        foreach (var item in list.Items)
        {
            var renamed = Renamed(item, path, names);
            if (!ReferenceEquals(renamed, item))
            {
                changed = changed with { Items = changed.Items.ToShared().SetItem(index, renamed) };
            }

            index++;
        }

        return changed;
    }

    private static SheetMap Set(SheetMap map, string key, SheetNode former, SheetNode value) =>
        ReferenceEquals(former, value) ? map : map.With(key, value);

    /// <summary>One name, or a list of names.</summary>
    private static SheetNode Name(SheetNode node, IReadOnlyDictionary<string, string> names) => node switch
    {
        SheetText { IsNull: false } text when names.TryGetValue(text.Value.Trim(), out var name) => new SheetText(name, IsNull: false, default),
        SheetList list => EachItem(list, [], names),
        _ => node,
    };
}
