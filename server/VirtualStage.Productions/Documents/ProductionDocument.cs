using VirtualStage.Productions.Scripts;
using VirtualStage.Productions.Scripts.Reading;

namespace VirtualStage.Productions.Documents;

/// <summary>
/// What a production.yaml says, as values: immutable, and what an edit leaves alone it shares. Comments and the
/// author's own layout are not in it.
/// </summary>
public sealed class ProductionDocument : IEquatable<ProductionDocument>
{
    internal ProductionDocument(SheetMap root) => Root = root;

    /// <summary>What the playbill says; empty where that is missing.</summary>
    public string Title => Root.Text("title") ?? "";

    internal SheetMap Root { get; }

    /// <summary>Reads the text of a production.yaml. Only its syntax is checked.</summary>
    /// <exception cref="ProductionException">It is not YAML, or no mapping.</exception>
    public static ProductionDocument Parse(string yaml)
    {
        var errors = new ErrorList(ProductionFolder.SheetName);
        var root = SheetParser.Parse(yaml, errors);
        if (errors.IsEmpty && root is SheetMap map)
        {
            return new ProductionDocument(map);
        }

        if (errors.IsEmpty)
        {
            errors.Add(root!.Place, $"a production is a mapping of keys to values, not {root.Kind}");
        }

        throw new ProductionException(errors.InOrder);
    }

    /// <summary>The text of a production.yaml that says the same.</summary>
    public string ToYaml() => YamlWriter.Write(Root);

    /// <summary>JSON with the keys of production.yaml. Numbers and truths are JSON's own, all else is text.</summary>
    public string ToJson() => SheetJson.Write(Root);

    /// <summary>True when both say the same in the same order.</summary>
    public bool Equals(ProductionDocument? other) => other is not null && SheetEquality.Same(Root, other.Root);

    public override bool Equals(object? obj) => Equals(obj as ProductionDocument);

    public override int GetHashCode() => HashCode.Combine(Title, Root.Entries.Count);
}
