using System.Net.Http.Json;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Doors;
using VirtualStage.Contracts.Productions;
using VirtualStage.Contracts.Stage;
using VirtualStage.Server.Commands;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>A theatre plays what was made of a play alone.</summary>
public sealed class NewProductionTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_whole_of_hamlet_opens_from_its_file_alone_and_its_first_cues_are_called()
    {
        var made = await Executable.Run("production", "new", "--from", SharedPlay.Find("hamlet.bosak.xml"), "--id", "elsinore", "--to", _folder.Path);
        Assert.Equal((ExitCode.Done, ""), (made.ExitCode, made.Error));

        await using var theatre = await RunningTheatre.Start(_folder["data"], "--no-bots", "--production", _folder["elsinore"]);

        using var http = theatre.With(theatre.Ticket("p-caller", "call"));
        var entry = (await http.GetFromJsonAsync<Playbill>("/api/playbill", Cancel))!.Performances.Single();
        Assert.Equal(("elsinore-1", "The Tragedy of Hamlet, Prince of Denmark", 20), (entry.Id, entry.Title, entry.Scenes.Length));
        var book = (await http.GetFromJsonAsync<PromptBook>($"/api/performances/{entry.Id}/book", Cancel))!;
        Assert.Equal(1138, book.Items.Count(item => item.Kind == BookItemKind.Speaker));
        await using var director = await Director.Enter(theatre, theatre.Ticket("p-caller", "call"));
        await director.Do(new OpenHouse());
        await director.Do(new CallBeginners());
        await director.Do(new StartShow());
        var night = book.Cues.First(cue => cue.Kind == CueKind.Light);
        await director.Do(new StandBy(night.Number));
        await director.Do(new Go(night.Number));
        await Eventually.So(async () => (await director.View()).Cues.Any(run => run.Number == night.Number && run.State == CueState.Running));
    }

    [Fact]
    public async Task What_was_uploaded_is_played_by_its_id_when_the_theatre_starts_again()
    {
        const string play = "Title: Small\n\n# ACT I #1#\n\n## Scene 1. A room. #1.1#\n\nEnter Ann.\n\nANN\nWho's there?\n\nExit.\n";
        await using (var theatre = await RunningTheatre.Start(_folder["data"], "--no-bots"))
        {
            using var http = theatre.With(theatre.Ticket("p-ann", "edit"));
            using var body = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(play));
            using var answer = await http.PostAsync("/api/productions?file=small.fountain", body, Cancel);
            Assert.Equal("small", (await answer.Content.ReadFromJsonAsync<ProductionEntry>(Cancel))!.Id);
            await using var editor = await Editor.Enter(theatre, theatre.Ticket("p-ann", "edit"), "small");
            await editor.Edit(new SetValue("title", "\"A small thing\""));
            Assert.Equal(0, await theatre.Signal("TERM"));
        }

        await using (var theatre = await RunningTheatre.Start(_folder["data"], "--no-bots", "--production", "small"))
        {
            using var http = theatre.Stranger();
            var entry = (await http.GetFromJsonAsync<Playbill>("/api/playbill", Cancel))!.Performances[0];
            Assert.Equal(("small-2", "A small thing"), (entry.Id, entry.Title));
            Assert.Equal(0, await theatre.Signal("TERM"));
        }

        var unknown = await Executable.Run("serve", "--data", _folder["data"], "--production", "othello", "--http-port", "0", "--udp-port", "0");
        Assert.Equal(ExitCode.BadInput, unknown.ExitCode);
        Assert.Contains("holds no production 'othello'; it holds small, hamlet", Assert.Single(unknown.ErrorLines));
    }

    public void Dispose() => _folder.Dispose();
}
