using System.Text;
using VirtualStage.Productions.Scripts.Reading;

namespace VirtualStage.Productions.Documents;

/// <summary>Whether a sheet can be written to a file that can be read again.</summary>
internal static class SheetSize
{
    private const int MostNodes = 300_000;

    public static bool IsTooLarge(SheetMap root)
    {
        var (nodes, letters) = Count(root);
        // Most letters are written as they are; only a sheet that comes near is written to see.
        return nodes > MostNodes
            || (letters + (8L * nodes) > ProductionFolder.LargestSheet / 4
                && Encoding.UTF8.GetByteCount(YamlWriter.Write(root)) > ProductionFolder.LargestSheet);
    }

    private static (int Nodes, long Letters) Count(SheetNode node) => node switch
    {
        SheetText text => (1, text.Value.Length),
        SheetList list => list.Items.Aggregate((1, 0L), (sum, item) => Sum(sum, Count(item))),
        SheetMap map => map.Entries.Aggregate((1, 0L), (sum, entry) => Sum(sum, Sum(Count(entry.Key), Count(entry.Value)))),
        _ => default,
    };

    private static (int Nodes, long Letters) Sum((int Nodes, long Letters) one, (int Nodes, long Letters) other) =>
        (one.Nodes + other.Nodes, one.Letters + other.Letters);
}
