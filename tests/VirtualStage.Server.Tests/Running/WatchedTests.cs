using VirtualStage.Server.Tests.Support;
using VirtualStage.Server.Tests.Watching;

namespace VirtualStage.Server.Tests.Running;

/// <summary>What a theatre tells of itself beside what is asked of it: by the dashboard, the alerts and the documentation.</summary>
[Collection(nameof(MetricsTheatre))]
public sealed class WatchedTests(MetricsTheatre watched)
{
    [Fact]
    public async Task Every_metric_that_the_dashboard_or_an_alert_asks_for_is_there()
    {
        var names = (await Scrape.Of(watched.Port)).Names;
        var asked = Queries.All.SelectMany(query => Queries.MetricsIn(query.Query), (query, metric) => (query.Where, Metric: metric)).ToList();
        Assert.InRange(asked.Select(ask => ask.Metric).Distinct().Count(), 40, 200);
        Assert.All(
            asked.Where(ask => watched.HasMatting || !ask.Metric.StartsWith("virtualstage_matting_duration", StringComparison.Ordinal)),
            ask => Assert.True(names.Contains(ask.Metric), $"{ask.Where} asks for {ask.Metric}, which is not there"));
    }
}
