using System.Text.Json;
using System.Text.RegularExpressions;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Watching;

/// <summary>The dashboard and the alerts that come with a theatre, and what their queries ask for.</summary>
internal static partial class Queries
{
    /// <summary>Prometheus makes this one itself.</summary>
    private const string OfPrometheus = "up";

    public static JsonElement Dashboard { get; } = JsonDocument.Parse(File.ReadAllText(Repository.File("deploy/grafana/virtualstage.json"))).RootElement;

    /// <summary>Panels with queries; rows have none.</summary>
    public static IReadOnlyList<JsonElement> Panels { get; } = [.. Dashboard.GetProperty("panels").EnumerateArray().Where(panel => panel.GetProperty("type").GetString() != "row")];

    public static string AlertsFile => Repository.File("deploy/prometheus/alerts.yml");

    public static string Alerts { get; } = File.ReadAllText(AlertsFile);

    /// <summary>Every query with where it stands.</summary>
    public static IReadOnlyList<(string Where, string Query)> All { get; } =
    [
        .. Panels.SelectMany(panel => panel.GetProperty("targets").EnumerateArray().Select(target => (
            $"panel {panel.GetProperty("title").GetString()}", target.GetProperty("expr").GetString()!))),
        .. AlertPattern().Matches(Alerts).Select(alert => ($"alert {alert.Groups[1].Value}", alert.Groups[2].Value)),
    ];

    /// <summary>The metrics that a query asks for: its words but functions, operators, labels and what stands in brackets.</summary>
    public static IEnumerable<string> MetricsIn(string query) => WordPattern().Matches(NoMetricsPattern().Replace(query, " "))
        .Select(word => word.Value)
        .Where(word => word is not ("and" or "or" or "unless" or "bool" or "offset") and not OfPrometheus)
        .Distinct();

    // Of each alert the name, and the query in one line or folded over several.
    [GeneratedRegex(@"- alert: (\w+)\r?\n +expr: (?:>-\r?\n)?((?:.+\r?\n?)+?)(?= +(?:for|labels):)")]
    private static partial Regex AlertPattern();

    [GeneratedRegex("\"[^\"]*\"|\\{[^}]*\\}|\\[[^\\]]*\\]|\\b[a-z_]+ (?=(?:by|without) ?\\()|\\b(?:by|without|on|ignoring|group_left|group_right) ?\\([^)]*\\)|\\b[a-z_0-9]+ ?(?=\\()|\\b[0-9][0-9.a-zA-Z]*")]
    private static partial Regex NoMetricsPattern();

    [GeneratedRegex("[a-zA-Z_:][a-zA-Z0-9_:]*")]
    private static partial Regex WordPattern();
}
