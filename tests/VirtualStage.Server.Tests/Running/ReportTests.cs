using System.Net;
using System.Net.Http.Json;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Doors;
using VirtualStage.Server.Commands;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

public sealed class ReportTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_report_comes_in_every_form_over_HTTP_and_from_the_command_line()
    {
        await using var theatre = await RunningTheatre.Start(_folder["data"], "--no-bots");
        var ticket = theatre.Ticket("p-caller", "call");
        using var http = theatre.With(ticket);
        await http.PutAsJsonAsync("/api/me", new ChosenName("Ann <Stage>", "she/her"), Cancel);
        await using (var director = await Director.Enter(theatre, ticket))
        {
            await director.Do(new OpenHouse());
            await director.Do(new CallBeginners());
            await director.Do(new StartShow());
            await director.Do(new Advance("1.1.1"));
            await director.Do(new StandBy("LX 1"));
            await director.Do(new Go("LX 1"));
            await director.Do(new Hold("=the door is stuck"));
        }

        var report = await http.GetFromJsonAsync<RunReport>(At(theatre, "json"), Cancel);
        Assert.Equal(["House open", "Beginners", "Up"], report!.Times.Select(time => time.Name));
        Assert.InRange(report.Times[0].AtMs, DateTimeOffset.UtcNow.AddMinutes(-5).ToUnixTimeMilliseconds(), DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
        var cue = report.Cues[0];
        Assert.Equal(("LX 1", "1.1.1", "GO", "Ann <Stage>"), (cue.Number, cue.Line, cue.Origin, cue.Person));
        Assert.InRange(cue.LatencyMs!.Value, 50, 5000);
        Assert.Equal(("=the door is stuck", "Ann <Stage>"), Assert.Single(report.Holds) is var hold ? (hold.Reason, hold.Person) : default);

        Assert.Contains(@"Ann \<Stage\>", await http.GetStringAsync(At(theatre, "md"), Cancel));
        Assert.Contains(",'=the door is stuck\r\n", await http.GetStringAsync(At(theatre, "csv"), Cancel));
        using (var page = await http.GetAsync(At(theatre, "html"), Cancel))
        {
            Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
            Assert.Contains("Ann &lt;Stage&gt;", await page.Content.ReadAsStringAsync(Cancel));
        }

        var printed = await Executable.Run("report", theatre.Performance, "--data", theatre.Data, "--format", "csv");
        Assert.Equal((ExitCode.Done, ""), (printed.ExitCode, printed.Error));
        Assert.Contains(",LX 1,", printed.Out);
        Assert.Contains("Ann <Stage>", printed.Out);

        await http.DeleteAsync("/api/me", Cancel);
        Assert.Equal("somebody", (await http.GetFromJsonAsync<RunReport>(At(theatre, "json"), Cancel))!.Cues[0].Person);
        Assert.Equal(0, await theatre.Signal("TERM"));
        var afterwards = await Executable.Run("report", theatre.Performance, "--data", theatre.Data);
        Assert.Equal(ExitCode.Done, afterwards.ExitCode);
        Assert.StartsWith("# Show report: Hamlet", afterwards.Out);
        Assert.Contains("somebody", afterwards.Out);
        Assert.DoesNotContain("Ann", afterwards.Out);
    }

    [Fact]
    public async Task Operators_alone_read_it_and_what_is_not_there_is_said()
    {
        await using var theatre = await RunningTheatre.Start(_folder["data"], "--no-bots");
        using var stranger = theatre.Stranger();
        using var actor = theatre.With(theatre.Ticket("p-actor", "act", "watch"));
        using var notes = theatre.With(theatre.Ticket("p-notes", "notes"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync(At(theatre, "md"), Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await actor.GetAsync(At(theatre, "md"), Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await notes.GetAsync(At(theatre, "md"), Cancel)).StatusCode);
        foreach (var (path, reason) in new[]
        {
            (At(theatre, "pdf"), "a report comes as md, csv, html, json, not as pdf"),
            ("/api/performances/hamlet-99/report.md", "there is no such performance"),
            ("/api/performances/x/report.md", "there is no such performance"),
        })
        {
            using var answer = await notes.GetAsync(path, Cancel);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Equal(reason, (await answer.Content.ReadFromJsonAsync<Refusal>(Cancel))!.Reason);
        }

        var unknown = await Executable.Run("report", "hamlet-9", "--data", theatre.Data);
        Assert.Equal(ExitCode.BadInput, unknown.ExitCode);
        Assert.EndsWith($"holds no performance 'hamlet-9'; the newest are {theatre.Performance}", Assert.Single(unknown.ErrorLines));
    }

    [Theory]
    [InlineData("there is no such file")]
    [InlineData("the file is not a SQLite database")]
    public async Task A_folder_without_a_journal_is_told_in_one_line_and_left_as_it_was(string trouble)
    {
        if (trouble.Contains("SQLite"))
        {
            _folder.Write("virtualstage.db", new string('x', 5000));
        }

        var before = Directory.GetFileSystemEntries(_folder.Path);
        var ran = await Executable.Run("report", "hamlet-1", "--data", _folder.Path);
        Assert.Equal((ExitCode.BadInput, ""), (ran.ExitCode, ran.Out));
        Assert.EndsWith(trouble, Assert.Single(ran.ErrorLines));
        Assert.Equal(before, Directory.GetFileSystemEntries(_folder.Path));
    }

    public void Dispose() => _folder.Dispose();

    private static string At(RunningTheatre theatre, string format) => $"/api/performances/{theatre.Performance}/report.{format}";
}
