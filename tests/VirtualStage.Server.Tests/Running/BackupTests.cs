using VirtualStage.Contracts.Console;
using VirtualStage.Server.Commands;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>A theatre that is backed up while it plays, and goes on from there in another folder.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_show_is_backed_up_while_it_runs_and_another_theatre_goes_on_with_it()
    {
        string ticket;
        await using (var theatre = await RunningTheatre.Start(_folder["data"], "--no-bots"))
        {
            ticket = theatre.Ticket("p-caller", "call");
            await using var director = await Director.Enter(theatre, ticket);
            await director.Do(new OpenHouse());
            await director.Do(new CallBeginners());
            await director.Do(new StartShow());
            await director.Do(new Advance("1.1.3"));

            var made = await Executable.Run("backup", "--data", theatre.Data, "--to", _folder["theatre.zip"]);
            Assert.Equal(ExitCode.Done, made.ExitCode);
            await director.Do(new Advance("1.1.9"));
        }

        var restored = await Executable.Run("restore", _folder["theatre.zip"], "--data", _folder["other"]);
        Assert.Equal(ExitCode.Done, restored.ExitCode);
        Assert.Equal(ExitCode.BadInput, (await Executable.Run("restore", _folder["theatre.zip"], "--data", _folder["other"])).ExitCode);

        await using var other = await RunningTheatre.Start(_folder["other"], "--no-bots");
        // The ticket of before is good here: the key came along.
        await using var again = await Director.Enter(other, ticket);
        var view = await again.View();
        Assert.Equal("1.1.3", view.CurrentLine);
        await again.Do(new Advance("1.1.5"));
    }
}
