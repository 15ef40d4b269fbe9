using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.House;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>The show runs before a house that these tests alone make noise in.</summary>
public sealed class LoudTheatre : OpenTheatre;

/// <summary>What the house does besides watching, and who notices.</summary>
public sealed class ReactionTests(LoudTheatre open) : IClassFixture<LoudTheatre>
{
    private RunningTheatre Theatre => open.Theatre;

    [Fact]
    public async Task Applause_is_heard_by_the_house_and_by_actors_and_not_when_the_director_says_so()
    {
        await open.Cast("hamlet", "p-hamlet");
        await using var director = await Director.Enter(Theatre, Theatre.Ticket("p-doors", "call"));
        using var actor = await LivePlayer.Enter(Theatre, Theatre.Ticket("p-hamlet", "act"), "hamlet");
        using var ann = await HouseSeat.Take(Theatre);
        using var ben = await HouseSeat.Take(Theatre);
        await Until(ben, () => ben.Mood is { Applause: 0, AreOff: false });

        await Until(ann, () => true);
        var heard = actor.Until(() => actor.Stage.Mood is { Applause: > 0, Size: >= 2 });
        await ann.Say(new HouseReaction(ReactionKind.Applause));
        await Until(ben, () => ben.Mood is { Applause: > 0, Laugh: 0, Size: >= 2 });
        await heard;
        await Until(ben, () => ben.Mood is { Applause: 0, Size: 0 });

        await director.Do(new SetReactions(false));
        await Until(ben, () => ben.Mood is { AreOff: true });
        Assert.False((await director.View()).Doors.ReactionsTaken);
        await ann.Say(new HouseReaction(ReactionKind.Bravo));
        using var late = await HouseSeat.Take(Theatre);
        await Until(late, () => late.Mood is { AreOff: true });
        for (var frame = 0; frame < 20; frame++)
        {
            await late.Watch();
            Assert.Equal(new HouseMood(0, 0, 0, 0, 0, AreOff: true), late.Mood);
        }

        await director.Do(new SetReactions(true));
        await Until(late, () => late.Mood is { AreOff: false });
    }

    [Fact]
    public async Task A_seat_is_seen_by_the_house_and_from_the_stage_and_is_free_again_when_its_guest_is_gone()
    {
        await open.Cast("ophelia", "p-ophelia");
        using var actor = await LivePlayer.Enter(Theatre, Theatre.Ticket("p-ophelia", "act"), "ophelia");
        using var ben = await HouseSeat.Take(Theatre);
        using (var ann = await HouseSeat.Take(Theatre))
        {
            await ann.Watch();
            var seen = actor.Until(() => SeatRows.IsTaken(actor.Stage.Seats, 2, 7));
            await ann.Say(new SeatWish(2, 7));
            await Until(ben, () => SeatRows.IsTaken(ben.Seats!, 2, 7));
            await seen;
        }

        var free = actor.Until(() => !SeatRows.IsTaken(actor.Stage.Seats, 2, 7));
        await Until(ben, () => !SeatRows.IsTaken(ben.Seats!, 2, 7));
        await free;
    }

    private static async Task Until(HouseSeat seat, Func<bool> isSo)
    {
        do
        {
            Assert.NotNull(await seat.Watch());
        }
        while (!isSo());
    }
}
