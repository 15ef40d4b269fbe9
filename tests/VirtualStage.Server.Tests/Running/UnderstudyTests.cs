using System.Net;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>Bots that play until a person comes.</summary>
public sealed class UnderstudyTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task A_person_displaces_the_understudy_and_the_caller_bot_and_they_come_back_when_the_person_leaves()
    {
        await using var theatre = await RunningTheatre.Start(_folder["data"]);
        await using var director = await Director.Enter(theatre, theatre.Ticket("p-director", "call", "cast"));
        await Eventually.So(async () => (await director.View()).Roles.All(role => role is { OnStage: true, ByBot: true }));
        await Eventually.So(async () => (await director.View()).Caller.IsBot);

        await director.Do(new CastRole("hamlet", "p-anna"));
        using (var player = await LivePlayer.Enter(theatre, theatre.Ticket("p-anna", "act"), "hamlet"))
        {
            var bot = await LivePlayer.Knock(theatre, theatre.Ticket("p-bot", "act", "bot"), "hamlet");
            Assert.Equal(HttpStatusCode.Forbidden, bot.Status);
            await player.Until(() => player.Stage.Scene!.Players.Length == 14
                && player.Stage.Scene.Players.Single(other => other.Role == "hamlet") is { IsBot: false } me
                && me.Actor == player.Stage.Welcome!.Actor);

            // The understudy knocks every two seconds: it must not get in.
            await player.For(TimeSpan.FromSeconds(3));
            Assert.Null(player.Ended);
            Assert.Equal((true, false), OnStage(await director.View(), "hamlet"));
        }

        await Eventually.So(async () => OnStage(await director.View(), "hamlet") == (true, true));
        await director.Do(new TakeCalling());
        await Task.Delay(500, TestContext.Current.CancellationToken);
        Assert.Equal("p-director", (await director.View()).Caller.Person);
        await director.Do(new LeaveCalling());
        await Eventually.So(async () => (await director.View()).Caller.IsBot);
    }

    [Fact]
    public async Task Bots_play_from_another_process_with_a_ticket()
    {
        await using var theatre = await RunningTheatre.Start(_folder["data"], "--no-bots");
        await using var director = await Director.Enter(theatre, theatre.Ticket("p-director", "call"));
        using var bots = Executable.Start(
            _folder.Path, "bots", "--theatre", theatre.Address.ToString(), "--ticket", theatre.Ticket("p-bots", "act", "call", "bot"), "--no-caller");
        try
        {
            await Eventually.So(async () => (await director.View()).Roles.All(role => role is { OnStage: true, ByBot: true }));
            Assert.Null((await director.View()).Caller.Person);
            Assert.Equal(ShowState.Preset, (await director.View()).Show);
        }
        finally
        {
            Executable.End(bots);
        }

        await Eventually.So(async () => (await director.View()).Roles.All(role => !role.OnStage));
    }

    public void Dispose() => _folder.Dispose();

    private static (bool OnStage, bool ByBot) OnStage(PerformanceView view, string role) =>
        view.Roles.Where(entry => entry.Role == role).Select(entry => (entry.OnStage, entry.ByBot)).Single();
}
