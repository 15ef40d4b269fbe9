using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using VirtualStage.Productions.Scripts;
using VirtualStage.Productions.Scripts.Reading;

namespace VirtualStage.Productions.CueTables;

/// <summary>A row of a table of cues: its cells by their columns, without those that are empty.</summary>
/// <param name="Line">The line of the file that it begins on.</param>
internal sealed record CueTableRow(int Line, IReadOnlyDictionary<string, string> Cells)
{
    public string? this[string column] => Cells.GetValueOrDefault(column);
}

/// <summary>Reads cues from CSV (RFC 4180), with commas, semicolons or tabs as the header has them.</summary>
public sealed class CueTable
{
    /// <summary>Most bytes of a file, and most characters of its text.</summary>
    public const int Largest = 2 << 20;

    /// <summary>Most rows: as many edits as one command makes.</summary>
    public const int MostRows = 1000;

    private const int LongestCell = 5000;

    private readonly ErrorList _errors;
    private readonly string _csv;

    private CueTable(string csv, ErrorList errors) => (_csv, _errors) = (csv, errors);

    /// <summary>The rows; what is wrong with the table itself goes to the errors.</summary>
    internal static IReadOnlyList<CueTableRow> Read(string csv, ErrorList errors)
    {
        if (csv.Length > Largest)
        {
            errors.Add(default, $"this is larger than {Largest >> 20} MB");
            return [];
        }

        return new CueTable(csv.TrimStart('\uFEFF'), errors).Read();
    }

    private List<CueTableRow> Read()
    {
        using var parser = new CsvParser(new StringReader(_csv), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = DelimiterOf(_csv),
            BadDataFound = bad => _errors.Add(
                At(LineOf(bad.Context.Parser!)), "a quotation mark stands inside a cell; put the whole cell in quotes, and double the mark"),
            MaxFieldSize = LongestCell,
        });
        var rows = new List<CueTableRow>();
        try
        {
            var columns = parser.Read() ? Columns(parser.Record!) : null;
            if (columns is null)
            {
                _errors.Add(default, $"this is empty; its first line names the columns: {string.Join(',', CueColumns.All)}");
                return [];
            }

            while (_errors.IsEmpty && parser.Read())
            {
                if (rows.Count == MostRows)
                {
                    _errors.Add(At(LineOf(parser)), $"a table has at most {MostRows} cues; take the rest in with a second one");
                    break;
                }

                if (RowOf(parser, columns) is { Cells.Count: > 0 } row) rows.Add(row);
            }
        }
        catch (CsvHelperException)
        {
            _errors.Add(At(LineOf(parser)), $"a cell has at most {LongestCell} characters; is a quotation mark missing?");
        }

        if (_errors.IsEmpty && rows.Count == 0) _errors.Add(default, "there is no cue in it");
        return rows;
    }

    private string[] Columns(string[] header)
    {
        var columns = header.Select(cell => CueColumns.All.FirstOrDefault(
            column => column.Equals(cell.Trim(), StringComparison.OrdinalIgnoreCase)) ?? cell.Trim()).ToArray();
        foreach (var unknown in columns.Except(CueColumns.All))
        {
            _errors.Add(At(1), $"there is no column '{Clip.Short(unknown)}'; {Suggest.From(unknown, [.. CueColumns.All], _errors)}");
        }

        foreach (var twice in columns.GroupBy(column => column).Where(group => group.Count() > 1))
        {
            _errors.Add(At(1), $"the column '{Clip.Short(twice.Key)}' is there twice");
        }

        foreach (var missing in CueColumns.Required.Except(columns))
        {
            _errors.Add(At(1), $"the column '{missing}' is missing");
        }

        return columns;
    }

    private CueTableRow? RowOf(CsvParser parser, string[] columns)
    {
        var (line, cells) = (LineOf(parser), parser.Record!);
        if (cells.Length > columns.Length && cells.Skip(columns.Length).Any(cell => cell.Length > 0))
        {
            _errors.Add(At(line), $"this row has {cells.Length} cells, and the header {columns.Length}; put a cell with a '{parser.Delimiter}' in it in quotes");
            return null;
        }

        return new CueTableRow(line, columns.Zip(cells)
            .Where(cell => !string.IsNullOrWhiteSpace(cell.Second))
            .ToDictionary(cell => cell.First, cell => cell.Second.Trim()));
    }

    /// <summary>What stands between the columns of the header most often.</summary>
    private static string DelimiterOf(string csv)
    {
        var header = csv.AsSpan(0, Math.Max(0, csv.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? end : csv.Length));
        var (commas, semicolons, tabs) = (header.Count(','), header.Count(';'), header.Count('\t'));
        return semicolons > commas && semicolons >= tabs ? ";" : tabs > commas ? "\t" : ",";
    }

    /// <summary>The line that the current row begins on: the parser counts to its end.</summary>
    private static int LineOf(IParser parser) => parser.RawRow - parser.RawRecord.AsSpan().TrimEnd("\r\n").Count('\n');

    private static Place At(int line) => new(line, 0);
}
