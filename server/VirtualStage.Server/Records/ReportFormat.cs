using System.Text.Json;
using VirtualStage.Contracts.Console;
using VirtualStage.Productions.Records.Writing;

namespace VirtualStage.Server.Records;

/// <summary>The forms that a report comes in.</summary>
internal sealed record ReportFormat(string Name, string MediaType, Func<RunReport, TimeZoneInfo, string> Write)
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    public static readonly ReportFormat[] All =
    [
        new("md", "text/markdown; charset=utf-8", MarkdownReport.Write),
        new("csv", "text/csv; charset=utf-8", (report, _) => CsvReport.Write(report)),
        new("html", "text/html; charset=utf-8", HtmlReport.Write),
        new("json", "application/json", (report, _) => JsonSerializer.Serialize(report, _json)),
    ];

    public static ReportFormat? Find(string name) => Array.Find(All, format => format.Name == name);
}
