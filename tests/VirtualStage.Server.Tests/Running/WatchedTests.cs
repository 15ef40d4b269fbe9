using System.Text.RegularExpressions;
using VirtualStage.Server.Tests.Support;
using VirtualStage.Server.Tests.Watching;

namespace VirtualStage.Server.Tests.Running;

/// <summary>What a theatre tells of itself beside what is asked of it: by the dashboard, the alerts and the documentation.</summary>
[Collection(nameof(MetricsTheatre))]
public sealed partial class WatchedTests(MetricsTheatre watched)
{
    private static readonly string[] _endings = ["_bucket", "_sum", "_count"];

    [Fact]
    public async Task Every_metric_that_the_dashboard_or_an_alert_asks_for_is_there()
    {
        var names = (await Scrape.Of(watched.Port)).Names;
        var asked = Queries.All.SelectMany(query => Queries.MetricsIn(query.Query), (query, metric) => (query.Where, Metric: metric)).ToList();
        Assert.InRange(asked.Select(ask => ask.Metric).Distinct().Count(), 40, 200);
        Assert.All(
            asked.Where(ask => IsKnown(ask.Metric)),
            ask => Assert.True(names.Contains(ask.Metric), $"{ask.Where} asks for {ask.Metric}, which is not there"));
    }

    [Fact]
    public async Task The_documentation_has_every_metric_of_the_theatre_and_none_that_is_not()
    {
        var exposed = (await Scrape.Of(watched.Port)).Names.Select(WithoutEnding).Distinct().ToList();
        var told = MetricPattern().Matches(File.ReadAllText(Repository.File("docs/operations.md"))).Select(match => match.Groups[1].Value).Where(IsKnown).ToList();

        Assert.Equal(told.Count, told.Distinct().Count());
        Assert.Equal(
            exposed.Where(name => name.StartsWith("virtualstage_", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            told.Where(name => name.StartsWith("virtualstage_", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.All(told, name => Assert.Contains(name, exposed));
        Assert.All(
            Queries.All.SelectMany(query => Queries.MetricsIn(query.Query)).Select(WithoutEnding).Where(IsKnown).Distinct(),
            name => Assert.Contains(name, told));
    }

    private static string WithoutEnding(string name) =>
        Array.Find(_endings, ending => name.EndsWith("_seconds" + ending, StringComparison.Ordinal)) is { } ending ? name[..^ending.Length] : name;

    /// <summary>Where nobody can be cut out, nothing says how long that takes.</summary>
    private bool IsKnown(string metric) => watched.HasMatting || !metric.StartsWith("virtualstage_matting_duration", StringComparison.Ordinal);

    [GeneratedRegex("`((?:virtualstage|dotnet)_[a-z0-9_]*[a-z0-9])`")]
    private static partial Regex MetricPattern();
}
