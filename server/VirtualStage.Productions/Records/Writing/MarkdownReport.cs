using System.Text;
using VirtualStage.Contracts.Console;

namespace VirtualStage.Productions.Records.Writing;

/// <summary>A report as Markdown with tables.</summary>
public static class MarkdownReport
{
    private const string Marks = @"\`*_{}[]<>#|~&";

    /// <param name="zone">The theatre's time zone.</param>
    public static string Write(RunReport report, TimeZoneInfo zone)
    {
        var text = new ReportText(report, zone);
        var markdown = new StringBuilder($"# {Escaped(text.Title)}\n\n{Escaped(text.Subtitle)}\n");
        foreach (var table in text.Tables)
        {
            markdown.Append($"\n## {table.Title}\n\n");
            if (table.Rows.Count == 0)
            {
                markdown.Append("None.\n");
                continue;
            }

            AppendRow(table.Columns);
            AppendRow(table.Columns.Select(_ => "---"));
            foreach (var row in table.Rows)
            {
                AppendRow(row.Select(Escaped));
            }
        }

        return markdown.ToString();

        void AppendRow(IEnumerable<string> cells) => markdown.Append($"| {string.Join(" | ", cells)} |\n");
    }

    /// <summary>What people wrote, so that no mark of it means anything, on one line.</summary>
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            escaped.Append(letter switch
            {
                '\r' or '\n' or '\t' => " ",
                _ when Marks.Contains(letter) => $@"\{letter}",
                _ => letter.ToString(),
            });
        }

        return escaped.ToString();
    }
}
