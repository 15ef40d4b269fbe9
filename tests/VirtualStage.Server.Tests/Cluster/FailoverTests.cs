using System.Globalization;
using System.Net;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Cluster;

/// <summary>A show whose server is taken away goes on on the other one. Not beside other clusters: a starved server is not a dead one.</summary>
[Collection(nameof(FailoverTests))]
public sealed class FailoverTests
{
    /// <summary>How often a server is taken away; with more than one the stage and the house are full.</summary>
    private static readonly int _rounds = int.Parse(Environment.GetEnvironmentVariable("VIRTUALSTAGE_FAILOVERS") ?? "1", CultureInfo.InvariantCulture);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("KILL")]
    [InlineData("STOP")]
    [InlineData("TERM")]
    public async Task When_the_server_that_has_the_stage_goes_the_show_goes_on_on_the_other(string signal)
    {
        var (actors, spectators) = _rounds > 1 ? (20, 200) : (2, 3);
        using var folder = new TempFolder();
        // Slow, so that the cue of a minute is in its middle still when a busy machine has the stage up again.
        await using var cluster = await ClusterTheatre.Start(
            "--no-bots", "--speed", "0.4", "--production", LongCueProduction.WriteTo(folder["crowd"], actors));
        using var failover = new Failover(cluster, actors, spectators);
        await failover.Begin();
        var rounds = new List<Failover.Figures>();
        while (rounds.Count < _rounds)
        {
            var struck = cluster.Home();
            rounds.Add(await failover.Round(signal));
            if (rounds.Count < _rounds)
            {
                await struck.StartAgain();
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(Failover.Figures.Json(rounds, actors, spectators));
        failover.AssertNothingIsLostOrDoneTwice();
        await failover.AssertTheRecordingIsOneAndWhole();
    }

    /// <summary>As docs/operations.md says it: the one, and when the new one is ready the other.</summary>
    [Fact]
    public async Task An_upgrade_takes_one_server_after_the_other_in_the_middle_of_a_cue_and_loses_nothing()
    {
        using var folder = new TempFolder();
        await using var cluster = await ClusterTheatre.Start(
            "--no-bots", "--speed", "0.4", "--production", LongCueProduction.WriteTo(folder["crowd"], 2));
        using var failover = new Failover(cluster, actors: 2, spectators: 3);
        await failover.Begin();
        foreach (var old in new[] { cluster.Home(), cluster.Other(cluster.Home()) })
        {
            Assert.Equal(old, cluster.Home());
            await failover.Round("TERM");
            Assert.Equal(0, await old.Ended());

            await old.StartAgain();
            using var http = old.Stranger();
            await Eventually.So(async () => (await http.GetAsync("/health/ready", Cancel)).StatusCode == HttpStatusCode.OK);
            // It plays what is on, whoever has the stage.
            using var seat = await HouseSeat.Take(old);
            Assert.NotNull(await seat.Watch());
        }

        failover.AssertNothingIsLostOrDoneTwice();
        await failover.AssertTheRecordingIsOneAndWhole();
    }
}
