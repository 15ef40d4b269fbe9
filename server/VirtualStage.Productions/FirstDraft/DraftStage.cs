using VirtualStage.Productions.Scripts.Reading;
using static VirtualStage.Productions.Documents.SheetBuild;

namespace VirtualStage.Productions.FirstDraft;

/// <summary>A plain stage: rows of marks from the front to the back, and an entrance at each corner.</summary>
/// <param name="places">How many must be able to stand on it at once.</param>
internal sealed class DraftStage(int places)
{
    private const int Columns = 7;
    private const double Spacing = 1.6;
    private const double Width = (Columns * Spacing) + 0.8;
    private const double FromTheFront = 1.5;

    private static readonly string[] _rows = ["down-", "", "up-"];
    private static readonly string[] _columns = ["far-right", "right", "mid-right", "centre", "mid-left", "left", "far-left"];

    /// <summary>From the middle outwards: who comes first stands in the middle of the second row.</summary>
    private static readonly int[] _fromTheMiddle = [3, 2, 4, 1, 5, 0, 6];

    /// <summary>The entrances, as calls name them.</summary>
    public static readonly string[] Entrances = ["stage-left", "stage-right", "up-left", "up-right"];

    private readonly int _rowCount = Math.Max(3, (places + Columns - 1) / Columns);

    /// <summary>The mark that is taken when so many are.</summary>
    public static string MarkAt(int taken)
    {
        var row = taken / Columns;
        // The middle row before the front one, the front one before those behind.
        return MarkName(row < 2 ? 1 - row : row, _fromTheMiddle[taken % Columns]);
    }

    /// <summary>Whether that mark lies to stage left of the middle.</summary>
    public static bool IsLeft(int taken) => _fromTheMiddle[taken % Columns] > (Columns - 1) / 2;

    private double Depth => (_rowCount * Spacing) + FromTheFront + 1.5;

    public SheetMap ToSheet()
    {
        var (side, back) = ((Width / 2) + 1.5, (-Depth / 2) + 1);
        return Map(
            ("width", Number(Width)),
            ("depth", Number(Depth)),
            ("entrances", Map(
                ("stage-left", At(side, 1)), ("stage-right", At(-side, 1)), ("up-left", At(side, back)), ("up-right", At(-side, back)))),
            ("marks", Map(Enumerable.Range(0, _rowCount).SelectMany(row => Enumerable.Range(0, Columns).Select(column => Mark(row, column))))));
    }

    private (string, SheetNode?) Mark(int row, int column)
    {
        var x = (column - ((Columns - 1) / 2)) * Spacing;
        var z = (Depth / 2) - FromTheFront - (row * Spacing);
        // Everybody is turned a little towards the middle, open to the house.
        return (MarkName(row, column), Map(("x", Number(x)), ("z", Number(z)), ("facing", column == 3 ? null : Number(-x * 8))));
    }

    private static string MarkName(int row, int column) =>
        (row < _rows.Length ? _rows[row] : $"row-{row + 1}-") + _columns[column];

    private static SheetMap At(double x, double z) => Map(("x", Number(x)), ("z", Number(z)));
}
