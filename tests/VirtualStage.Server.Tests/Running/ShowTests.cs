using System.Net.Http.Json;
using System.Net.WebSockets;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Doors;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Performances;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>A show that runs: the hub, and the house.</summary>
[Collection(nameof(OpenTheatre))]
public sealed class ShowTests(OpenTheatre open)
{
    private RunningTheatre Theatre => open.Theatre;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_the_doors_are_open_anybody_may_watch_and_read_the_plan_and_no_more()
    {
        using var http = Theatre.Stranger();

        var playbill = await http.GetFromJsonAsync<Playbill>("/api/playbill", Cancel);
        Assert.True(playbill!.Performances.Single().DoorsOpen);
        Assert.NotNull(await http.GetFromJsonAsync<Contracts.Stage.StagePlan>("/api/performances/hamlet-1/plan", Cancel));
        using var book = await http.GetAsync("/api/performances/hamlet-1/book", Cancel);
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, book.StatusCode);
    }

    [Fact]
    public async Task A_cue_is_stood_by_and_called_and_the_house_sees_it()
    {
        await using var director = await Caller();
        using var seat = await HouseSeat.Take(Theatre);
        await seat.Watch();

        await director.Do(new StandBy("LX 4"));
        await director.Do(new Go("LX 4"));

        await Eventually.So(async () => (await director.View()).Cues.Any(cue => cue is { Number: "LX 4", State: CueState.Done }));
        await Eventually.So(() => director.Told?.Cues.Any(cue => cue is { Number: "LX 4", State: CueState.Done }) == true);
        await SeesUntil(seat, () => seat.Scene!.Light.Look == "apparition");
    }

    [Fact]
    public async Task A_go_that_is_sent_again_calls_the_cue_once()
    {
        await using var director = await Caller();
        await using var second = await Caller();
        await director.Do(new StandBy("LX 7"));
        var id = Guid.NewGuid().ToString();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => (i % 2 == 0 ? director : second).Send(new Go("LX 7"), id)));
        var later = await director.Send(new Go("LX 7"), id);

        Assert.All(answers, answer => Assert.Equal((true, null, answers[0].Revision), (answer.Accepted, answer.Reason, answer.Revision)));
        Assert.Equal((true, answers[0].Revision), (later.Accepted, later.Revision));
        Assert.Single(JournalFile.Events(Theatre.Data, Theatre.Performance).OfType<CueCalled>(), called => called.Cue == "LX 7");
        Assert.False((await director.Send(new Go("LX 7"))).Accepted);
    }

    [Fact]
    public async Task A_go_that_a_broken_line_held_back_is_refused_and_one_that_was_done_is_answered_again()
    {
        await using var director = await Caller();
        await director.Do(new StandBy("LX 8"));
        var nowMs = await director.TimeMs();

        var late = await director.Send(new Go("LX 8"), "late", nowMs - 1600);
        Assert.Equal((false, "it came too late, for the line was down"), (late.Accepted, late.Reason));
        Assert.Equal("LX 8", (await director.View()).Standby);

        var inTime = await director.Send(new Go("LX 8"), "in-time", nowMs);
        Assert.True(inTime.Accepted, inTime.Reason);
        var again = await director.Send(new Go("LX 8"), "in-time", nowMs - 60_000);
        Assert.Equal((true, inTime.Revision), (again.Accepted, again.Revision));
    }

    [Theory]
    [InlineData("")]
    [InlineData("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    public async Task A_command_without_a_sound_id_is_refused(string id)
    {
        await using var director = await Caller();

        Assert.Contains("1 to 64", (await director.Send(new StandBy("LX 4"), id)).Reason);
    }

    [Fact]
    public async Task A_person_who_calls_is_displaced_only_on_purpose()
    {
        await using var caller = await Caller();
        await using var other = await Director.Enter(Theatre, Theatre.Ticket("p-other", "call"));

        Assert.Contains("take the book first", (await other.Send(new StandBy("LX 5"))).Reason);
        await other.Do(new TakeCalling());
        Assert.Equal("p-other", (await other.View()).Caller.Person);
        Assert.Contains("take the book first", (await caller.Send(new StandBy("LX 5"))).Reason);
        await caller.Do(new TakeCalling());
    }

    [Fact]
    public async Task Consoles_are_told_of_what_others_do()
    {
        await using var caller = await Caller();
        await using var watching = await Director.Enter(Theatre, Theatre.Ticket("p-notes", "notes"));

        await caller.Do(new Advance("1.1.12"));

        await Eventually.So(() => watching.Told?.CurrentLine == "1.1.12");
        Assert.Contains("no line 9.9.9", (await caller.Send(new Advance("9.9.9"))).Reason);
    }

    [Fact]
    public async Task What_is_no_message_ends_its_sender_and_not_the_server()
    {
        var hub = new UriBuilder(new Uri(Theatre.Address, $"/hub/director?access_token={Theatre.Ticket("p-caller", "call")}")) { Scheme = "ws" }.Uri;
        byte[][] payloads =
        [
            [0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
            [5, 0x95, 1, 0x80, 0xa1, 0x31, 0xa4],
            // Send(performance, [id, [255, []]]): a command that there is not.
            Framed([0x96, 1, 0x80, 0xa1, 0x31, 0xa4, .. "Send"u8, 0x92, 0xa8, .. "hamlet-1"u8, 0x92, 0xa1, 0x78, 0x92, 0xcc, 0xff, 0x90, 0x90]),
            // Send(performance, nil).
            Framed([0x96, 1, 0x80, 0xa1, 0x31, 0xa4, .. "Send"u8, 0x92, 0xa8, .. "hamlet-1"u8, 0xc0, 0x90]),
            // Send(performance, ["x", [9, [nil]]]): a standby for no cue; and [nil, [11, []]]: a command without an id.
            Framed([0x96, 1, 0x80, 0xa1, 0x31, 0xa4, .. "Send"u8, 0x92, 0xa8, .. "hamlet-1"u8, 0x92, 0xa1, 0x78, 0x92, 9, 0x91, 0xc0, 0x90]),
            Framed([0x96, 1, 0x80, 0xa1, 0x31, 0xa4, .. "Send"u8, 0x92, 0xa8, .. "hamlet-1"u8, 0x92, 0xc0, 0x92, 11, 0x90, 0x90]),
            // Arrays in arrays, deeper than anything that is meant.
            Framed([0x96, 1, 0x80, 0xa1, 0x31, 0xa4, .. "Send"u8, 0x92, 0xa8, .. "hamlet-1"u8, .. Enumerable.Repeat((byte)0x91, 9000), 0x90]),
            new byte[100_000],
        ];
        foreach (var payload in payloads)
        {
            using var socket = new ClientWebSocket();
            await socket.ConnectAsync(hub, Cancel);
            await socket.SendAsync("{\"protocol\":\"messagepack\",\"version\":1}\u001e"u8.ToArray(), WebSocketMessageType.Text, true, Cancel);
            await socket.SendAsync(payload, WebSocketMessageType.Binary, true, Cancel);
            await Task.Delay(50, Cancel);
        }

        await using var director = await Caller();
        Assert.Equal(ShowState.Running, (await director.View()).Show);
        Assert.True(Theatre.IsUp);
    }

    [Fact]
    public async Task The_first_frame_shows_everything_and_those_after_it_follow_from_it()
    {
        using var seat = await HouseSeat.Take(Theatre);

        var first = await seat.Watch();
        Assert.Equal(0u, first!.BaseNumber);
        Assert.Equal(1f, first.Scene!.Rate);
        await SeesUntil(seat, () => seat.Scene!.Show == ShowState.Running);
        var last = (await seat.Watch())!;
        for (var i = 0; i < 5; i++)
        {
            var frame = (await seat.Watch())!;
            Assert.True(frame.Number > last.Number && frame.Tick > last.Tick && frame.TimeMs > last.TimeMs);
            last = frame;
        }
    }

    [Fact]
    public async Task Who_does_not_acknowledge_is_sent_ten_frames_and_no_more()
    {
        using var seat = await HouseSeat.Take(Theatre);
        for (var i = 0; i < 10; i++)
        {
            Assert.NotNull(await seat.Watch(acknowledges: false));
        }

        await Assert.ThrowsAsync<TimeoutException>(() => Task.Run(() => seat.Watch()).WaitAsync(TimeSpan.FromSeconds(3), Cancel));
    }

    [Fact]
    public async Task Spectators_are_counted_in_and_out()
    {
        await using var director = await Caller();
        var before = (await director.View()).HouseCount;
        using (var seat = await HouseSeat.Take(Theatre))
        {
            await seat.Watch();
            Assert.Equal(before + 1, (await director.View()).HouseCount);
        }

        await Eventually.So(async () => (await director.View()).HouseCount == before);
    }

    [Fact]
    public async Task Who_talks_in_the_house_is_shown_out_and_the_others_go_on_watching()
    {
        using var quiet = await HouseSeat.Take(Theatre);
        await quiet.Watch();
        (byte[] Bytes, WebSocketMessageType Type)[] noises =
        [
            ("hello"u8.ToArray(), WebSocketMessageType.Text),
            (new byte[65], WebSocketMessageType.Binary),
            (new byte[1_000_000], WebSocketMessageType.Binary),
            ([0xc1], WebSocketMessageType.Binary),
            ([], WebSocketMessageType.Binary),
        ];
        foreach (var (bytes, type) in noises)
        {
            using var seat = await HouseSeat.Take(Theatre);
            await seat.Watch();
            Assert.True(await IsShownOutFor(seat, bytes, type), $"{bytes.Length} bytes of {type} were taken");
        }

        Assert.NotNull(await quiet.Watch());
    }

    /// <summary>True when somebody is shown out for what they say, be it before they have said all of it.</summary>
    private static async Task<bool> IsShownOutFor(HouseSeat seat, byte[] bytes, WebSocketMessageType type)
    {
        try
        {
            await seat.Send(bytes, type);
        }
        catch (WebSocketException)
        {
            return true;
        }

        return await seat.IsShownOut();
    }

    [Fact]
    public async Task An_acknowledgement_of_what_was_never_sent_does_no_harm()
    {
        using var seat = await HouseSeat.Take(Theatre);
        await seat.Watch();
        await seat.Say(new Contracts.House.HouseAck(uint.MaxValue));

        for (var i = 0; i < 5; i++)
        {
            Assert.NotNull(await seat.Watch());
        }
    }

    private static byte[] Framed(byte[] message)
    {
        List<byte> framed = [];
        for (var length = message.Length; ; length >>= 7)
        {
            framed.Add((byte)((length & 0x7f) | (length > 0x7f ? 0x80 : 0)));
            if (length <= 0x7f)
            {
                return [.. framed, .. message];
            }
        }
    }

    private static async Task SeesUntil(HouseSeat seat, Func<bool> so)
    {
        for (var i = 0; i < 1000 && !so(); i++)
        {
            await seat.Watch();
        }

        Assert.True(so());
    }

    private Task<Director> Caller() => Director.Enter(Theatre, Theatre.Ticket("p-caller", "call"));
}
