using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Performers;
using VirtualStage.Matting;
using VirtualStage.Server.Tests.Running;
using VirtualStage.Server.Tests.Support;
using static VirtualStage.Server.Tests.Support.OnCamera;

namespace VirtualStage.Server.Tests.Cluster;

/// <summary>The audience of a show who came to a server that has not its stage.</summary>
public sealed class HouseElsewhereTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_audience_elsewhere_is_shown_one_copy_of_the_frames_and_is_noticed_as_at_home()
    {
        await using var cluster = await ClusterTheatre.Start("--no-bots");
        var (home, elsewhere) = (cluster.Home(), cluster.Other(cluster.Home()));
        await using var director = await OpenHouse(home);
        await director.Do(new CastRole("hamlet", "p-hamlet"));
        using var player = await LivePlayer.Enter(home, home.Ticket("p-hamlet", "act"), "hamlet");
        var seats = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => HouseSeat.Take(elsewhere)));
        var (ann, ben) = (seats[0], seats[1]);
        foreach (var seat in seats)
        {
            await Until(seat, () => seat.Poses.Length == 1);
        }

        // They were sent frames there alone, and count for the house all the same.
        Assert.Equal(0, (await cluster.Scrape(home)).Sum("virtualstage_house_frames_total"));
        Assert.InRange((await cluster.Scrape(elsewhere)).Sum("virtualstage_house_frames_total"), 8, double.MaxValue);
        Assert.Equal(8, (await cluster.Scrape(home)).Sum("virtualstage_spectators"));

        using var cas = await HouseSeat.Take(home);
        await ann.Say(new HouseReaction(ReactionKind.Applause));
        await Until(cas, () => cas.Mood is { Applause: > 0 });
        await Until(ben, () => ben.Mood is { Applause: > 0, Size: >= 9 });
        await ann.Say(new SeatWish(2, 7));
        await Until(ben, () => SeatRows.IsTaken(ben.Seats!, 2, 7));
        ann.Dispose();
        await Until(ben, () => !SeatRows.IsTaken(ben.Seats!, 2, 7));

        // Who does not keep to the protocol is shown out there, and nobody else notices.
        await ben.Send([0xc1]);
        Assert.True(await ben.IsShownOut());
        await Until(seats[2], () => seats[2].Mood is { Applause: 0 });
        foreach (var seat in seats)
        {
            seat.Dispose();
        }

        await Eventually.So(async () => (await cluster.Scrape(home)).Sum("virtualstage_spectators") == 1);
    }

    [Fact]
    public async Task The_doors_of_a_house_are_the_same_at_every_server()
    {
        await using var cluster = await ClusterTheatre.Start("--no-bots");
        var (home, elsewhere) = (cluster.Home(), cluster.Other(cluster.Home()));
        using (var early = await HouseSeat.Take(elsewhere))
        {
            Assert.Null(await early.Watch());
            Assert.Equal((4403, "the doors are closed"), ((int?)early.CloseStatus, early.CloseReason));
        }

        await using var director = await OpenHouse(home);
        // Who says that they are shown the stage elsewhere, and is no server of this theatre, is a spectator like others.
        using (var cheat = await HouseSeat.Take(home, header: ("VirtualStage-Shown-Elsewhere", new string('A', 64))))
        {
            Assert.NotNull(await cheat.Watch());
        }

        await director.Do(new SetDoors(DoorsFor.Everybody, 1));
        await Eventually.So(async () => (await director.View()).Doors is { Taken: 0 });
        using var ann = await HouseSeat.Take(elsewhere, key: Key("ann"));
        Assert.NotNull(await ann.Watch());
        foreach (var (server, door) in new[] { (home, "house"), (elsewhere, "house"), (elsewhere, "voices"), (elsewhere, "pictures") })
        {
            using var full = await HouseSeat.Take(server, key: Key("ben"), door: door);
            Assert.Null(await full.Receive());
            Assert.Equal((4432, "the house is full: there is a queue"), ((int?)full.CloseStatus, full.CloseReason));
        }

        using var ben = await HouseSeat.Take(elsewhere, key: Key("ben"), door: "queue");
        Assert.Equal(1, (await ben.Place())!.Number);
        using var company = await HouseSeat.Take(elsewhere, ticket: home.Ticket("p-notes", "notes"));
        Assert.NotNull(await company.Watch());

        // A seat is one seat: whoever comes with its key last has it, at whichever server.
        using var annAtHome = await HouseSeat.Take(home, key: Key("ann"));
        Assert.NotNull(await annAtHome.Watch());
        Assert.True(await ann.IsShownOut());
        Assert.Equal((4409, "you came in elsewhere"), ((int?)ann.CloseStatus, ann.CloseReason));
        annAtHome.Dispose();
        while (await ben.Place() is { } place)
        {
            Assert.InRange(place.Number, 0, 1);
        }

        using var bensSeat = await HouseSeat.Take(elsewhere, key: Key("ben"));
        Assert.NotNull(await bensSeat.Watch());
    }

    [Fact]
    public async Task Voices_are_heard_and_performers_seen_at_every_server()
    {
        Assert.SkipUnless(MattingSupport.Probe().IsAvailable, MattingSupport.Probe().Reason ?? "");
        Ffmpeg.Demand();
        using var folder = new TempFolder();
        await using var cluster = await ClusterTheatre.Start("--no-bots", "--production", EveryKindTheatre.WriteTo(folder["every-kind"]), "--speed", "10");
        var (home, elsewhere) = (cluster.Home(), cluster.Other(cluster.Home()));
        await using var director = await OpenHouse(home);
        await director.Do(new CallBeginners());
        await director.Do(new StartShow());
        await director.Do(new CastRole("ghost", "p-ghost"));
        using var camera = await MessageSocket<IPerformerReply>.Open(elsewhere, $"performer?role=ghost&access_token={home.Ticket("p-ghost", "perform")}");
        using var listener = await VoiceSocket.Listen(elsewhere);
        var hearing = listener.Hear();
        byte[] packet = [0xf8, 1];
        for (var sequence = 1u; !hearing.IsCompleted; sequence++)
        {
            await camera.Send<IPerformerMessage>(new VoiceFrame(sequence, await director.TimeMs(), VoiceChannel.Stage, packet));
            await Task.WhenAny(hearing, Task.Delay(50, Cancel));
        }

        Assert.Equal(packet, (await hearing).Data);

        // Before a cue has them on, operators alone see them; some of those by video.
        using var house = await MessageSocket<IPictureMessage>.Open(elsewhere, "pictures");
        var ticket = home.Ticket("p-caller", "call");
        using var console = await MessageSocket<IPictureMessage>.Open(elsewhere, $"pictures?access_token={ticket}");
        using var modern = await MessageSocket<IPictureMessage>.Open(elsewhere, $"pictures?video=h264&access_token={ticket}");
        await director.Do(new Hold("the cameras are looked at"));
        await director.Do(new GoToCue("5"));
        await camera.Send<IPerformerMessage>(new Showing(true));
        var videos = new List<HouseVideo>();
        var watching = Watch();
        for (var number = 1u; !watching.IsCompleted; number++)
        {
            await Matte(camera, number, timeMs: 0, Room());
            Assert.Equal("ghost", (await Seen(console)).Role);
        }

        await watching;
        AssertCanBeDecoded(videos.ConvertAll(video => video.Video));

        // Of what the house did not see while they were not on, nothing waits for it.
        await director.Do(new GoToCue("6"));
        var now = await director.TimeMs();
        await Matte(camera, 10_000, now, Room());
        Assert.InRange((await Seen(house)).Picture.TimeMs, now, long.MaxValue);
        await camera.Send<IPerformerMessage>(new Showing(false));
        Assert.Equal("ghost", Assert.IsType<PerformerGone>(await house.Next()).Role);

        async Task Watch()
        {
            while (videos.Count < 3)
            {
                var message = (await modern.Next())!;
                if (message is HouseVideo video)
                {
                    videos.Add(video);
                }

                await modern.Send(new HouseAck(message is HouseVideo unit ? unit.Number : Assert.IsType<HousePicture>(message).Number));
            }
        }
    }

    private static async Task<Director> OpenHouse(RunningTheatre home)
    {
        var director = await Director.Enter(home, home.Ticket("p-caller", "call", "cast"));
        await director.Do(new OpenHouse());
        return director;
    }

    private static string Key(string name) => $"{name}-a-key-of-20-characters";

    private static async Task Until(HouseSeat seat, Func<bool> so)
    {
        while (!so())
        {
            Assert.NotNull(await seat.Watch());
        }
    }
}
