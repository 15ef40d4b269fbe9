using VirtualStage.Plays;
using VirtualStage.Productions.Scripts;
using VirtualStage.Productions.Scripts.Reading;

namespace VirtualStage.Productions.Documents;

/// <summary>
/// Reads a document that has errors again, so that each is told with the part that it stands in: nodes are given
/// numbers of parts in place of lines of a file.
/// </summary>
internal sealed class PartErrors
{
    private readonly List<string> _parts = [];

    private PartErrors()
    {
    }

    /// <summary>What is wrong with a document; the part's name stands where a file's would.</summary>
    public static IReadOnlyList<ProductionError> Of(string id, SheetMap root, Play play, IReadOnlyList<ProductionFile>? files)
    {
        var labels = new PartErrors();
        var errors = new ErrorList(ProductionFolder.SheetName);
        new ProductionReader(errors, files, isEdited: true).Read(id, labels.Root(root), play);
        // Errors in a file that the sheet names have their place there.
        return [.. errors.InOrder.Select(error => error.File != ProductionFolder.SheetName ? error : error with
        {
            File = labels._parts.ElementAtOrDefault(error.Line - 1) ?? error.File,
            Line = 0,
            Column = 0,
        })];
    }

    private SheetMap Root(SheetMap root)
    {
        var place = Next("the production");
        return Entries(root, place, (key, value) => key switch
        {
            "cues" or "cart" => Cues(value, Next(key)),
            "stage" when value is SheetMap stage => Entries(
                stage, Next(key), (inner, node) => Entry($"{key}.{inner}", node)),
            _ => Entry(key, value),
        });
    }

    private SheetNode Entry(string path, SheetNode value)
    {
        var place = Next(path);
        return NamedSection.Find(path) is { } section && value is SheetMap entries
            ? Entries(entries, place, (key, node) =>
            {
                var named = Next($"{section.What} {Clip.Short(key)}");
                return section.Path == "lists" ? Cues(node, named) : At(node, named);
            })
            : At(value, place);
    }

    private SheetNode Cues(SheetNode node, Place place) => node is SheetList list
        ? new SheetList([.. list.Items.Select(item => Cue(item, place))], place)
        : At(node, place);

    private SheetNode Cue(SheetNode node, Place place)
    {
        if (node is not SheetMap cue)
        {
            return At(node, place);
        }

        var own = CueLists.NumberOf(cue) is { } number ? Next(SheetParts.Cue(Clip.Short(number))) : Next("a cue without a number");
        return Entries(cue, own, (key, value) => key == "group" && value is SheetMap group
            ? Entries(group, own, (inner, members) => inner == "cues" ? Cues(members, own) : At(members, own))
            : At(value, own));
    }

    private Place Next(string part)
    {
        _parts.Add(part);
        return new Place(_parts.Count, 0);
    }

    private static SheetMap Entries(SheetMap map, Place place, Func<string, SheetNode, SheetNode> value)
    {
        var entries = new List<(SheetText Key, SheetNode Value)>();
        foreach (var (key, inner) in map.Entries)
        {
            var node = value(key.Value, inner);
            // A name that is wrong is told with its own part, not with the section.
            entries.Add((key with { Place = node.Place }, node));
        }

        return new SheetMap(entries, place);
    }

    private static SheetNode At(SheetNode node, Place place) => node switch
    {
        SheetText text => text with { Place = place },
        SheetList list => new SheetList([.. list.Items.Select(item => At(item, place))], place),
        SheetMap map => Entries(map, place, (_, value) => At(value, place)),
        _ => node,
    };
}
