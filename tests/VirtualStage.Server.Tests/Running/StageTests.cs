using System.Net;
using System.Net.Sockets;
using LiteNetLib;
using MessagePack;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;
using VirtualStage.Contracts.Wire;
using VirtualStage.Productions.Performances;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>People on stage over UDP, and strangers who try.</summary>
[Collection(nameof(OpenTheatre))]
public sealed class StageTests(OpenTheatre open)
{
    private RunningTheatre Theatre => open.Theatre;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_walks_by_inputs_and_the_stage_and_the_house_follow()
    {
        using var player = await Enter("hamlet", "p-hamlet");
        var (from, since) = (player.Pose!.Value, player.Stage.Clock.NowMs);

        await player.Until(
            () => Math.Abs(player.Pose!.Value.X - from.X) > 512,
            () => Step(player, ref since, new ActorInput(1, (sbyte)(from.X > 0 ? -127 : 127), 0, 0, Gait.Walk)));
        await player.Until(() => Math.Abs((player.Stage.Self.Body.X * ActorPose.UnitsPerMetre) - player.Pose!.Value.X) <= 2);

        Assert.Equal(from.Z, player.Pose!.Value.Z);
        using var seat = await HouseSeat.Take(Theatre);
        for (var i = 0; !Shows(seat, player.Pose!.Value); i++)
        {
            Assert.True(i < 300, "the house never showed the actor where they are");
            await seat.Watch();
            player.Stage.Update();
        }
    }

    [Fact]
    public async Task Nobody_outruns_the_rules_however_many_inputs_they_send()
    {
        using var player = await Enter("laertes", "p-laertes");
        var from = player.Pose!.Value;
        var wish = (sbyte)(from.X > 0 ? -127 : 127);
        var since = System.Diagnostics.Stopwatch.StartNew();

        await player.For(TimeSpan.FromSeconds(1.5), () =>
        {
            for (var i = 0; i < 8; i++)
            {
                player.Stage.Move(new ActorInput(30, wish, 0, 0, Gait.Run));
            }
        });

        var moved = Math.Abs(player.Pose!.Value.X - from.X) / ActorPose.UnitsPerMetre;
        Assert.InRange(moved, 0.5, Movement.RunSpeed * (since.Elapsed.TotalSeconds + 0.5));
    }

    [Fact]
    public async Task An_actor_speaks_their_own_lines_and_nobody_elses()
    {
        await using var director = await Director.Enter(Theatre, Theatre.Ticket("p-caller", "call"));
        using var player = await Enter("francisco", "p-francisco");

        player.Stage.Speak("1.1.1");
        player.Stage.Speak("3.1.64");
        player.Stage.Speak("no such line");
        player.Stage.Speak("1.1.2");
        await player.Until(() => player.Stage.Scene!.Surtitle?.Line == "1.1.2");

        Assert.Equal("1.1.2", (await director.View()).CurrentLine);
        var advanced = JournalFile.Events(Theatre.Data, Theatre.Performance).OfType<LineAdvanced>().Select(line => line.Line);
        Assert.DoesNotContain("1.1.1", advanced);
        Assert.DoesNotContain("3.1.64", advanced);
    }

    [Fact]
    public async Task An_emote_is_seen_by_all()
    {
        using var player = await Enter("polonius", "p-polonius");

        player.Stage.Show(Emote.Bow);

        await player.Until(() => player.Pose is { Emote: Emote.Bow });
    }

    [Fact]
    public async Task Who_comes_in_again_displaces_themselves_and_is_told()
    {
        using var first = await Enter("horatio", "p-horatio");
        using var second = await Enter("horatio", "p-horatio");

        await first.Until(() => first.Ended is not null);

        Assert.Equal("you came in again from somewhere else", first.Ended);
        Assert.NotNull(second.Pose);
    }

    [Fact]
    public async Task Who_loses_the_role_is_let_go_and_told()
    {
        using var player = await Enter("osric", "p-osric");

        await open.Cast("osric", "p-somebody-else");
        await player.Until(() => player.Ended is not null);

        Assert.Equal("the role was given to somebody else", player.Ended);
        Assert.Equal(HttpStatusCode.Forbidden, (await LivePlayer.Knock(Theatre, Theatre.Ticket("p-osric", "act"), "osric")).Status);
    }

    [Fact]
    public async Task A_bot_gets_no_session_while_a_person_is_on()
    {
        using var player = await Enter("claudius", "p-claudius");

        var (status, _, body) = await LivePlayer.Knock(Theatre, Theatre.Ticket("p-bot", "act", "bot"), "claudius");

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains("is on stage as Claudius", body);
    }

    [Fact]
    public async Task A_person_who_leaves_is_gone_from_the_stage()
    {
        await using var director = await Director.Enter(Theatre, Theatre.Ticket("p-caller", "call"));
        using (var player = await Enter("gertrude", "p-gertrude"))
        {
            await Eventually.So(async () => (await director.View()).Roles.Single(role => role.Role == "gertrude").OnStage);
        }

        await Eventually.So(async () => !(await director.View()).Roles.Single(role => role.Role == "gertrude").OnStage);
    }

    [Fact]
    public async Task Strangers_get_no_answer_and_the_show_goes_on()
    {
        await open.Cast("bernardo", "p-bernardo");
        using var player = await Enter("marcellus", "p-marcellus");
        var ticket = Theatre.Ticket("p-bernardo", "act");
        var session = await LivePlayer.Session(Theatre, ticket, "bernardo");
        var wrongKey = ConnectProofs.Make(session with { Key = new byte[32] });
        var wrongSession = ConnectProofs.Make(session with { SessionId = new byte[16] });
        var proof = ConnectProofs.Make(session);
        byte[][] payloads =
        [
            [],
            new byte[400],
            RandomBytes(200),
            Bytes(wrongKey),
            Bytes(wrongSession),
            Bytes(proof with { Version = 2 }),
            Bytes(proof with { Nonce = [] }),
            Bytes(proof with { Proof = [] }),
            Bytes(proof)[..^1],
        ];

        Assert.All(await Task.WhenAll(payloads.Select(payload => Connect(payload))), outcome => Assert.Equal((false, 0L), outcome));

        // The session was not used up by any of them, and opens the door once.
        var replayed = Bytes(proof);
        Assert.True((await Connect(replayed)).Connected);
        Assert.Equal((false, 0L), await Connect(replayed));
        var tick = player.Stage.World.NewestTick;
        await player.Until(() => player.Stage.World.NewestTick > tick + 10);
    }

    [Fact]
    public async Task Noise_is_never_answered_with_more_and_the_show_goes_on()
    {
        using var player = await Enter("ghost", "p-ghost");
        using var udp = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        udp.Connect(IPAddress.Loopback, Theatre.UdpPort);
        var (random, sent) = (new Random(7), 0);
        for (var i = 0; i < 2000; i++)
        {
            // A first byte of every packet kind that LiteNetLib knows, and of those that it does not.
            var datagram = RandomBytes(random.Next(1, 1400));
            datagram[0] = (byte)(i % 64);
            sent += await udp.SendAsync(datagram, Cancel);
        }

        var tick = player.Stage.World.NewestTick;
        await player.Until(() => player.Stage.World.NewestTick > tick + 30);
        var answered = 0;
        while (udp.Available > 0)
        {
            answered += (await udp.ReceiveAsync(Cancel)).Buffer.Length;
        }

        Assert.True(answered * 100 < sent, $"{sent} bytes were answered with {answered}");
        Assert.True(Theatre.IsUp);
    }

    [Fact]
    public async Task An_actor_who_sends_what_nobody_can_read_is_let_go_alone()
    {
        await open.Cast("attendant", "p-attendant");
        using var player = await Enter("fortinbras", "p-fortinbras");
        var session = await LivePlayer.Session(Theatre, Theatre.Ticket("p-attendant", "act"), "attendant");
        var over = false;
        var listener = new EventBasedNetListener();
        listener.PeerDisconnectedEvent += (_, _) => over = true;
        var net = new NetManager(listener) { AutoRecycle = true };
        Assert.True(net.Start(0));
        try
        {
            var peer = net.Connect(new IPEndPoint(IPAddress.Loopback, Theatre.UdpPort), Bytes(ConnectProofs.Make(session)));
            var random = new Random(3);
            await player.Until(() => over, () =>
            {
                net.PollEvents();
                if (peer.ConnectionState == ConnectionState.Connected)
                {
                    peer.Send(RandomBytes(random.Next(1, 200)), DeliveryMethod.ReliableOrdered);
                    peer.Send(Bytes<IActorMessage>(new ActorInputs(uint.MaxValue, [new ActorInput(255, -128, -128, 255, Gait.Run)], uint.MaxValue)), DeliveryMethod.Unreliable);
                }
            });
        }
        finally
        {
            net.Stop();
        }

        var tick = player.Stage.World.NewestTick;
        await player.Until(() => player.Stage.World.NewestTick > tick + 10);
    }

    private static byte[] Bytes<T>(T message) => MessagePackSerializer.Serialize(message, ContractResolver.Options);

    private static byte[] RandomBytes(int length)
    {
        var bytes = new byte[length];
        Random.Shared.NextBytes(bytes);
        return bytes;
    }

    private static bool Shows(HouseSeat seat, ActorPose actor) =>
        seat.Poses.Any(pose => pose.Actor == actor.Actor && (pose.X, pose.Z) == (actor.X, actor.Z));

    /// <summary>One input of one tick for each tick of performance time.</summary>
    private static void Step(LivePlayer player, ref long sinceMs, ActorInput input)
    {
        for (; player.Stage.Clock.NowMs >= sinceMs + (1000 / Movement.TicksPerSecond); sinceMs += 1000 / Movement.TicksPerSecond)
        {
            player.Stage.Move(input);
        }
    }

    /// <summary>Asks to connect with a payload; tells whether it was let in, and how many bytes came back.</summary>
    private async Task<(bool Connected, long Received)> Connect(byte[] payload)
    {
        var (connected, over) = (false, false);
        var listener = new EventBasedNetListener();
        listener.PeerConnectedEvent += _ => connected = true;
        listener.PeerDisconnectedEvent += (_, _) => over = true;
        var net = new NetManager(listener) { EnableStatistics = true, ReconnectDelay = 100, MaxConnectAttempts = 5 };
        Assert.True(net.Start(0));
        try
        {
            var data = new LiteNetLib.Utils.NetDataWriter();
            data.Put(payload);
            net.Connect(new IPEndPoint(IPAddress.Loopback, Theatre.UdpPort), data);
            await Eventually.So(() =>
            {
                net.PollEvents();
                return connected || over;
            });
            return (connected, connected ? 0 : net.Statistics.BytesReceived);
        }
        finally
        {
            net.Stop();
        }
    }

    private async Task<LivePlayer> Enter(string role, string person)
    {
        await open.Cast(role, person);
        return await LivePlayer.Enter(Theatre, Theatre.Ticket(person, "act"), role);
    }
}
