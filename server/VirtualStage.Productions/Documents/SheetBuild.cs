using System.Globalization;
using VirtualStage.Productions.Scripts.Reading;

namespace VirtualStage.Productions.Documents;

/// <summary>Makes nodes that stand in no file.</summary>
internal static class SheetBuild
{
    public static SheetText Text(string text) => new(text, IsNull: false, default);

    public static SheetText Number(double number) => Text(Math.Round(number, 3).ToString("0.###", CultureInfo.InvariantCulture));

    public static SheetList List(IEnumerable<SheetNode> items) => new([.. items], default);

    /// <summary>A mapping; what is null is left out.</summary>
    public static SheetMap Map(params IEnumerable<(string Key, SheetNode? Value)> entries) => new(
        [.. entries.Where(entry => entry.Value is not null).Select(entry => (Text(entry.Key), entry.Value!))], default);
}
