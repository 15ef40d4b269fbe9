using System.Globalization;
using VirtualStage.Productions.Performances;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Files;
using VirtualStage.Server.Journal;
using VirtualStage.Server.Performances;
using VirtualStage.Server.Productions;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Cluster;

/// <summary>Many productions that are played at once by one theatre on two servers.</summary>
public sealed class BalanceTests : IDisposable
{
    /// <summary>How many productions are played; <c>VIRTUALSTAGE_PERFORMANCES=100</c> is the long form.</summary>
    private static readonly int _many = int.Parse(Environment.GetEnvironmentVariable("VIRTUALSTAGE_PERFORMANCES") ?? "20", CultureInfo.InvariantCulture);

    private readonly TempFolder _folder = new();
    private int _opened;

    [Fact]
    public async Task Performances_are_spread_evenly_and_new_ones_go_to_the_server_that_has_fewer()
    {
        var production = LongCueProduction.WriteTo(_folder["crowd"], 2);
        await using var cluster = await ClusterTheatre.Start("--no-bots", "--no-recording", "--production", production);
        var (first, second) = (cluster.Servers[0], cluster.Servers[1]);

        Open(cluster, production, _many);
        var spread = await Homes(cluster);
        TestContext.Current.TestOutputHelper?.WriteLine(await LoopLoad.Json(cluster, spread));
        Assert.InRange(spread[first], 0.4 * _many, 0.6 * _many);
        Assert.InRange(spread[second], 0.4 * _many, 0.6 * _many);

        // All are on the first while the second is away, and stay there; new ones go to the second.
        await second.Signal("TERM");
        spread = await Eventually.Get(async () => await Homes(cluster) is var homes && homes[second] == 0 ? homes : null);
        await second.StartAgain();
        Open(cluster, production, _many / 2);
        var after = await Homes(cluster);
        Assert.Equal((spread[first], _many / 2), (after[first], after[second]));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>
    /// Takes productions in and opens a performance of each, as another server of the theatre does it. The servers find them
    /// all at once.
    /// </summary>
    private void Open(ClusterTheatre cluster, string folder, int count)
    {
        using var database = PostgresDatabase.Open(cluster.Database);
        var journal = new DatabaseJournal(database, TimeProvider.System);
        var productions = new ProductionStore(journal, new FileStore(database));
        var source = ProductionSource.FromFolder(folder);
        foreach (var id in Enumerable.Range(_opened, count).Select(number => $"crowd-no-{number}"))
        {
            Assert.True(productions.Import(source with { Id = id }).Answer.Accepted);
            var opened = new Performance(version => productions.Load(id, version)).Open(Guid.NewGuid().ToString(), null, productions.StateOf(id).Revision);
            new PerformanceJournal(journal, $"{id}-1").Append(0, opened.Events);
        }

        _opened += count;
    }

    /// <summary>How many of the opened performances each server has, when all of them have one.</summary>
    private Task<Dictionary<RunningTheatre, int>> Homes(ClusterTheatre cluster) => Eventually.Get(() =>
    {
        var homes = cluster.Homes().Where(home => home.Performance.StartsWith("crowd-no-", StringComparison.Ordinal)).ToList();
        return Task.FromResult(homes.Count < _opened
            ? null
            : cluster.Servers.ToDictionary(server => server, server => homes.Count(home => home.Server == server)));
    });
}
