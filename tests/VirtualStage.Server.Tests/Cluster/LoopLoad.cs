using System.Diagnostics;
using System.Globalization;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Cluster;

/// <summary>What the stages of two servers cost their loops: told, and nothing is decided by it.</summary>
internal static class LoopLoad
{
    private const string Turns = "virtualstage_turn_duration_seconds";

    /// <summary>Looks at the loops until each has turned two hundred times.</summary>
    /// <returns>A line of JSON: performances by server, and turns a second and milliseconds a turn of each.</returns>
    public static async Task<string> Json(ClusterTheatre cluster, Dictionary<RunningTheatre, int> performances)
    {
        var loads = await Task.WhenAll(cluster.Servers.Select(async server =>
        {
            var (before, since) = (await cluster.Scrape(server), Stopwatch.StartNew());
            var after = await Eventually.Get(async () =>
                await cluster.Scrape(server) is var now && Count(now) > Count(before) + 200 ? now : null);
            var turns = Count(after) - Count(before);
            return (PerSecond: turns / since.Elapsed.TotalSeconds, Ms: 1000 * (after.Sum($"{Turns}_sum") - before.Sum($"{Turns}_sum")) / turns);
        }));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"balance\":\"two servers\",\"performances\":{performances.Values.Sum()},\"byServer\":[{string.Join(',', cluster.Servers.Select(server => performances[server]))}],\"turnsPerSecond\":[{List(loads.Select(load => load.PerSecond))}],\"meanTurnMs\":[{List(loads.Select(load => load.Ms))}]}}");
    }

    private static double Count(Scrape scrape) => scrape.Sum($"{Turns}_count");

    private static string List(IEnumerable<double> values) => string.Join(',', values.Select(value => value.ToString("0.0", CultureInfo.InvariantCulture)));
}
