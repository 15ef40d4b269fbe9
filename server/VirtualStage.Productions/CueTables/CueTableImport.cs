using VirtualStage.Contracts.Productions;
using VirtualStage.Plays;
using VirtualStage.Productions.Documents;
using VirtualStage.Productions.Editing;
using VirtualStage.Productions.Scripts;
using VirtualStage.Productions.Scripts.Reading;

namespace VirtualStage.Productions.CueTables;

/// <summary>Takes the cues of a table into a production: all of them, or none.</summary>
public static class CueTableImport
{
    /// <summary>The command that puts a table's cues into a production.</summary>
    /// <param name="csv">The table; its columns are <see cref="CueColumns.All"/>.</param>
    /// <param name="file">The table's name, for errors.</param>
    /// <exception cref="ProductionException">Something is wrong in the table; every error names its line.</exception>
    public static EditProduction Of(ProductionState state, string csv, string file)
    {
        var errors = new ErrorList(file);
        var rows = CueTable.Read(csv, errors);
        var maker = new CueOfRow(errors);
        var cues = rows.Select(row => (Row: row, Cue: maker.Make(row))).ToList();
        Throw(errors);
        var (edits, root) = Insert(state, [.. cues.Select(pair => (pair.Row, pair.Cue!))], errors);
        Throw(errors);
        try
        {
            _ = state.Files!.Load(new ProductionDocument(root));
        }
        catch (ProductionException problem)
        {
            throw new ProductionException([.. problem.Errors.Select(error => InTable(error, rows, file)).OrderBy(error => error.Line)]);
        }

        return new EditProduction(edits, $"cues from {Clip.Short(file)}");
    }

    private static (IProductionEdit[] Edits, SheetMap Root) Insert(
        ProductionState state, IReadOnlyList<(CueTableRow Row, SheetMap Cue)> cues, ErrorList errors)
    {
        var order = state.Files!.Play.Lines.Select((line, index) => (line.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);
        var (edits, root) = (new List<IProductionEdit>(), state.Document.Root);
        foreach (var (row, cue) in cues)
        {
            var list = row[CueColumns.List] ?? CueList.Main;
            var edit = new InsertCue(SheetJson.Write(cue), Before(root, list, row[CueColumns.Line], order), list);
            try
            {
                root = root.With(edit);
                edits.Add(edit);
            }
            catch (EditRefusal refusal)
            {
                errors.Add(new Place(row.Line, 0), refusal.Message);
            }
        }

        return ([.. edits], root);
    }

    /// <summary>
    /// The cue that a new one stands behind: in the main list the last one that is not called later, or the end of its
    /// chain; in any other list the last one. Null for a list's beginning.
    /// </summary>
    private static string? Before(SheetMap root, string list, string? line, Dictionary<string, int> order)
    {
        var cues = (CueLists.Named(root, list) ?? []).OfType<SheetMap>().ToList();
        var last = cues.Count - 1;
        if (list == CueList.Main && line is not null && order.TryGetValue(line, out var at))
        {
            last = cues.FindLastIndex(cue => cue.Text("line") is { } other && order.GetValueOrDefault(other, int.MaxValue) <= at);
            while (last >= 0 && last < cues.Count - 1 && cues[last].Text("continue") is not (null or "none"))
            {
                last++;
            }
        }

        return last < 0 ? null : CueLists.NumberOf(cues[last]);
    }

    /// <summary>An error of a cue that the table brought is told with its line there.</summary>
    private static ProductionError InTable(ProductionError error, IReadOnlyList<CueTableRow> rows, string file) =>
        rows.FirstOrDefault(row => SheetParts.Cue(Clip.Short(row[CueColumns.Number]!)) == error.File) is { } row
            ? new ProductionError(file, row.Line, 0, error.Message)
            : error;

    private static void Throw(ErrorList errors)
    {
        if (!errors.IsEmpty)
        {
            throw new ProductionException(errors.InOrder);
        }
    }
}
