using System.Net;
using VirtualStage.Contracts.Console;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>The show runs, and its doors are for these tests to open and to close.</summary>
public sealed class DoorkeepersTheatre : OpenTheatre;

/// <summary>Who gets in when the house is full, or not for everybody. In one theatre, one after the other.</summary>
public sealed class FullHouseTests(DoorkeepersTheatre open) : IClassFixture<DoorkeepersTheatre>
{
    private RunningTheatre Theatre => open.Theatre;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_finds_a_full_house_waits_and_is_let_in_in_order()
    {
        await using var director = await EmptyHouse();
        await director.Do(new SetDoors(DoorsFor.Everybody, 1));
        var ann = await HouseSeat.Take(Theatre);
        Assert.NotNull(await ann.Watch());

        using (var full = await HouseSeat.Take(Theatre, key: Key("ben")))
        {
            Assert.Null(await full.Watch());
            Assert.Equal((4432, "the house is full: there is a queue"), ((int?)full.CloseStatus, full.CloseReason));
        }

        using var ben = await HouseSeat.Take(Theatre, key: Key("ben"), door: "queue");
        Assert.Equal(1, (await ben.Place())!.Number);
        using var cas = await HouseSeat.Take(Theatre, key: Key("cas"), door: "queue");
        Assert.Equal(2, (await cas.Place())!.Number);

        // The company counts for nothing; voices and pictures are for those who have a place.
        using var operators = await HouseSeat.Take(Theatre, ticket: Theatre.Ticket("p-notes", "notes"));
        Assert.NotNull(await operators.Watch());
        foreach (var door in new[] { "voices", "pictures" })
        {
            using var listener = await HouseSeat.Take(Theatre, door: door);
            Assert.Null(await listener.Place());
            Assert.Equal(4432, (int?)listener.CloseStatus);
        }

        await Eventually.So(async () => (await director.View()).Doors is { Admits: DoorsFor.Everybody, Capacity: 1, Taken: 1, Waiting: 2 });
        ann.Dispose();
        await Until(ben, 0);
        Assert.Null(await ben.Place());
        using var late = await HouseSeat.Take(Theatre);
        Assert.Null(await late.Watch());
        using var bensSeat = await HouseSeat.Take(Theatre, key: Key("ben"));
        Assert.NotNull(await bensSeat.Watch());
        using var bensVoices = await HouseSeat.Take(Theatre, key: Key("ben"), door: "voices");
        await Until(cas, 1);

        // A seat is one seat: whoever comes with its key last has it.
        using var bensOther = await HouseSeat.Take(Theatre, key: Key("ben"));
        Assert.NotNull(await bensOther.Watch());
        Assert.True(await bensSeat.IsShownOut());
        Assert.Equal(4409, (int?)bensSeat.CloseStatus);

        await director.Do(new SetDoors(DoorsFor.Everybody, null));
        await Until(cas, 0);
    }

    [Fact]
    public async Task Doors_for_the_invited_let_in_who_has_a_ticket_and_doors_for_the_company_not_even_them()
    {
        await using var director = await Director.Enter(Theatre, Theatre.Ticket("p-doors", "call"));
        await director.Do(new SetDoors(DoorsFor.Everybody, null));
        var dan = await HouseSeat.Take(Theatre, key: Key("dan"));
        Assert.NotNull(await dan.Watch());

        await director.Do(new SetDoors(DoorsFor.Invited, null));
        using var stranger = await HouseSeat.Take(Theatre);
        Assert.Null(await stranger.Watch());
        Assert.Equal((4403, "only who was invited is let in"), ((int?)stranger.CloseStatus, stranger.CloseReason));
        using var invited = await HouseSeat.Take(Theatre, ticket: Theatre.Ticket("p-invited", "watch"));
        Assert.NotNull(await invited.Watch());

        // Who is in stays in, also over a lost connection, and gets a new plan.
        dan.Dispose();
        using var again = await HouseSeat.Take(Theatre, key: Key("dan"));
        Assert.NotNull(await again.Watch());
        using var http = Theatre.Stranger();
        using var none = await http.GetAsync($"/api/performances/{Theatre.Performance}/plan", Cancel);
        using var plan = await http.GetAsync($"/api/performances/{Theatre.Performance}/plan?seat={Key("dan")}", Cancel);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (none.StatusCode, plan.StatusCode));

        await director.Do(new SetDoors(DoorsFor.Company, null));
        using var late = await HouseSeat.Take(Theatre, ticket: Theatre.Ticket("p-invited", "watch"));
        using var queue = await HouseSeat.Take(Theatre, key: Key("eve"), door: "queue");
        Assert.Equal((null, null), (await late.Watch(), await queue.Place()));
        Assert.Equal((4403, 4403), ((int?)late.CloseStatus, (int?)queue.CloseStatus));
        using var actor = await HouseSeat.Take(Theatre, ticket: Theatre.Ticket("p-actor", "act"));
        Assert.NotNull(await actor.Watch());
        await director.Do(new SetDoors(DoorsFor.Everybody, null));
    }

    [Fact]
    public async Task What_no_house_has_is_refused_and_so_is_who_may_not_call()
    {
        await using var director = await Director.Enter(Theatre, Theatre.Ticket("p-doors", "call"));
        await using var other = await Director.Enter(Theatre, Theatre.Ticket("p-notes", "notes", "cast"));

        foreach (var capacity in new[] { 0, -1, SetDoors.MostCapacity + 1 })
        {
            Assert.Contains("1 to 100000 places", (await director.Send(new SetDoors(DoorsFor.Everybody, capacity))).Reason);
        }

        Assert.Equal("your ticket does not allow to call", (await other.Send(new SetDoors(DoorsFor.Company, null))).Reason);
        Assert.Equal("your ticket does not allow to call", (await other.Send(new SetReactions(false))).Reason);
        Assert.Equal(DoorsFor.Everybody, (await director.View()).Doors.Admits);
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("with-a-blank-%20-in-it-somewhere")]
    public async Task Who_waits_needs_a_key_to_keep_a_place_by(string key)
    {
        using var http = Theatre.Stranger();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/performances/{Theatre.Performance}/queue?seat={key}");
        using var response = await http.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(() => HouseSeat.Take(Theatre, key: key, door: "queue"));
    }

    [Fact]
    public async Task Who_waits_says_nothing()
    {
        await using var director = await EmptyHouse();
        await director.Do(new SetDoors(DoorsFor.Everybody, 1));
        using var ann = await HouseSeat.Take(Theatre);
        Assert.NotNull(await ann.Watch());
        using var talker = await HouseSeat.Take(Theatre, key: Key("fay"), door: "queue");
        Assert.NotNull(await talker.Place());
        await talker.Send([1, 2, 3]);
        Assert.True(await talker.IsShownOut());
        Assert.Equal(1008, (int?)talker.CloseStatus);
        await director.Do(new SetDoors(DoorsFor.Everybody, null));
    }

    private static string Key(string name) => $"{name}-{new string('0', 16)}";

    /// <summary>When no place is kept any more for who was here in another test.</summary>
    private async Task<Director> EmptyHouse()
    {
        var director = await Director.Enter(Theatre, Theatre.Ticket("p-doors", "call"));
        await Eventually.So(async () => (await director.View()).Doors.Taken == 0, TimeSpan.FromSeconds(60));
        return director;
    }

    private static async Task Until(HouseSeat waits, int number)
    {
        while ((await waits.Place())!.Number != number)
        {
        }
    }
}
