using System.Diagnostics;
using System.Globalization;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Cluster;

/// <summary>What an audience costs the server of the stage: there, and at another server.</summary>
public sealed class HouseCostTests
{
    /// <summary>How large it is; a figure is worth something from some hundreds on.</summary>
    private static readonly int _spectators = int.Parse(Environment.GetEnvironmentVariable("VIRTUALSTAGE_AUDIENCE") ?? "10", CultureInfo.InvariantCulture);

    private static readonly TimeSpan _measured = TimeSpan.FromSeconds(_spectators > 10 ? 15 : 3);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_audience_at_another_server_costs_the_stage_s_one_copy_of_the_frames()
    {
        await using var cluster = await ClusterTheatre.Start("--no-bots");
        var (home, elsewhere) = (cluster.Home(), cluster.Other(cluster.Home()));
        await using var director = await Director.Enter(home, home.Ticket("p-caller", "call", "cast"));
        await director.Do(new CastRole("hamlet", "p-hamlet"));
        await director.Do(new OpenHouse());
        using var player = await LivePlayer.Enter(home, home.Ticket("p-hamlet", "act"), "hamlet");
        var hasEnded = false;
        var playing = Play();

        // The one without an audience last: until then the code is compiled.
        var there = await Measure(cluster, home, elsewhere);
        var here = await Measure(cluster, home, home);
        var none = await Measure(cluster, home, null);

        hasEnded = true;
        await playing;
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"cluster\":\"audience\",\"spectators\":{_spectators},\"seconds\":{_measured.TotalSeconds},\"homeCpu\":{{\"without\":{none.Cpu:0.000},\"elsewhere\":{there.Cpu:0.000},\"here\":{here.Cpu:0.000}}},\"homeMb\":{{\"without\":{none.Megabytes:0},\"elsewhere\":{there.Megabytes:0},\"here\":{here.Megabytes:0}}},\"framesWatched\":{there.Watched},\"framesRelayed\":{there.Relayed},\"bytesRelayed\":{there.RelayedBytes:0}}}"));
        Assert.Equal((0, 0), (none.Relayed, none.Sent));
        // Each frame went there once, and never to a spectator from here.
        Assert.Equal(0, there.Sent);
        Assert.InRange(there.Relayed, 1, there.Frames + 1);
        Assert.InRange(there.Watched, there.Relayed * (_spectators / 2), int.MaxValue);
        Assert.Equal(0, here.Relayed);
        Assert.InRange(here.Sent, _spectators, int.MaxValue);

        // Round and round, so that every frame is another.
        async Task Play()
        {
            while (!hasEnded)
            {
                await player.For(TimeSpan.FromSeconds(1), () => player.Stage.Move(new ActorInput(
                    1, (sbyte)(100 * Math.Sin(player.Stage.Clock.NowMs / 900.0)), (sbyte)(100 * Math.Cos(player.Stage.Clock.NowMs / 900.0)), 0, Gait.Walk)));
            }
        }
    }

    /// <summary>Looks at the stage's server for a while.</summary>
    /// <param name="server">Where the audience is; null for none.</param>
    private static async Task<Cost> Measure(ClusterTheatre cluster, RunningTheatre home, RunningTheatre? server)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var seats = await Task.WhenAll(Enumerable.Range(0, server is null ? 0 : _spectators).Select(_ => HouseSeat.Take(server!)));
        var (watched, newest, first) = (0, 0u, 0u);
        var watching = seats.Select(Watch).ToArray();
        foreach (var seat in seats)
        {
            await Eventually.So(() => seat.Number > 0);
        }

        using var process = Process.GetProcessById(home.ProcessId);
        // From before what is counted until all of it must be here: a frame more is no second copy.
        first = Volatile.Read(ref newest);
        var (before, cpu, seen) = (await cluster.Scrape(home), process.TotalProcessorTime, Volatile.Read(ref watched));
        await Task.Delay(_measured, Cancel);
        process.Refresh();
        var (after, used) = (await cluster.Scrape(home), process.TotalProcessorTime - cpu);
        var last = Volatile.Read(ref newest);
        await Eventually.So(() => server is null || Volatile.Read(ref newest) > last + 3);
        var cost = new Cost(
            used / _measured,
            process.WorkingSet64 / 1e6,
            (int)(Volatile.Read(ref newest) - first),
            Volatile.Read(ref watched) - seen,
            (int)Rise("virtualstage_house_frames_total"),
            (int)Rise("virtualstage_house_relayed_total"),
            Rise("virtualstage_house_relay_io_bytes_total"));
        await gone.CancelAsync();
        await Task.WhenAll(watching);
        await Eventually.So(async () => (await cluster.Scrape(home)).Sum("virtualstage_spectators") == 0);
        // Somebody plays: as long as another server is sent frames still, there are more of them half a second later.
        await Eventually.So(async () =>
        {
            var relayed = (await cluster.Scrape(home)).Sum("virtualstage_house_relayed_total");
            await Task.Delay(500, Cancel);
            return (await cluster.Scrape(home)).Sum("virtualstage_house_relayed_total") == relayed;
        });
        return cost;

        double Rise(string name) => after.Sum(name) - before.Sum(name);

        async Task Watch(HouseSeat seat)
        {
            using (seat)
            {
                while (!gone.IsCancellationRequested)
                {
                    Assert.NotNull(await seat.Watch());
                    Interlocked.Increment(ref watched);
                    InterlockedMax(ref newest, seat.Number);
                }
            }
        }
    }

    private static void InterlockedMax(ref uint most, uint value)
    {
        for (var known = Volatile.Read(ref most); known < value;)
        {
            var found = Interlocked.CompareExchange(ref most, value, known);
            if (found == known)
            {
                return;
            }

            known = found;
        }
    }

    /// <param name="Cpu">Of a processor's time.</param>
    /// <param name="Frames">That the stage made, and a few more.</param>
    /// <param name="Watched">Frames that spectators had, each for itself.</param>
    /// <param name="Sent">Frames that the stage's server sent to spectators.</param>
    /// <param name="Relayed">Frames that it sent to the other server.</param>
    private sealed record Cost(double Cpu, double Megabytes, int Frames, int Watched, int Sent, int Relayed, double RelayedBytes);
}
