using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using OpenCvSharp;
using VirtualStage.Client;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Performers;
using VirtualStage.Matting;
using VirtualStage.Server.Tests.Support;
using static VirtualStage.Server.Tests.Support.OnCamera;

namespace VirtualStage.Server.Tests.Running;

/// <summary>Performers on camera: through the doors, the matting process and back, to those who may look.</summary>
public sealed class PerformerTests(PerformerTheatre open) : IClassFixture<PerformerTheatre>
{
    private RunningTheatre Theatre => open.Theatre;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_may_not_perform_is_not_let_in_and_is_told_why()
    {
        await Assert.ThrowsAsync<WebSocketException>(() => Open("ghost", ""));
        await Assert.ThrowsAsync<WebSocketException>(() => Open("ghost", "p-actor", "act"));
        await open.Cast("bert", "p-bert");
        using var other = await Open("bert", "p-other", "perform");
        Assert.Null(await other.Next());
        Assert.Equal((WebSocketCloseStatus)4403, other.CloseStatus);
        Assert.Equal("you are not cast as Bert", other.CloseReason);
        using var nobody = await Open("no-such", "p-bert", "perform");
        Assert.Null(await nobody.Next());
        Assert.Equal("there is no role no-such", nobody.CloseReason);

        using var first = await Open("bert", "p-bert", "perform");
        await Eventually.So(async () => (await Performers()).Performers.Any(performer => performer.Role == "bert"));
        using var second = await Open("bert", "p-bert", "perform");
        Assert.Null(await second.Next());
        Assert.Equal("a camera is connected for this role already: close the other page first", second.CloseReason);
    }

    [Fact]
    public async Task Their_list_is_for_operators()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await Ask(null)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Ask(Theatre.Ticket("p-x", "act", "perform"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Ask(Theatre.Ticket("p-x", "call"))).StatusCode);
    }

    [Fact]
    public async Task What_cannot_be_read_is_answered_with_words_and_ends_the_connection_when_it_goes_on()
    {
        await open.Cast("bert", "p-noise");
        using var camera = await Open("bert", "p-noise", "perform");
        for (var i = 0; i < 9; i++)
        {
            await camera.SendRaw([0xc1, 1, 2]);
        }

        await camera.Send<IPerformerMessage>(new Showing(false));
        await camera.SendRaw([0xc1]);
        while (await camera.Next() is not null)
        {
            // The matting may have something to say before.
        }

        Assert.Equal(WebSocketCloseStatus.InvalidPayloadData, camera.CloseStatus);
    }

    [Fact]
    public async Task A_picture_that_is_larger_than_the_theatre_takes_ends_the_connection()
    {
        await open.Cast("bert", "p-large");
        using var camera = await Open("bert", "p-large", "perform");
        await camera.SendRaw(new byte[CameraFrame.MaxBytes + 1]);
        while (await camera.Next() is not null)
        {
            // The matting may have something to say before.
        }

        Assert.Equal(WebSocketCloseStatus.MessageTooBig, camera.CloseStatus);
    }

    [Fact]
    public async Task A_performer_is_cut_out_and_seen_by_operators_when_shown_and_by_the_house_when_a_cue_has_them_on()
    {
        Assert.SkipUnless(MattingSupport.Probe().IsAvailable, MattingSupport.Probe().Reason ?? "");
        await using var director = await Director.Enter(Theatre, Theatre.Ticket("p-caller", "call"));
        await Eventually.So(async () => (await Performers()).Performers.Length == 0);
        await open.Cast("ghost", "p-ghost");
        using var camera = await Open("ghost", "p-ghost", "perform");
        using var house = await MessageSocket<IPictureMessage>.Open(Theatre, "pictures");
        using var console = await MessageSocket<IPictureMessage>.Open(Theatre, $"pictures?access_token={Theatre.Ticket("p-caller", "call")}");
        await director.Do(new Hold("the cameras are looked at"));
        await director.Do(new GoToCue("5"));

        var before = await director.TimeMs();
        var own = await Matte(camera, 1, timeMs: 0, Room());
        Assert.Equal((640, 360), (own.Picture!.Width, own.Picture.Height));
        Assert.InRange(own.Picture.TimeMs, before, await director.TimeMs());
        Assert.Equal(Contracts.Performers.PlateHealth.None, own.State.Plate);
        AssertIsPicture(own.Picture.Colour, 640, 360, channels: 3);
        AssertIsPicture(own.Picture.Alpha, 640, 360, channels: 1);

        // Unreadable pictures are answered, and the next one goes on.
        Assert.Contains("not a JPEG", await Refused(camera, 2, [1, 2, 3]), StringComparison.Ordinal);
        await Refused(camera, 3, Room()[..400]);

        await camera.Send<IPerformerMessage>(new PlateGiven(Room()));
        var judged = await Until<PlateJudged>(camera);
        Assert.NotEmpty(judged.Words);

        await camera.Send<IPerformerMessage>(new Showing(true));
        var now = await director.TimeMs();
        await Matte(camera, 4, now, Room());
        Assert.Equal(now, (await Seen(console)).Picture.TimeMs);
        Assert.Contains(await Shown(), view => view is { Role: "ghost", IsShown: true });

        // A second camera is not let in, and takes nothing away.
        using (var second = await Open("ghost", "p-ghost", "perform"))
        {
            Assert.Null(await second.Next());
        }

        await director.Do(new GoToCue("6"));
        now = await director.TimeMs();
        await Matte(camera, 5, now, Room());
        Assert.Equal(now, (await Seen(house)).Picture.TimeMs);
        Assert.Equal(now, (await Seen(console)).Picture.TimeMs);
        await SeenByAClientOfTheCore(camera, director);
        await SeenAsAnAvatar(camera, house, director);
        await camera.Send<IPerformerMessage>(new Showing(false));
        IPictureMessage? last;
        while ((last = await house.Next()) is HousePicture more)
        {
            await house.Send(new HouseAck(more.Number));
        }

        Assert.Equal("ghost", Assert.IsType<PerformerGone>(last).Role);
    }

    [Fact]
    public async Task Who_asks_for_video_is_sent_it_from_a_keyframe_on_and_others_are_sent_pictures()
    {
        Assert.SkipUnless(MattingSupport.Probe().IsAvailable, MattingSupport.Probe().Reason ?? "");
        Ffmpeg.Demand();
        // Of those who were on camera before nothing is to come any more.
        await Eventually.So(async () => (await Performers()).Performers.Length == 0);
        await open.Cast("bert", "p-video");
        using var camera = await Open("bert", "p-video", "perform");
        var ticket = Theatre.Ticket("p-caller", "call");
        using var modern = await MessageSocket<IPictureMessage>.Open(Theatre, $"pictures?video=h264&access_token={ticket}");
        using var other = await MessageSocket<IPictureMessage>.Open(Theatre, $"pictures?video=h999&access_token={ticket}");
        await camera.Send<IPerformerMessage>(new Showing(true));
        var (number, seen) = (0u, new List<IPictureMessage>());
        var watching = Watch();
        while (!watching.IsCompleted)
        {
            await Matte(camera, ++number, timeMs: 0, Room());
            var picture = (await Seen(other)).Picture;
            Assert.Equal((640, 360), (picture.Width, picture.Height));
        }

        await watching;
        var videos = seen.SkipWhile(message => message is HousePicture).Cast<HouseVideo>().Select(message => message.Video).ToList();
        Assert.All(videos, video => Assert.Equal((640, 360), (video.Width, video.Height)));
        AssertCanBeDecoded(videos);
        Assert.Equal([0, 0, 0, 1, 0x67], videos[0].Data[..5]);
        Assert.Contains(await Shown(), view => view is { Role: "bert" } && view.Sent.StartsWith("as video", StringComparison.Ordinal));

        async Task Watch()
        {
            while (seen.OfType<HouseVideo>().Count() < 3)
            {
                seen.Add((await modern.Next())!);
                await modern.Send(new HouseAck(seen[^1] is HouseVideo unit ? unit.Number : Assert.IsType<HousePicture>(seen[^1]).Number));
            }
        }
    }

    /// <summary>Who appears as an avatar: nothing that the camera saw goes to others, and what they had is gone first.</summary>
    private static async Task SeenAsAnAvatar(MessageSocket<IPerformerReply> camera, MessageSocket<IPictureMessage> house, Director director)
    {
        await camera.Send<IPerformerMessage>(new Appearing(true));
        IPictureMessage? message;
        while ((message = await house.Next()) is HousePicture picture)
        {
            await house.Send(new HouseAck(picture.Number));
        }

        await house.Send(new HouseAck(Assert.IsType<PerformerGone>(message).Number));
        var now = await director.TimeMs();
        var own = await Matte(camera, 7, now, Room());
        Assert.NotEmpty(own.Picture!.Colour);
        var seen = await Seen(house);
        Assert.Equal(("ghost", now, 640, 360), (seen.Role, seen.Picture.TimeMs, seen.Picture.Width, seen.Picture.Height));
        Assert.Equal((0, 0), (seen.Picture.Colour.Length, seen.Picture.Alpha.Length));
        Assert.Equal(own.Picture.Body, seen.Picture.Body);

        await camera.Send<IPerformerMessage>(new Appearing(false));
        await house.Send(new HouseAck(Assert.IsType<PerformerGone>(await house.Next()).Number));
        await Matte(camera, 8, await director.TimeMs(), Room());
        AssertIsPicture((await Seen(house)).Picture.Colour, 640, 360, channels: 3);
    }

    /// <summary>What Unity uses: a picture is kept until the moment that is shown reaches it.</summary>
    private async Task SeenByAClientOfTheCore(MessageSocket<IPerformerReply> camera, Director director)
    {
        using var line = new PictureLine(Theatre.Address, Theatre.Performance, Theatre.Ticket("p-anna", "act"));
        var roles = new List<string>();
        await Eventually.So(() =>
        {
            line.RolesInto(roles);
            return roles.Contains("ghost");
        });
        line.Take("ghost", long.MaxValue);
        var now = await director.TimeMs();
        await Matte(camera, 6, now, Room());
        PerformerPicture? taken = null;
        await Eventually.So(() =>
        {
            Assert.Null(line.Take("ghost", now - 1));
            return (taken = line.Take("ghost", now)) is not null;
        });
        Assert.Equal(now, taken!.TimeMs);
        Assert.Null(line.Take("nobody", now));
    }

    [Fact]
    public async Task A_performer_is_heard_by_the_house()
    {
        await open.Cast("anna", "p-anna");
        using var listener = await VoiceSocket.Listen(Theatre);
        using var camera = await Open("anna", "p-anna", "perform");
        await using var director = await Director.Enter(Theatre, Theatre.Ticket("p-caller", "call"));

        // A mono packet of one frame of 20 ms.
        var packet = new byte[40];
        packet[0] = 0xf8;
        await Eventually.So(async () =>
        {
            await camera.Send<IPerformerMessage>(new VoiceFrame(1, await director.TimeMs(), VoiceChannel.Stage, packet));
            return true;
        });

        Assert.Equal(packet, (await listener.Hear()).Data);
    }

    private static void AssertIsPicture(byte[] jpeg, int width, int height, int channels)
    {
        using var picture = Cv2.ImDecode(jpeg, ImreadModes.Unchanged);
        Assert.Equal((width, height, channels), (picture.Width, picture.Height, picture.Channels()));
    }

    private Task<MessageSocket<IPerformerReply>> Open(string role, string person, params string[] scopes) =>
        MessageSocket<IPerformerReply>.Open(
            Theatre, scopes.Length == 0 ? $"performer?role={role}" : $"performer?role={role}&access_token={Theatre.Ticket(person, scopes)}");

    private async Task<PerformersView> Performers() =>
        (await (await Ask(Theatre.Ticket("p-x", "call"))).Content.ReadFromJsonAsync<PerformersView>(Cancel))!;

    private async Task<PerformerView[]> Shown() => (await Performers()).Performers;

    private async Task<HttpResponseMessage> Ask(string? ticket)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Theatre.Address, $"/api/performances/{Theatre.Performance}/performers"));
        request.Headers.Authorization = ticket is null ? null : new AuthenticationHeaderValue("Bearer", ticket);
        return await http.SendAsync(request, Cancel);
    }
}

/// <summary>A show of its own for performers, whose sheet has one come on.</summary>
public sealed class PerformerTheatre : EveryKindTheatre;
