using System.Net;
using System.Net.Http.Json;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Doors;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Performances;
using VirtualStage.Server.Recordings;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Cluster;

/// <summary>One theatre on two servers that share a journal and meet at Redis.</summary>
[Collection(nameof(FailoverTests))]
public sealed class ClusterTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_is_asked_of_a_server_that_has_not_the_stage_is_answered_by_the_one_that_has()
    {
        await using var cluster = await ClusterTheatre.Start("--no-bots");
        var elsewhere = cluster.Other(cluster.Home());

        await using var director = await Director.Enter(elsewhere, elsewhere.Ticket("p-caller", "call", "cast"));
        await director.Do(new OpenHouse());
        await director.Do(new CastRole("hamlet", "p-anna"));
        await Eventually.So(() => director.Told is { Show: ShowState.HouseOpen });
        using var stranger = elsewhere.Stranger();
        Assert.NotNull(await stranger.GetFromJsonAsync<StagePlan>($"/api/performances/{cluster.Performance}/plan", Cancel));
        await Eventually.So(async () => (await stranger.GetFromJsonAsync<Playbill>("/api/playbill", Cancel))!.Performances is [{ Show: ShowState.HouseOpen, DoorsOpen: true }]);
        using var seat = await HouseSeat.Take(elsewhere);
        Assert.NotNull(await seat.Watch());
        var answer = await LivePlayer.Session(elsewhere, elsewhere.Ticket("p-anna", "act"), "hamlet");
        Assert.Equal(cluster.Home().UdpPort, answer.UdpPort);
        using var player = await LivePlayer.Enter(elsewhere, elsewhere.Ticket("p-anna", "act"), "hamlet");
        await Eventually.So(async () => { await seat.Watch(); return seat.Poses.Length == 1; });
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync("/health/ready", Cancel)).StatusCode);
        // A performance that is on no server is on none, whoever is asked.
        using var nothing = await stranger.GetAsync("/api/performances/hamlet-99/plan", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
    }

    [Fact]
    public async Task A_ban_holds_at_every_servers_door()
    {
        await using var cluster = await ClusterTheatre.Start("--no-bots");
        var (home, other) = (cluster.Home(), cluster.Other(cluster.Home()));
        var ticket = other.Ticket("p-troll", "act");
        await using var troll = await CompanyPage.EnterWith(other, ticket);
        using var http = other.With(ticket);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/api/me", Cancel)).StatusCode);

        await using (var page = await CompanyPage.Enter(home, "p-director", "cast", "moderate", "call"))
        {
            await page.Do(new Contracts.Company.Ban("p-troll", WithAddress: false, "shot the cast"));
        }

        await Eventually.So(async () => (await http.GetAsync("/api/me", Cancel)).StatusCode == HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_performance_that_was_over_is_woken_by_nobody_but_the_company()
    {
        await using var cluster = await ClusterTheatre.Start("--no-bots");
        var (over, home, other) = (cluster.Performance, cluster.Home(), cluster.Other(cluster.Home()));
        await using (var director = await Director.Enter(home, home.Ticket("p-caller", "call")))
        {
            await director.Do(new CallBeginners());
            await director.Do(new StartShow());
            await director.Do(new TakeCurtainCall());
            await director.Do(new CloseShow());
        }

        foreach (var server in cluster.Servers)
        {
            await server.Kill();
            await server.StartAgain();
        }

        Assert.NotEqual(over, other.Performance);
        using var stranger = other.Stranger();
        await Eventually.So(async () => (await Playbill()).Contains($"\"{other.Performance}\"", StringComparison.Ordinal));
        using var plan = await stranger.GetAsync($"/api/performances/{over}/plan", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, plan.StatusCode);
        Assert.DoesNotContain($"\"{over}\"", await Playbill());
        using var caller = other.With(other.Ticket("p-caller", "call"));
        Assert.Equal(ShowState.Closed, (await Eventually.Get(StateOfOver)).Show);

        Task<string> Playbill() => stranger.GetStringAsync("/api/playbill", Cancel);

        // While the server that died is looked for, that is what is said.
        async Task<PerformanceView?> StateOfOver()
        {
            using var state = await caller.GetAsync($"/api/performances/{over}/state", Cancel);
            Assert.True(state.StatusCode is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable, await state.Content.ReadAsStringAsync(Cancel));
            return state.StatusCode == HttpStatusCode.OK ? await state.Content.ReadFromJsonAsync<PerformanceView>(Cancel) : null;
        }
    }

    [Fact]
    public async Task The_stage_goes_on_while_Redis_is_started_anew()
    {
        await using var cluster = await ClusterTheatre.Start("--no-bots");
        var home = cluster.Home();
        await using var director = await Director.Enter(home, home.Ticket("p-caller", "call"));
        await director.Do(new OpenHouse());
        using var seat = await HouseSeat.Take(home);

        cluster.Redis.Stop();
        await director.Do(new CallBeginners());
        // Nobody moves: a frame comes a second, and the outage lasts twenty.
        for (var frames = 0; frames < 20; frames++)
        {
            Assert.NotNull(await seat.Watch());
        }

        cluster.Redis.Run();
        await director.Do(new StartShow());
        for (var frames = 0; frames < 20; frames++)
        {
            Assert.NotNull(await seat.Watch());
        }

        Assert.Equal(home, cluster.Home());
        Assert.True(home.IsUp && cluster.Other(home).IsUp);
    }

    [Fact]
    public async Task The_stage_goes_on_while_PostgreSQL_is_started_anew_and_nothing_acknowledged_is_lost()
    {
        using var folder = new TempFolder();
        await using var cluster = await ClusterTheatre.Start("--no-bots", "--production", LongCueProduction.WriteTo(folder["crowd"], 2));
        var (home, other) = (cluster.Home(), cluster.Other(cluster.Home()));
        await using var director = await Director.Enter(home, home.Ticket("p-caller", "call"));
        // Their page is passed on by the server that has not the stage.
        await using var elsewhere = await Director.Enter(other, other.Ticket("p-caller", "call"));
        await director.Do(new OpenHouse());
        await director.Do(new CallBeginners());
        await director.Do(new StartShow());
        using var here = await SteadySpectator.Sit(home);
        using var there = await SteadySpectator.Sit(other);
        await using var caller = new RestlessCaller(director);
        await using var second = new RestlessCaller(elsewhere);

        // Once with a farewell, once as by a crash, each time with commands on their way.
        foreach (var signal in new[] { "INT", "QUIT" })
        {
            await Task.WhenAll(caller.Accepted(), second.Accepted());
            cluster.Postgres.Stop(signal);
            await Task.WhenAll(caller.Refused("PostgreSQL"), second.Refused("PostgreSQL"));
            await Task.WhenAll(here.SeesMore(), there.SeesMore());
            // Who comes meanwhile comes in, by either door.
            using (var late = await SteadySpectator.Sit(home))
            using (var later = await SteadySpectator.Sit(other))
            {
                await Task.WhenAll(late.SeesMore(), later.SeesMore());
            }

            cluster.Postgres.Run();
            await Task.WhenAll(caller.Accepted(), second.Accepted());
            await Task.WhenAll(here.SeesMore(), there.SeesMore());
        }

        var (answers, others) = (await caller.End(), await second.End());
        var happenings = cluster.Happenings();
        var written = happenings.Select(happening => happening.CommandId).OfType<string>().ToHashSet();
        Assert.Subset(written, answers.Acknowledged.Union(others.Acknowledged).ToHashSet());
        Assert.Empty(written.Intersect(answers.Refused.Union(others.Refused)));
        Assert.DoesNotContain(happenings, happening => happening.Event is WentOn);
        Assert.True(home.IsUp && other.IsUp, home.Said + other.Said);
        foreach (var (server, command) in new (RunningTheatre, IPerformanceCommand)[] { (home, new Hold("a word")), (other, new Resume()) })
        {
            using var http = server.Stranger();
            await Eventually.So(async () => (await http.GetAsync("/health/ready", Cancel)).StatusCode == HttpStatusCode.OK);
            await using var again = await Director.Enter(server, server.Ticket("p-caller", "call"));
            await again.Do(command);
        }
    }

    [Fact]
    public async Task Who_goes_on_and_is_not_answered_by_PostgreSQL_has_gone_on_once_and_is_recorded_from_there()
    {
        CutLine? line = null;
        await using var cluster = await ClusterTheatre.Start(address => address with { Port = (line = new CutLine(address.Port)).Port }, "--no-bots");
        using var toSecond = line!;
        var (home, other) = (cluster.Home(), cluster.Other(cluster.Home()));
        await using (var director = await Director.Enter(home, home.Ticket("p-caller", "call")))
        {
            await director.Do(new OpenHouse());
        }

        await Eventually.So(() => Parts() == 1);
        toSecond.CutAnswerTo("went-on", isDown: true);
        await home.Kill();
        await Eventually.So(() => other.Said.Contains("whether the last thing was written", StringComparison.Ordinal));
        toSecond.Mend();

        await Eventually.So(() => Parts() == 2, state: () => $"{string.Join(", ", cluster.Happenings().Select(happening => happening.Event))}\n{other.Said}");
        Assert.Equal(1, toSecond.Cuts);
        Assert.Single(cluster.Happenings(), happening => happening.Event is WentOn);

        int Parts() => RecordingFiles.PartsOf(cluster.Recordings, cluster.Performance).Count;
    }
}
