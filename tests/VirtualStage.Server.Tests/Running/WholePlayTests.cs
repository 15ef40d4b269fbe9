using System.Net.Http.Json;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Doors;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Performances;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

public sealed class WholePlayTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task The_bundled_production_is_played_to_the_end_by_bots()
    {
        await using var theatre = await RunningTheatre.Start(_folder["data"], "--speed", "60");
        using var http = theatre.With(theatre.Ticket("p-watching", "watch"));
        var book = await http.GetFromJsonAsync<PromptBook>(
            $"/api/performances/{theatre.Performance}/book", TestContext.Current.CancellationToken);

        await Eventually.So(
            async () => (await http.GetFromJsonAsync<Playbill>("/api/playbill"))!.Performances.Single().Show == ShowState.Closed,
            TimeSpan.FromMinutes(4));

        var events = JournalFile.Events(theatre.Data, theatre.Performance);
        Assert.Equal(book!.Cues.Select(cue => cue.Number), events.OfType<CueCalled>().Select(called => called.Cue));
        Assert.Equal(book.Cues.Select(cue => cue.Number).Order(), events.OfType<CueStarted>().Select(started => started.Cue).Order());
        Assert.Equal(book.Cues.Select(cue => cue.Number).Order(), events.OfType<CueCompleted>().Select(done => done.Cue).Order());
        Assert.Equal(
            book.Items.Where(item => item.Kind == BookItemKind.Line).Select(item => item.Id),
            events.OfType<LineAdvanced>().Select(advanced => advanced.Line));
        Assert.Equal(
            [ShowState.HouseOpen, ShowState.Beginners, ShowState.Running, ShowState.CurtainCall, ShowState.Closed],
            events.OfType<ShowMoved>().Select(moved => moved.To));
        Assert.DoesNotContain("fail:", theatre.Said);
    }

    public void Dispose() => _folder.Dispose();
}
