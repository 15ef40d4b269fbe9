using System.Net.WebSockets;
using MessagePack;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Company;
using VirtualStage.Contracts.Wire;
using VirtualStage.Server.Stage;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>Who hears whom, over real sockets: actors by UDP and in browsers, and the house.</summary>
[Collection(nameof(VoiceTheatre))]
public sealed class VoiceTests(VoiceTheatre house)
{
    /// <summary>The first byte of a mono packet of one frame of 20 ms.</summary>
    private const byte Voice20Ms = 0xf8;

    /// <summary>Nothing else that is said here has it.</summary>
    private const uint ProbeSequence = 1_000_000;

    private RunningTheatre Theatre => house.Theatre;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_an_actor_says_over_udp_comes_to_a_browsers_actor_and_to_the_house_as_it_was_said()
    {
        using var listener = await Listen();
        await Cast("hamlet", "p-hamlet");
        using var player = await LivePlayer.Enter(Theatre, Theatre.Ticket("p-hamlet", "act"), "hamlet");
        using var browser = await OnStage("ophelia", "p-ophelia");
        var data = Packet(79);
        var own = 0;
        player.Stage.VoiceHeard += _ => own++;
        await player.For(TimeSpan.FromMilliseconds(300));
        var timeMs = player.Stage.Clock.NowMs;

        player.Stage.SendVoice(7, timeMs, VoiceChannel.Stage, data);
        await player.For(TimeSpan.FromMilliseconds(100));

        foreach (var heard in new[] { await browser.Hear(), await listener.Hear() })
        {
            Assert.Equal((player.Stage.Welcome!.Actor, 7u, timeMs, VoiceChannel.Stage), (heard.Actor, heard.Sequence, heard.TimeMs, heard.Channel));
            Assert.Equal(data, heard.Data);
        }

        Assert.Equal(0, own);
    }

    [Fact]
    public async Task What_is_said_in_a_browser_comes_to_an_actor_over_udp()
    {
        await Cast("horatio", "p-horatio");
        using var player = await LivePlayer.Enter(Theatre, Theatre.Ticket("p-horatio", "act"), "horatio");
        using var browser = await OnStage("ophelia", "p-ophelia");
        var heard = new List<VoiceHeard>();
        player.Stage.VoiceHeard += heard.Add;

        // A datagram may be lost: a voice goes on.
        var sequence = 0u;
        await player.Until(() => heard.Count >= 3, () => Task.WaitAll([browser.Say(Frame(++sequence, player.Stage.Clock.NowMs))], Cancel));

        Assert.All(heard, voice => Assert.Equal(Packet((int)voice.Sequence), voice.Data));

        // What is on its way still belongs to this test: nobody listens before all of it came.
        browser.Dispose();
        await using var director = await Director.Enter(Theatre, Theatre.Ticket("p-clock", "call"));
        await Eventually.So(async () => (await director.View()).Roles.Single(role => role.Role == "ophelia") is { OnStage: false } or { Away: true });
    }

    [Theory]
    [InlineData(true, "you are muted")]
    [InlineData(false, "you are frozen")]
    public async Task Who_is_muted_or_frozen_is_silent_for_everybody_at_once(bool mutes, string reason)
    {
        await using var director = await house.Director();
        using var listener = await Listen();
        using var speaker = await OnStage("marcellus", "p-marcellus");
        using var other = await OnStage("bernardo", "p-bernardo");
        await speaker.Say(Frame(1, await Now()));
        Assert.Equal((1u, 1u), ((await other.Hear()).Sequence, (await listener.Hear()).Sequence));

        ICompanyCommand Restrain(bool on) => mutes ? new SetMuted("p-marcellus", on, "") : new SetFrozen("p-marcellus", on, "");
        await director.Do(Restrain(true));
        await speaker.Say(Frame(2, await Now()));
        Assert.Equal(reason, await speaker.Refusal());
        await director.Do(Restrain(false));
        await speaker.Say(Frame(3, await Now()));

        Assert.Equal((3u, 3u), ((await other.Hear()).Sequence, (await listener.Hear()).Sequence));
    }

    [Fact]
    public async Task Nobody_says_more_than_a_voice_can()
    {
        using var listener = await Listen();
        using var speaker = await OnStage("polonius", "p-polonius");
        using var other = await OnStage("osric", "p-osric");
        var since = System.Diagnostics.Stopwatch.StartNew();
        var now = await Now();
        for (var sequence = 1u; sequence <= 200; sequence++)
        {
            await speaker.Say(new VoiceFrame(sequence, now, VoiceChannel.Stage, Packet(20)));
        }

        Assert.Equal("your client sends more than a voice", await speaker.Refusal());
        await other.Say(Frame(9999, now));
        var heard = 0;
        while ((await listener.Hear()).Sequence != 9999)
        {
            heard++;
        }

        Assert.InRange(heard, VoicePace.FramesAtOnce, VoicePace.FramesAtOnce + (VoicePace.FramesPerSecond * since.Elapsed.TotalSeconds) + 1);
    }

    [Fact]
    public async Task What_is_no_voice_of_now_is_passed_on_to_nobody()
    {
        using var listener = await Listen();
        using var speaker = await OnStage("gertrude", "p-gertrude");
        using var other = await OnStage("claudius", "p-claudius");
        // Their times count from when they are said: what is a minute off now, is not in a minute.
        (VoiceFrame Frame, string Reason)[] wrong =
        [
            (new(1, 0, VoiceChannel.Stage, []), "your client sends what is no voice"),
            (new(1, 0, VoiceChannel.Stage, Packet(VoiceFrame.MaxBytes + 1)), "your client sends what is no voice"),
            (new(1, 0, VoiceChannel.Stage, [Voice20Ms | 4, 1]), "your client sends what is no voice"),
            (new(1, 0, VoiceChannel.Stage, [Voice20Ms | 1, 1]), "your client sends what is no voice"),
            (new(1, -60_000, VoiceChannel.Stage, Packet(20)), "your client's clock does not tell the performance's time"),
            (new(1, 60_000, VoiceChannel.Stage, Packet(20)), "your client's clock does not tell the performance's time"),
        ];
        foreach (var (frame, reason) in wrong)
        {
            // A refusal comes once a second at most.
            var refusal = speaker.Refusal();
            while (!refusal.IsCompleted)
            {
                await speaker.Say(frame with { TimeMs = await Now() + frame.TimeMs });
                await Task.WhenAny(refusal, Task.Delay(100, Cancel));
            }

            Assert.Equal(reason, await refusal);
        }

        await other.Say(Frame(77, await Now()));
        Assert.Equal(77u, (await listener.Hear()).Sequence);
    }

    [Fact]
    public async Task What_is_said_on_a_channel_that_there_is_not_nobody_can_read()
    {
        using var listener = await Listen();
        using var speaker = await OnStage("gertrude", "p-gertrude");
        var message = MessagePackSerializer.Serialize<IActorMessage>(Frame(1, 0), ContractResolver.Options, Cancel);
        message[^(Packet(1).Length + 3)] = 99;
        Assert.Throws<MessagePackSerializationException>(() =>
            MessagePackSerializer.Deserialize<IActorMessage>(message, ContractResolver.Options, Cancel));

        await speaker.Send(message);
        await speaker.Say(Frame(2, await Now()));

        Assert.Equal(2u, (await listener.Hear()).Sequence);
    }

    [Fact]
    public async Task Backstage_talk_comes_to_the_members_of_the_department_and_never_to_the_stage_or_the_house()
    {
        await using var director = await house.Director();
        using var listener = await Listen();
        await Member(director, "p-lights-1", "Lights");
        await Member(director, "p-lights-2", "Lights", "Sound");
        await Member(director, "p-sound", "Sound");
        await Member(director, "p-corner", "StageManagement");
        using var onStage = await OnStage("francisco", "p-lights-1");
        using var stranger = await OnStage("fortinbras", "p-fortinbras");
        using var console = await VoiceSocket.Backstage(Theatre, Theatre.Ticket("p-lights-2", "call"));
        using var sound = await VoiceSocket.Backstage(Theatre, Theatre.Ticket("p-sound", "act"));
        using var corner = await VoiceSocket.Backstage(Theatre, Theatre.Ticket("p-corner", "call"));

        await onStage.Say(new VoiceFrame(1, 0, VoiceChannel.Lights, Packet(1)));
        var heard = await console.Hear();
        Assert.Equal((1u, VoiceChannel.Lights), (heard.Sequence, heard.Channel));
        Assert.InRange(heard.TimeMs, 1, long.MaxValue);
        Assert.InRange(heard.Actor, 0, VoiceHeard.FirstBackstage - 1);

        // The prompt corner may talk to every department, without being of it.
        await corner.Say(new VoiceFrame(2, 0, VoiceChannel.Lights, Packet(2)));
        Assert.Equal((2u, 2u), ((await console.Hear()).Sequence, (await onStage.Hear()).Sequence));
        Assert.InRange((await Talk(corner, sound, VoiceChannel.Sound)).Actor, VoiceHeard.FirstBackstage, ushort.MaxValue);

        await stranger.Say(new VoiceFrame(3, 0, VoiceChannel.Lights, Packet(3)));
        Assert.Equal("you are not of Lights", await stranger.Refusal());
        await sound.Say(new VoiceFrame(4, await Now(), VoiceChannel.Stage, Packet(4)));
        Assert.Equal("you are not on the stage", await sound.Refusal());

        // What comes next to those who must not have heard any of it is what is said on the stage now.
        await onStage.Say(Frame(5, await Now()));
        Assert.Equal((5u, 5u), ((await stranger.Hear()).Sequence, (await listener.Hear()).Sequence));
        await sound.Say(new VoiceFrame(6, 0, VoiceChannel.Sound, Packet(6)));
        Assert.Equal((VoiceChannel.Sound, 3u), await NextOn(console));
        Assert.Equal((VoiceChannel.Sound, 6u), await NextOn(console));
    }

    [Fact]
    public async Task Backstage_is_for_the_company_and_a_muted_member_is_silent_there_and_a_banned_one_is_shown_out()
    {
        await using var director = await house.Director();
        using var stranger = await VoiceSocket.Backstage(Theatre, Theatre.Ticket("p-nobody", "act"));
        Assert.False(await stranger.Next());
        Assert.Equal((4403, "you are not of this company"), ((int?)stranger.CloseStatus, stranger.CloseReason));
        await Assert.ThrowsAsync<WebSocketException>(() => VoiceSocket.Backstage(Theatre, Theatre.Ticket("p-watcher", "watch")));

        await Member(director, "p-fly", "Scenery");
        using var fly = await VoiceSocket.Backstage(Theatre, Theatre.Ticket("p-fly", "act"));
        await director.Do(new SetMuted("p-fly", true, ""));
        await fly.Say(new VoiceFrame(1, 0, VoiceChannel.Scenery, Packet(1)));
        Assert.Equal("you are muted", await fly.Refusal());
        await director.Do(new Ban("p-fly", false, "noise"));
        await Eventually.So(async () => await IsOver(fly));
    }

    [Fact]
    public async Task The_house_is_told_why_it_hears_nothing_and_a_listener_who_talks_is_shown_out()
    {
        using var nowhere = await VoiceSocket.Listen(Theatre, "no-such-performance");
        Assert.False(await nowhere.Next());
        Assert.Equal(4404, (int?)nowhere.CloseStatus);

        (byte[] Bytes, WebSocketMessageType Type)[] noises = [("hello"u8.ToArray(), WebSocketMessageType.Text), ([0xc1], WebSocketMessageType.Binary), (new byte[65], WebSocketMessageType.Binary)];
        foreach (var (bytes, type) in noises)
        {
            using var talker = await VoiceSocket.Listen(Theatre);
            await talker.Send(bytes, type);
            await Eventually.So(async () => await IsOver(talker));
        }
    }

    private static async Task<bool> IsOver(VoiceSocket socket)
    {
        try
        {
            return !await socket.Next();
        }
        catch (WebSocketException)
        {
            return true;
        }
    }

    private static async Task<VoiceHeard> Talk(VoiceSocket from, VoiceSocket to, VoiceChannel channel)
    {
        await from.Say(new VoiceFrame(3, 0, channel, Packet(3)));
        return await to.Hear();
    }

    private static async Task<(VoiceChannel Channel, uint Sequence)> NextOn(VoiceSocket socket)
    {
        var heard = await socket.Hear();
        return (heard.Channel, heard.Sequence);
    }

    private static byte[] Packet(int length) => [Voice20Ms, .. Enumerable.Range(1, length).Select(number => (byte)number)];

    private static VoiceFrame Frame(uint sequence, long timeMs) => new(sequence, timeMs, VoiceChannel.Stage, Packet((int)(sequence % 300)));

    private Task Cast(string role, string person) => house.Cast(role, person);

    private async Task<VoiceSocket> OnStage(string role, string person)
    {
        await using var page = await CompanyPage.Enter(Theatre, person, "act");
        await Cast(role, person);
        return await VoiceSocket.OnStage(Theatre, Theatre.Ticket(person, "act"), role);
    }

    private async Task Member(CompanyPage director, string person, params string[] departments)
    {
        await using var page = await CompanyPage.Enter(Theatre, person, "act", "call");
        await director.Do(new SetDepartments(person, departments));
    }

    /// <summary>A listener who is in before anything is said: the theatre counts them when they can hear.</summary>
    private async Task<VoiceSocket> Listen()
    {
        var listener = await VoiceSocket.Listen(Theatre);
        using var probe = await OnStage("attendant", "p-probe");
        await probe.Say(Frame(ProbeSequence, await Now()));
        while ((await listener.Hear()).Sequence != ProbeSequence)
        {
            // Somebody of before.
        }

        return listener;
    }

    /// <summary>Performance time now.</summary>
    private async Task<long> Now()
    {
        await using var director = await Director.Enter(Theatre, Theatre.Ticket("p-clock", "call"));
        return await director.TimeMs();
    }
}
