using System.Text;
using System.Text.Encodings.Web;
using VirtualStage.Contracts.Console;

namespace VirtualStage.Productions.Records.Writing;

/// <summary>A report as a page of its own, to be read and printed.</summary>
public static class HtmlReport
{
    private const string Style = """
        :root { color-scheme: light dark; }
        body { font: 1rem/1.4 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
        h1 { margin-bottom: 0; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
        th, td { text-align: left; vertical-align: top; padding: 0.2rem 0.8rem 0.2rem 0; border-bottom: 1px solid color-mix(in srgb, currentColor 25%, transparent); overflow-wrap: anywhere; }
        @media print {
          @page { margin: 15mm; }
          body { font-size: 9pt; max-width: none; margin: 0; padding: 0; }
          .scroll { overflow: visible; }
          thead { display: table-header-group; }
          tr { break-inside: avoid; }
          h2 { break-after: avoid; }
        }
        """;

    /// <param name="zone">The theatre's time zone.</param>
    public static string Write(RunReport report, TimeZoneInfo zone)
    {
        var text = new ReportText(report, zone);
        var html = new StringBuilder($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Escaped(text.Title)}</title>
            <style>
            {Style}
            </style>
            </head>
            <body>
            <main>
            <h1>{Escaped(text.Title)}</h1>
            <p>{Escaped(text.Subtitle)}</p>

            """);
        foreach (var table in text.Tables)
        {
            Append(html, table);
        }

        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Append(StringBuilder html, ReportTable table)
    {
        html.Append($"<h2>{Escaped(table.Title)}</h2>\n");
        if (table.Rows.Count == 0)
        {
            html.Append("<p>None.</p>\n");
            return;
        }

        // A table that is wider than a phone is scrolled by keyboard as well.
        html.Append($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{Escaped(table.Title)}\">\n<table>\n<thead><tr>");
        html.AppendJoin("", table.Columns.Select(column => $"<th scope=\"col\">{Escaped(column)}</th>"));
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>").AppendJoin("", row.Select(cell => $"<td>{Escaped(cell)}</td>")).Append("</tr>\n");
        }

        html.Append("</tbody>\n</table>\n</div>\n");
    }

    private static string Escaped(string text) => HtmlEncoder.Default.Encode(text);
}
