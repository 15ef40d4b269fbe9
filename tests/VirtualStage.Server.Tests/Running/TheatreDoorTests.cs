using VirtualStage.Client;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>What a Unity client asks the theatre over HTTP, in MessagePack.</summary>
[Collection(nameof(OpenTheatre))]
public sealed class TheatreDoorTests(OpenTheatre open)
{
    private RunningTheatre Theatre => open.Theatre;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_actors_client_reads_playbill_plan_and_book_and_goes_on()
    {
        await open.Cast("polonius", "p-unity");
        using var door = new TheatreDoor(Theatre.Address, Theatre.Ticket("p-unity", "act"));
        Assert.Contains((await door.Playbill(Cancel)).Performances, performance => performance.Id == Theatre.Performance);
        var plan = await door.Plan(Theatre.Performance, Cancel);
        Assert.Contains(plan.Roles, role => role.Id == "polonius");
        Assert.NotEmpty((await door.Book(Theatre.Performance, Cancel)).Items);

        using var stage = new StageClient(await door.Enter(Theatre.Performance, "polonius", Cancel), new Contracts.Stage.StageGround(plan));
        stage.Connect();
        await Eventually.So(() =>
        {
            stage.Update();
            return stage.Welcome is not null;
        });
        Assert.Equal(["polonius"], stage.Welcome!.Roles);
    }

    [Fact]
    public async Task What_is_refused_is_told_with_the_reason()
    {
        using var door = new TheatreDoor(Theatre.Address, Theatre.Ticket("p-nobody", "act"));
        var refusal = await Assert.ThrowsAsync<TheatreException>(() => door.Enter(Theatre.Performance, "hamlet", Cancel));
        Assert.Contains("you are not cast as Hamlet", refusal.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => door.Enter(Theatre.Performance, "ham\"let", Cancel));
        await Assert.ThrowsAsync<TheatreException>(() => door.Plan("no/such thing", Cancel));
    }

    [Fact]
    public async Task After_a_loss_the_ticket_is_exchanged_again_and_who_is_not_let_in_any_more_is_told_so()
    {
        await open.Cast("laertes", "p-again");
        using var door = new TheatreDoor(Theatre.Address, Theatre.Ticket("p-again", "act"));
        Assert.NotNull(await door.EnterAgain(Theatre.Performance, "laertes", Cancel));
        Assert.Null(await door.EnterAgain(Theatre.Performance, "hamlet", Cancel));
        Assert.Null(await door.EnterAgain("no-such-1", "laertes", Cancel));
        using var nowhere = new TheatreDoor(new Uri("http://127.0.0.1:9/"), "ticket");
        Assert.Null((await Assert.ThrowsAsync<TheatreException>(() => nowhere.EnterAgain("x", "y", Cancel))).Status);
    }

    [Fact]
    public async Task Where_no_theatre_is_that_is_said()
    {
        using var nowhere = new TheatreDoor(new Uri("http://127.0.0.1:9/"), "ticket");
        Assert.Contains("cannot be reached", (await Assert.ThrowsAsync<TheatreException>(() => nowhere.Playbill(Cancel))).Message, StringComparison.Ordinal);
    }
}
