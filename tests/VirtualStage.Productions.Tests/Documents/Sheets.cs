using FsCheck;
using FsCheck.Fluent;
using VirtualStage.Productions.Documents;
using VirtualStage.Productions.Scripts.Reading;

namespace VirtualStage.Productions.Tests.Documents;

/// <summary>Documents that say anything at all, in the shape of a sheet or in none.</summary>
internal static class Sheets
{
    private static readonly Gen<string> _scrap = Gen.Elements(
        "a", "B", "é", "ß", "7", "0", "-", ".", ",", ":", ": ", " ", "  ", "#", " #", "'", "\"", "\\", "{", "}", "[", "]", "&", "*", "!", "|", ">",
        "?", "%", "@", "`", "~", "=", "<<", "\n", "\r", "\t", "\0", "\u0085", "\u00a0", "\u2028", "\ufeff", "\ue000", "😀", "e5", "0x", "null", "true", "no", "---", "...");

    private static readonly Gen<string> _text = Gen.Frequency(
        (4, _scrap.ListOf().Resize(8).Select(string.Concat)),
        (2, Gen.Elements("null", "~", "", "true", "No", "1", "1.50", "-3e2", "0x1F", "1_000", "12:30", "2020-01-01", ".inf", "LX 12", "Who's there?", "The king, the queen")));

    private static readonly Gen<SheetNode> _scalar = Gen.Frequency(
        (8, _text.Select(text => (SheetNode)new SheetText(text, IsNull: false, default))),
        (1, Gen.Constant((SheetNode)new SheetText("null", IsNull: true, default))));

    private static readonly Gen<string> _key = Gen.Frequency(
        (3, _text), (3, Gen.Elements("title", "stage", "cues", "look", "x", "size", "armed", "arguments", "number")));

    public static Arbitrary<ProductionDocument> Any { get; } = Map(4).Where(map => map.Entries.Count > 0).Select(map => new ProductionDocument(map)).ToArbitrary();

    private static Gen<SheetNode> Node(int depth) => depth == 0
        ? _scalar
        : Gen.Frequency((3, _scalar), (1, Map(depth - 1).Select(map => (SheetNode)map)), (1, List(depth - 1)));

    private static Gen<SheetNode> List(int depth) =>
        Node(depth).ListOf().Resize(5).Select(items => (SheetNode)new SheetList([.. items], default));

    private static Gen<SheetMap> Map(int depth) =>
        (from key in _key from value in Node(depth) select (new SheetText(key, IsNull: false, default), value))
        .ListOf().Resize(6)
        .Select(entries => new SheetMap([.. entries.DistinctBy(entry => entry.Item1.Value)], default));
}
