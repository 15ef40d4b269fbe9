using System.Net;
using System.Net.Sockets;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Performances;
using VirtualStage.Server.Tests.Support;
using VirtualStage.Testing;

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

        // Along the wing, whichever it is: on the way to the middle of the stage stairs may stand.
        await player.Until(
            () => Math.Abs((player.Pose ?? from).Z - from.Z) > 512,
            () => Step(player, ref since, new ActorInput(1, 0, (sbyte)(from.Z > 0 ? -127 : 127), 0, Gait.Walk)));
        await player.Until(() => player.Pose is { } pose && Math.Abs((player.Stage.Self.Body.Z * ActorPose.UnitsPerMetre) - pose.Z) <= 2);

        Assert.Equal(from.X, player.Pose!.Value.X);
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
    public async Task Strangers_get_no_answer_and_take_nobodys_session_away()
    {
        await open.Cast("bernardo", "p-bernardo");
        using var player = await Enter("marcellus", "p-marcellus");
        var session = await LivePlayer.Session(Theatre, Theatre.Ticket("p-bernardo", "act"), "bernardo");
        using var network = new FaultyRelay(new IPEndPoint(IPAddress.Loopback, Theatre.UdpPort), 1) { CableIsOut = true };
        byte[]? heard = null;
        network.Tapped = (isUp, bytes) => heard ??= isUp ? bytes.ToArray() : null;
        using var actor = new RawActor(LivePlayer.Over(network, session));
        await player.Until(() => heard is not null, actor.Step);
        var request = heard!;
        using var stranger = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        stranger.Connect(IPAddress.Loopback, Theatre.UdpPort);

        // Whatever is changed in what they heard, nobody answers.
        for (var bit = 0; bit < 8 * request.Length; bit++)
        {
            var altered = request.ToArray();
            altered[bit / 8] ^= (byte)(1 << (bit % 8));
            await stranger.SendAsync(altered, Cancel);
        }

        for (var length = 1; length < request.Length; length++)
        {
            await stranger.SendAsync(request.AsMemory(0, length), Cancel);
        }

        await Ticks(player, 10);
        Assert.Equal(0, stranger.Available);

        // What they heard is answered with less than it is, and lets nobody in: they lack the key.
        await stranger.SendAsync(request, Cancel);
        Assert.True((await stranger.ReceiveAsync(Cancel)).Buffer.Length < request.Length);
        network.CableIsOut = false;
        await player.Until(() => actor.IsIn, actor.Step);

        // The session is used up now.
        using var late = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        late.Connect(IPAddress.Loopback, Theatre.UdpPort);
        await late.SendAsync(request, Cancel);
        await Ticks(player, 10);
        Assert.Equal(0, late.Available);
    }

    [Fact]
    public async Task What_goes_over_the_wire_cannot_be_read_repeated_or_altered()
    {
        await open.Cast("ophelia", "p-ophelia");
        using var network = new FaultyRelay(new IPEndPoint(IPAddress.Loopback, Theatre.UdpPort), 1);
        var heard = new System.Collections.Concurrent.ConcurrentQueue<byte[]>();
        network.Tapped = (_, bytes) => heard.Enqueue(bytes.ToArray());
        using var player = await LivePlayer.Enter(Theatre, Theatre.Ticket("p-ophelia", "act"), "ophelia", network);
        player.Stage.Speak("a line that somebody listens for");
        await Ticks(player, 20);

        Assert.True(heard.Count > 20);
        Assert.DoesNotContain(heard, datagram => datagram.AsSpan().IndexOf("a line that"u8) >= 0 || datagram.AsSpan().IndexOf("ophelia"u8) >= 0);

        // Said again, and altered, from another address and over the same way: the actor plays on.
        using var stranger = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        foreach (var datagram in heard.Take(500))
        {
            await stranger.SendAsync(datagram, new IPEndPoint(IPAddress.Loopback, Theatre.UdpPort), Cancel);
            await stranger.SendAsync(datagram, network.EndPoint, Cancel);
        }

        await Ticks(player, 20);
        Assert.Null(player.Ended);
        Assert.False(player.Stage.IsLost);
    }

    [Fact]
    public async Task Noise_is_not_answered_and_the_show_goes_on()
    {
        using var player = await Enter("ghost", "p-ghost");
        using var udp = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        udp.Connect(IPAddress.Loopback, Theatre.UdpPort);
        var random = new Random(7);
        for (var i = 0; i < 2000; i++)
        {
            // A first byte of every packet kind that LiteNetLib knows, and of those that it does not.
            var datagram = RandomBytes(random.Next(1, 1400));
            datagram[0] = (byte)(i % 64);
            await udp.SendAsync(datagram, Cancel);
        }

        var tick = player.Stage.World.NewestTick;
        await player.Until(() => player.Stage.World.NewestTick > tick + 30);
        var answered = 0;
        while (udp.Available > 0)
        {
            answered += (await udp.ReceiveAsync(Cancel)).Buffer.Length;
        }

        Assert.Equal(0, answered);
        Assert.True(Theatre.IsUp);
    }

    [Fact]
    public async Task An_actor_who_sends_what_nobody_can_read_is_let_go_alone()
    {
        await open.Cast("attendant", "p-attendant");
        using var player = await Enter("fortinbras", "p-fortinbras");
        using var raw = new RawActor(await LivePlayer.Session(Theatre, Theatre.Ticket("p-attendant", "act"), "attendant"));
        await player.Until(() => raw.IsIn, raw.Step);
        var random = new Random(3);
        await player.Until(() => raw.IsOver, () =>
        {
            raw.Send(RandomBytes(random.Next(1, 200)));
            raw.Send(new ActorInputs(uint.MaxValue, [new ActorInput(255, -128, -128, 255, Gait.Run)], uint.MaxValue));
            raw.Step();
        });

        Assert.Contains("cannot read", Assert.Single(raw.Received.OfType<StageWarning>(), warning => warning.Text.Contains("read")).Text);
        Assert.Equal("your client sends messages that the stage cannot read", Assert.Single(raw.Received.OfType<Dismissal>()).Reason);
        await using var director = await Director.Enter(Theatre, Theatre.Ticket("p-caller", "call"));
        Assert.True((await director.View()).Roles.Single(role => role.Role == "attendant").Conduct!.Unreadable >= 50);
        var tick = player.Stage.World.NewestTick;
        await player.Until(() => player.Stage.World.NewestTick > tick + 10);
    }

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

    private static Task Ticks(LivePlayer player, uint ticks)
    {
        var tick = player.Stage.World.NewestTick;
        return player.Until(() => player.Stage.World.NewestTick > tick + ticks);
    }

    private async Task<LivePlayer> Enter(string role, string person)
    {
        await open.Cast(role, person);
        return await LivePlayer.Enter(Theatre, Theatre.Ticket(person, "act"), role);
    }
}
