using VirtualStage.Productions.Scripts;
using VirtualStage.Productions.Scripts.Reading;

namespace VirtualStage.Productions.Documents;

/// <summary>A cue as it stands in a document.</summary>
/// <param name="Siblings">The list or group that it stands in.</param>
internal sealed record SheetCue(string Number, SheetMap Node, IReadOnlyList<SheetNode> Siblings);

/// <summary>The cues of a sheet wherever they stand: in the main list, the cart, the company's own lists, and groups.</summary>
internal static class CueLists
{
    private static readonly SheetReference[] _references =
        [.. new[] { "goTo", "pause", "resume", "stop", "fade" }.Select(key => new SheetReference(key, IsInCue: true))];

    /// <summary>A cue's number; null for what has none.</summary>
    public static string? NumberOf(SheetNode cue) => (cue as SheetMap)?.Text("number");

    /// <summary>Every cue of a sheet.</summary>
    public static IEnumerable<SheetCue> All(SheetMap root) => Top(root).SelectMany(list => Within(list.Items));

    /// <summary>A cue and the members of its group, and of theirs.</summary>
    public static IEnumerable<SheetCue> Within(SheetNode cue) => Within([cue]);

    /// <summary>Numbers from one cue to another in the same list or group; none when the other does not stand behind it.</summary>
    public static IReadOnlyList<string> Range(SheetMap root, string from, string to)
    {
        var siblings = All(root).FirstOrDefault(cue => cue.Number == from)?.Siblings ?? [];
        var numbers = siblings.Select(NumberOf).OfType<string>().ToList();
        var (first, last) = (numbers.IndexOf(from), numbers.IndexOf(to));
        return first < 0 || last < first ? [] : numbers[first..(last + 1)];
    }

    /// <summary>The sheet with every list of cues (groups' as well) as a function gives it back, outer lists first.</summary>
    public static SheetMap Change(SheetMap root, Func<IReadOnlyList<SheetNode>, IReadOnlyList<SheetNode>> change)
    {
        var changed = ListAt(ListAt(root, "cues", change), "cart", change);
        return root.Get("lists") is SheetMap lists
            ? Set(changed, "lists", lists, lists.Entries.Aggregate(lists, (all, list) => ListAt(all, list.Key.Value, change)))
            : changed;
    }

    /// <summary>The sheet with other numbers for cues, also where other cues name them.</summary>
    public static SheetMap Renumber(SheetMap root, IReadOnlyDictionary<string, string> numbers) =>
        ChangeCues(root, cue => NumberOf(cue) is { } number && numbers.TryGetValue(number, out var given)
            ? References(cue, numbers).With("number", new SheetText(given, IsNull: false, default))
            : References(cue, numbers));

    /// <summary>The sheet with other numbers where cues name other cues.</summary>
    public static SheetMap RenameReferences(SheetMap root, IReadOnlyDictionary<string, string> numbers) =>
        ChangeCues(root, cue => References(cue, numbers));

    /// <summary>The sheet with every cue as a function gives it back.</summary>
    public static SheetMap ChangeCues(SheetMap root, Func<SheetMap, SheetMap> change) => Change(root, cues =>
    {
        var (changed, index) = (cues, 0);
        foreach (var cue in cues)
        {
            if (cue is SheetMap map && change(map) is var other && !ReferenceEquals(map, other))
            {
                changed = changed.ToShared().SetItem(index, other);
            }

            index++;
        }

        return changed;
    });

    /// <summary>The items of a list by its name; null when the sheet has no such list.</summary>
    public static IReadOnlyList<SheetNode>? Named(SheetMap root, string list) => list switch
    {
        CueList.Main => ItemsOf(root.Get("cues")),
        CueList.Cart => ItemsOf(root.Get("cart")),
        _ => (root.Get("lists") as SheetMap)?.Get(list) is { } node ? ItemsOf(node) : null,
    };

    /// <summary>The sheet with other items in a list that it has.</summary>
    public static SheetMap Put(SheetMap root, string list, IReadOnlyList<SheetNode> items)
    {
        var node = new SheetList(items, default);
        return list switch
        {
            CueList.Main => root.With("cues", node),
            CueList.Cart => root.With("cart", node),
            _ => root.With("lists", ((SheetMap)root.Get("lists")!).With(list, node)),
        };
    }

    private static IEnumerable<SheetList> Top(SheetMap root) =>
        new[] { root.Get("cues"), root.Get("cart") }
            .Concat((root.Get("lists") as SheetMap)?.Entries.Select(entry => entry.Value) ?? [])
            .OfType<SheetList>();

    private static IEnumerable<SheetCue> Within(IReadOnlyList<SheetNode> cues) => cues.OfType<SheetMap>().SelectMany(cue =>
        Within(ItemsOf(GroupOf(cue)?.Get("cues"))).Prepend(new SheetCue(NumberOf(cue) ?? "", cue, cues)));

    private static SheetMap? GroupOf(SheetMap cue) => cue.Get("group") as SheetMap;

    private static IReadOnlyList<SheetNode> ItemsOf(SheetNode? node) => (node as SheetList)?.Items ?? [];

    private static SheetMap References(SheetMap cue, IReadOnlyDictionary<string, string> numbers) =>
        _references.Aggregate(cue, (changed, reference) => reference.Renamed(changed, numbers));

    private static SheetMap ListAt(SheetMap map, string key, Func<IReadOnlyList<SheetNode>, IReadOnlyList<SheetNode>> change)
    {
        if (map.Get(key) is not SheetList list)
        {
            return map;
        }

        var items = change(list.Items);
        var index = 0;
        foreach (var item in items)
        {
            if (item is SheetMap cue && GroupOf(cue) is { } group)
            {
                var inner = Set(cue, "group", group, ListAt(group, "cues", change));
                items = ReferenceEquals(cue, inner) ? items : items.ToShared().SetItem(index, inner);
            }

            index++;
        }

        return ReferenceEquals(items, list.Items) ? map : map.With(key, new SheetList(items, default));
    }

    private static SheetMap Set(SheetMap map, string key, SheetNode former, SheetNode value) =>
        ReferenceEquals(former, value) ? map : map.With(key, value);
}
