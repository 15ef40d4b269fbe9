using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using MessagePack;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;
using VirtualStage.Contracts.Wire;
using VirtualStage.Server.Tests.Support;
using VirtualStage.Testing;

namespace VirtualStage.Server.Tests.Running;

/// <summary>Actors whose network dies, and who come back.</summary>
public sealed class GraceTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_network_dies_for_ten_seconds_and_the_actor_is_back_in_the_role_where_they_stood()
    {
        await using var theatre = await RunningTheatre.Start(_folder["data"]);
        await using var director = await Director.Enter(theatre, theatre.Ticket("p-director", "call", "cast"));
        await director.Do(new CastRole("hamlet", "p-anna"));
        using var network = Network(theatre);
        using var player = await LivePlayer.Enter(theatre, theatre.Ticket("p-anna", "act"), "hamlet", network);
        var (lost, back) = (0, 0);
        player.Stage.Lost += _ => lost++;
        player.Stage.Back += () => back++;
        var from = player.Pose!.Value;
        await Walk(player, () => Math.Abs(player.Pose!.Value.X - from.X) > 256);
        var (stood, actor) = (player.Pose!.Value, player.Stage.Welcome!.Actor);

        network.CableIsOut = true;
        var away = false;
        var since = Stopwatch.StartNew();
        while (since.Elapsed < TimeSpan.FromSeconds(10))
        {
            player.Stage.Update();
            player.Stage.Move(new ActorInput(1, 127, 127, 0, Gait.Run));
            player.Stage.SendInputs();
            away |= RoleOf(director) is { Away: true, OnStage: true, ByBot: false };
            await Task.Delay(15, Cancel);
        }

        Assert.True(away, "the console never showed that the connection is lost");
        Assert.Equal((1, 0), (lost, back));
        Assert.True(player.Stage.IsLost);
        // Understudies knock all the time: the role is not theirs.
        Assert.Equal(HttpStatusCode.Forbidden, (await LivePlayer.Knock(theatre, theatre.Ticket("p-bot", "act", "bot"), "hamlet")).Status);

        network.CableIsOut = false;
        since.Restart();
        await player.Until(() => back == 1);
        TestContext.Current.SendDiagnosticMessage("back on stage {0:0} ms after the network was", since.Elapsed.TotalMilliseconds);
        TestContext.Current.TestOutputHelper?.WriteLine($"back on stage {since.Elapsed.TotalMilliseconds:0} ms after the network was");
        Assert.InRange(since.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(15));
        var tick = player.Stage.World.NewestTick;
        await player.Until(() => player.Stage.World.NewestTick > tick + 10);

        Assert.Equal(actor, player.Stage.Welcome!.Actor);
        Assert.InRange(Math.Abs(player.Pose!.Value.X - stood.X), 0, ActorPose.UnitsPerMetre);
        await Eventually.So(() => RoleOf(director) is { Away: false, OnStage: true, ByBot: false });
        await Walk(player, () => Math.Abs(player.Pose!.Value.X - stood.X) > 256);
        Assert.Equal((1, 1, null), (lost, back, player.Ended));
    }

    [Fact]
    public async Task After_the_grace_time_an_understudy_plays_on_and_the_person_still_comes_back()
    {
        await using var theatre = await RunningTheatre.Start(_folder["data"], "--grace", "2");
        await using var director = await Director.Enter(theatre, theatre.Ticket("p-director", "call", "cast"));
        await director.Do(new CastRole("hamlet", "p-anna"));
        using var network = Network(theatre);
        using var player = await LivePlayer.Enter(theatre, theatre.Ticket("p-anna", "act"), "hamlet", network);

        network.CableIsOut = true;
        await player.Until(() => RoleOf(director) is { Away: true, OnStage: true, ByBot: false });
        await player.Until(() => RoleOf(director) is { Away: false, OnStage: true, ByBot: true });

        network.CableIsOut = false;
        await player.Until(() => !player.Stage.IsLost && RoleOf(director) is { OnStage: true, ByBot: false });
        Assert.Null(player.Ended);
    }

    [Fact]
    public async Task A_cover_takes_the_role_of_somebody_who_is_away_and_they_are_not_let_in_any_more()
    {
        await using var theatre = await RunningTheatre.Start(_folder["data"], "--no-bots");
        await using var director = await Director.Enter(theatre, theatre.Ticket("p-director", "call", "cast"));
        await director.Do(new CastRole("hamlet", "p-anna"));
        using var network = Network(theatre);
        using var player = await LivePlayer.Enter(theatre, theatre.Ticket("p-anna", "act"), "hamlet", network);
        network.CableIsOut = true;
        await player.Until(() => RoleOf(director) is { Away: true });

        await director.Do(new CastRole("hamlet", "p-bert"));
        using var cover = await LivePlayer.Enter(theatre, theatre.Ticket("p-bert", "act"), "hamlet");

        await player.Until(() => player.Ended is not null);
        Assert.Equal("the theatre does not let you in any more", player.Ended);
        await Eventually.So(() => RoleOf(director) is { Away: false, OnStage: true, Person: "p-bert" });
    }

    [Fact]
    public async Task Who_says_goodbye_leaves_at_once_and_a_browser_that_is_lost_does_not()
    {
        await using var theatre = await RunningTheatre.Start(_folder["data"], "--no-bots");
        await using var director = await Director.Enter(theatre, theatre.Ticket("p-director", "call", "cast"));
        await director.Do(new CastRole("hamlet", "p-anna"));
        ushort actor;
        using (var lost = await Browser(theatre))
        {
            actor = (await Welcome(lost)).Actor;
            lost.Abort();
        }

        await Eventually.So(() => RoleOf(director) is { Away: true, OnStage: true });
        using (var reloaded = await Browser(theatre))
        {
            Assert.Equal(actor, (await Welcome(reloaded)).Actor);
            await Eventually.So(() => RoleOf(director) is { Away: false, OnStage: true });
            await reloaded.CloseOutputAsync(WebSocketCloseStatus.EndpointUnavailable, null, Cancel);
            await Eventually.So(() => RoleOf(director) is { Away: true, OnStage: true });
        }

        using var last = await Browser(theatre);
        Assert.Equal(actor, (await Welcome(last)).Actor);
        await last.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, Cancel);
        await Eventually.So(() => RoleOf(director) is { Away: false, OnStage: false });
    }

    public void Dispose() => _folder.Dispose();

    private static FaultyRelay Network(RunningTheatre theatre) => new(new IPEndPoint(IPAddress.Loopback, theatre.UdpPort), 7);

    private static RoleView? RoleOf(Director director) => director.Told?.Roles.Single(role => role.Role == "hamlet");

    private static Task Walk(LivePlayer player, Func<bool> enough)
    {
        var wish = (sbyte)(player.Pose!.Value.X > 0 ? -127 : 127);
        var stepped = player.Stage.Clock.NowMs;
        return player.Until(enough, () =>
        {
            for (; player.Stage.Clock.NowMs >= stepped + 33; stepped += 33)
            {
                player.Stage.Move(new ActorInput(1, wish, 0, 0, Gait.Walk));
            }
        });
    }

    private static async Task<ClientWebSocket> Browser(RunningTheatre theatre)
    {
        var socket = new ClientWebSocket();
        var query = $"role=hamlet&access_token={theatre.Ticket("p-anna", "act")}";
        await socket.ConnectAsync(
            new UriBuilder(new Uri(theatre.Address, $"/api/performances/{theatre.Performance}/stage?{query}")) { Scheme = "ws" }.Uri, Cancel);
        return socket;
    }

    private static async Task<StageWelcome> Welcome(ClientWebSocket socket)
    {
        var buffer = new byte[1 << 17];
        var length = 0;
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(length), Cancel);
            length += part.Count;
        }
        while (!part.EndOfMessage);
        return Assert.IsType<StageWelcome>(
            MessagePackSerializer.Deserialize<IStageMessage>(buffer.AsMemory(0, length), ContractResolver.Options, Cancel));
    }
}
