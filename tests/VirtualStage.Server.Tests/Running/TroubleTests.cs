using System.Net;
using System.Net.Http.Json;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Doors;
using VirtualStage.Productions.Performances;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>What a theatre does when its disk or its visitors give trouble.</summary>
public sealed class TroubleTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task On_a_full_disk_commands_are_refused_with_the_reason_what_is_due_waits_and_all_goes_on_with_room()
    {
        using var disk = SmallDisk.Mount(32);
        await using var theatre = await RunningTheatre.Start(disk.Path, "--no-bots");
        await using var director = await Director.Enter(theatre, theatre.Ticket("p-caller", "call"));
        await director.Do(new OpenHouse());
        await director.Do(new CallBeginners());
        await director.Do(new StartShow());
        await director.Do(new StandBy("B 3"));
        await director.Do(new Go("B 3"));
        await Eventually.So(async () => (await director.View()).Cues.Any(cue => cue is { Number: "B 3", State: CueState.Running }));
        File.Delete(Path.Combine(disk.Path, "ballast"));
        CommandAnswer refused;
        do
        {
            disk.Fill();
            refused = await director.Send(new Advance((await director.View()).CurrentLine == "1.1.1" ? "1.1.2" : "1.1.1"));
        }
        while (refused.Accepted);

        Assert.Contains("the disk is full", refused.Reason);
        await Eventually.So(async () => (await director.View()).Trouble?.Contains("the disk is full") == true);
        Assert.Equal(CueState.Running, (await director.View()).Cues.Single(cue => cue.Number == "B 3").State);
        using var seat = await HouseSeat.Take(theatre);
        Assert.NotNull(await seat.Watch());

        disk.MakeRoom();
        await Eventually.So(async () => (await director.View()).Cues.Single(cue => cue.Number == "B 3").State == CueState.Done);
        Assert.Null((await director.View()).Trouble);
        await director.Do(new Advance("1.1.12"));
        Assert.Single(JournalFile.Events(theatre.Data, theatre.Performance).OfType<CueCompleted>());
    }

    [Fact]
    public async Task Who_tries_keys_without_end_is_slowed_down()
    {
        await using var theatre = await RunningTheatre.Start(_folder["data"], "--no-bots");
        using var http = theatre.Stranger();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 400; i++)
        {
            using var response = await http.PostAsJsonAsync("/api/owner", new OwnerKey("wrong"), TestContext.Current.CancellationToken);
            answers.Add(response.StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        Assert.All(answers, answer => Assert.True(answer is HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests));
    }

    public void Dispose() => _folder.Dispose();
}
