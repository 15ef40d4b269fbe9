using System.Collections.Immutable;
using VirtualStage.Productions.Scripts.Reading;

namespace VirtualStage.Productions.Documents;

/// <summary>Changes of nodes that leave the former ones as they were, and share with them all that did not change.</summary>
internal static class SheetMaps
{
    /// <summary>The value of a key; null when the mapping has none.</summary>
    public static SheetNode? Get(this SheetMap map, string key)
    {
        var index = map.IndexOf(key);
        return index < 0 ? null : map.Entries[index].Value;
    }

    /// <summary>A text as the reader takes it; null for anything else.</summary>
    public static string? Text(this SheetMap map, string key) => (map.Get(key) as SheetText)?.Value.Trim();

    /// <summary>The mapping with another value in a key's place; a new key comes last.</summary>
    public static SheetMap With(this SheetMap map, string key, SheetNode value)
    {
        var index = map.IndexOf(key);
        var entries = map.Entries.ToShared();
        return map with
        {
            Entries = index < 0
                ? entries.Add((new SheetText(key, IsNull: false, default), value))
                : entries.SetItem(index, (entries[index].Key, value)),
        };
    }

    /// <summary>The mapping without a key; the same one when it has no such key.</summary>
    public static SheetMap Without(this SheetMap map, string key)
    {
        var index = map.IndexOf(key);
        return index < 0 ? map : map with { Entries = map.Entries.ToShared().RemoveAt(index) };
    }

    /// <summary>The mapping with a key renamed in its place.</summary>
    public static SheetMap Renamed(this SheetMap map, string key, string newKey)
    {
        var index = map.IndexOf(key);
        var entries = map.Entries.ToShared();
        return index < 0
            ? map
            : map with { Entries = entries.SetItem(index, (new SheetText(newKey, IsNull: false, default), entries[index].Value)) };
    }

    /// <summary>As a list whose changes share what they leave alone.</summary>
    public static ImmutableList<T> ToShared<T>(this IReadOnlyList<T> items) => items as ImmutableList<T> ?? [.. items];

    private static int IndexOf(this SheetMap map, string key)
    {
        var index = 0;
        foreach (var entry in map.Entries)
        {
            if (entry.Key.Value == key)
            {
                return index;
            }

            index++;
        }

        return -1;
    }
}
