using System.Net;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Company;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Performances;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>What a moderator does to people, and that it holds at every door.</summary>
[Collection(nameof(CompanyTheatre))]
public sealed class ModerationTests(CompanyTheatre house)
{
    private RunningTheatre Theatre => house.Theatre;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_frozen_actor_moves_shows_and_says_nothing_until_they_are_let_go_on()
    {
        await using var director = await house.Director();
        await using var page = await CompanyPage.Enter(Theatre, "p-frozen", "act");
        await director.Do(new GiveRole("osric", "p-frozen"));
        using var player = await LivePlayer.Enter(Theatre, Theatre.Ticket("p-frozen", "act"), "osric");
        await director.Do(new SetFrozen("p-frozen", true, "wait"));
        await page.Until(view => view.Members.Single(member => member.Person == "p-frozen").Frozen);
        await player.For(TimeSpan.FromMilliseconds(600));
        var from = player.Pose!.Value;
        var (wish, lines) = ((sbyte)(from.X > 0 ? -127 : 127), Lines());
        player.Stage.Show(Emote.Bow);
        player.Stage.Speak("5.2.90");

        await player.For(TimeSpan.FromSeconds(1), () => player.Stage.Move(new ActorInput(1, wish, 0, 0, Gait.Run)));

        Assert.Equal((from.X, from.Z, from.Emote), (player.Pose!.Value.X, player.Pose.Value.Z, player.Pose.Value.Emote));
        Assert.Equal(lines, Lines());
        await director.Do(new SetFrozen("p-frozen", false, ""));
        await player.Until(() => player.Pose!.Value.X != from.X, () => player.Stage.Move(new ActorInput(1, wish, 0, 0, Gait.Run)));
    }

    [Fact]
    public async Task A_muted_person_says_nothing_in_channels_or_on_the_stage()
    {
        await using var director = await house.Director();
        await using var page = await CompanyPage.Enter(Theatre, "p-muted", "act");
        await director.Do(new GiveRole("bernardo", "p-muted"));
        using var player = await LivePlayer.Enter(Theatre, Theatre.Ticket("p-muted", "act"), "bernardo");
        await director.Do(new SetMuted("p-muted", true, ""));
        var lines = Lines();
        player.Stage.Speak("1.1.1");
        await player.For(TimeSpan.FromMilliseconds(500));

        Assert.Equal(lines, Lines());
        Assert.Equal("you are muted", await page.Refused(new SendMessage(Theatre.Performance, AddressKind.Person, "p-director", "let me speak", false)));

        await director.Do(new SetMuted("p-muted", false, ""));
        await page.Do(new SendMessage(Theatre.Performance, AddressKind.Person, "p-director", "thanks", false));
        player.Stage.Speak("1.1.1");
        await player.Until(() => player.Stage.Scene!.Surtitle?.Line == "1.1.1");
    }

    [Fact]
    public async Task Somebody_on_the_stage_is_put_into_the_wings()
    {
        await using var director = await house.Director();
        await using var page = await CompanyPage.Enter(Theatre, "p-wanders", "act");
        await director.Do(new GiveRole("gertrude", "p-wanders"));
        using var player = await LivePlayer.Enter(Theatre, Theatre.Ticket("p-wanders", "act"), "gertrude");
        var from = player.Pose!.Value;
        // Straight to the middle, where no piece of the set stands in the way.
        var way = Math.Sqrt(((double)from.X * from.X) + ((double)from.Z * from.Z));
        var run = new ActorInput(1, (sbyte)(-127 * from.X / way), (sbyte)(-127 * from.Z / way), 0, Gait.Run);
        await player.Until(() => Math.Abs(player.Pose!.Value.X - from.X) > 1024, () => player.Stage.Move(run));
        await player.For(TimeSpan.FromMilliseconds(500));

        var told = new List<string>();
        player.Stage.Called += told.Add;

        await director.Do(new MoveToWings(Theatre.Performance, "p-wanders"));

        await player.Until(() => Math.Abs(player.Pose!.Value.X - from.X) < 64 && told.Contains("You were moved to the wings."));
    }

    [Fact]
    public async Task Who_is_ejected_leaves_with_the_reason_and_comes_back_when_readmitted()
    {
        await using var director = await house.Director();
        await using var page = await CompanyPage.Enter(Theatre, "p-rowdy", "act");
        await director.Do(new GiveRole("polonius", "p-rowdy"));
        using var player = await LivePlayer.Enter(Theatre, Theatre.Ticket("p-rowdy", "act"), "polonius");
        var waiting = await LivePlayer.Session(Theatre, Theatre.Ticket("p-rowdy", "act"), "polonius");

        await director.Do(new Eject(Theatre.Performance, "p-rowdy", "stabbed nobody"));

        await player.Until(() => player.Ended is not null);
        Assert.Equal("you were shown off this stage: stabbed nobody", player.Ended);
        Assert.Equal(HttpStatusCode.Forbidden, (await LivePlayer.Knock(Theatre, Theatre.Ticket("p-rowdy", "act"), "polonius")).Status);
        using var late = new Client.StageClient(waiting, new StageGround(default, []));
        string? ended = null;
        late.Ended += reason => ended = reason;
        late.Connect();
        await Eventually.So(() =>
        {
            late.Update();
            return ended is not null;
        });
        Assert.Equal("you were shown off this stage: stabbed nobody", ended);
        await director.Do(new Readmit(Theatre.Performance, "p-rowdy"));
        using var back = await LivePlayer.Enter(Theatre, Theatre.Ticket("p-rowdy", "act"), "polonius");
    }

    [Fact]
    public async Task Who_is_banned_is_out_at_every_door_at_once_after_a_restart_and_until_it_is_lifted()
    {
        await using var director = await house.Director();
        var ticket = Theatre.Ticket("p-banned", "act", "notes");
        await using var page = await CompanyPage.EnterWith(Theatre, ticket);
        await using var console = await Director.Enter(Theatre, ticket);
        var (pageEnded, consoleEnded) = (false, false);
        page.Hub.Closed += _ => Task.FromResult(pageEnded = true);
        console.Hub.Closed += _ => Task.FromResult(consoleEnded = true);
        await director.Do(new GiveRole("claudius", "p-banned"));
        using var player = await LivePlayer.Enter(Theatre, ticket, "claudius");
        using var seat = await HouseSeat.Take(Theatre, ticket: ticket);
        Assert.NotNull(await seat.Watch());
        Assert.Contains("own machine", await director.Refused(new Ban("p-banned", true, "")));

        await director.Do(new Ban("p-banned", false, "poison"));

        await player.Until(() => player.Ended is not null);
        Assert.Equal("you are kept out of this theatre: poison", player.Ended);
        await Eventually.So(() => pageEnded && consoleEnded);
        await SeatEnds(seat);
        await IsOut(ticket);
        Assert.Equal("poison", Assert.Single((await director.View()).Bans).Reason);

        await Theatre.Kill();
        await Theatre.StartAgain();
        await IsOut(ticket);
        await using var again = await house.Director();
        await again.Do(new LiftBan("p-banned"));
        Assert.Equal(HttpStatusCode.OK, (await LivePlayer.Knock(Theatre, ticket, "claudius")).Status);
    }

    [Fact]
    public async Task Who_is_taken_out_of_the_company_loses_role_and_ticket()
    {
        await using var director = await house.Director();
        await using var page = await CompanyPage.Enter(Theatre, "p-leaves", "act");
        await director.Do(new GiveRole("ghost", "p-leaves"));
        using var player = await LivePlayer.Enter(Theatre, Theatre.Ticket("p-leaves", "act"), "ghost");

        await director.Do(new RemoveMember("p-leaves"));

        await player.Until(() => player.Ended is not null);
        var role = (await director.View()).Roles.Single(one => one.Role == "ghost");
        Assert.Equal((null, null), (role.Person, role.Tonight));
        await IsOut(Theatre.Ticket("p-leaves", "act"));
    }

    private async Task IsOut(string ticket)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await LivePlayer.Knock(Theatre, ticket, "claudius")).Status);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => CompanyPage.Open(Theatre, ticket));
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Director.Enter(Theatre, ticket));
        using var http = Theatre.With(ticket);
        using var me = await http.GetAsync("/api/me", Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, me.StatusCode);
        using var seat = await HouseSeat.Take(Theatre, ticket: ticket);
        Assert.Null(await seat.Watch());
    }

    private static async Task SeatEnds(HouseSeat seat)
    {
        try
        {
            while (await seat.Watch() is not null)
            {
            }
        }
        catch (System.Net.WebSockets.WebSocketException)
        {
            // Shown out without a closing word: the same end.
        }
    }

    private int Lines() => JournalFile.Events(Theatre.Data, Theatre.Performance).OfType<LineAdvanced>().Count();
}
