using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Doors;
using VirtualStage.Productions.Performances;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>Calling the show over HTTP.</summary>
[Collection(nameof(OpenTheatre))]
public sealed class ApiTests(OpenTheatre open)
{
    private RunningTheatre Theatre => open.Theatre;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_cue_is_stood_by_and_called_once_however_often_the_request_is_sent()
    {
        using var http = Caller();
        Assert.Equal(HttpStatusCode.OK, (await Post(http, "standby", """{"cue":"LX 9"}""")).Status);
        var id = Guid.NewGuid().ToString();

        var first = await Post(http, "go", """{"cue":"LX 9"}""", id);
        var second = await Post(http, "go", """{"cue":"LX 9"}""", id);

        Assert.Equal((HttpStatusCode.OK, first.Body), (second.Status, second.Body));
        Assert.True(JsonSerializer.Deserialize<CommandAnswer>(first.Body, JsonSerializerOptions.Web)!.Accepted);
        Assert.Single(JournalFile.Events(Theatre.Data, Theatre.Performance).OfType<CueCalled>(), called => called.Cue == "LX 9");
    }

    [Fact]
    public async Task The_state_is_what_a_console_shows()
    {
        using var http = Caller();
        Assert.Equal(HttpStatusCode.OK, (await Post(http, "line", """{"line":"1.1.10"}""")).Status);

        var view = await http.GetFromJsonAsync<PerformanceView>(Path("state"), Cancel);

        Assert.Equal((Theatre.Performance, "p-caller", "1.1.10"), (view!.Id, view.Caller.Person, view.CurrentLine));
    }

    [Fact]
    public async Task A_go_without_its_standby_is_a_conflict_with_the_reason()
    {
        using var http = Caller();

        var (status, body) = await Post(http, "go", """{"cue":"LX 20"}""");

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("not on standby", ReasonOf(body));
    }

    [Theory]
    [InlineData("go", "{}", "cue")]
    [InlineData("go", """{"cue":null}""", "cue")]
    [InlineData("go", """{"cue":12}""", "cue")]
    [InlineData("go", "", "cue")]
    [InlineData("go", "null", "null")]
    [InlineData("go", "{", "not this command")]
    [InlineData("go", """["LX 1"]""", "not this command")]
    [InlineData("hold", "{}", "reason")]
    public async Task A_body_that_is_no_command_is_said_to_be_none(string command, string body, string words)
    {
        using var http = Caller();

        var (status, answer) = await Post(http, command, body);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(words, ReasonOf(answer), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_body_that_is_no_json_or_an_id_that_is_none_is_refused()
    {
        using var http = Caller();
        using var form = new StringContent("cue=LX 1", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await http.PostAsync(Path("go"), form, Cancel);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Post(http, "go", """{"cue":"LX 1"}""", new string('x', 65))).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Post(http, "hold", $$"""{"reason":"{{new string('x', 20_000)}}"}""")).Status);
    }

    [Fact]
    public async Task Who_lacks_the_scope_or_a_ticket_commands_nothing()
    {
        using var stranger = Theatre.Stranger();
        using var watcher = Theatre.With(Theatre.Ticket("p-watcher", "watch"));
        using var notes = Theatre.With(Theatre.Ticket("p-notes", "notes"));

        Assert.Equal(HttpStatusCode.Unauthorized, (await Post(stranger, "panic")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Post(watcher, "panic")).Status);
        var (status, body) = await Post(notes, "panic");
        Assert.Equal((HttpStatusCode.Forbidden, "your ticket does not allow to call"), (status, ReasonOf(body)));
        Assert.NotNull(await notes.GetFromJsonAsync<PerformanceView>(Path("state"), Cancel));
    }

    [Fact]
    public async Task A_performance_that_there_is_not_is_not_found()
    {
        using var http = Caller();
        using var posted = await http.PostAsync("/api/performances/othello-1/panic", null, Cancel);
        using var asked = await http.GetAsync("/api/performances/othello-1/state", Cancel);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (posted.StatusCode, asked.StatusCode));
        Assert.Equal("there is no such performance", ReasonOf(await posted.Content.ReadAsStringAsync(Cancel)));
    }

    [Fact]
    public async Task The_api_is_described_where_it_is_served()
    {
        using var http = Theatre.Stranger();

        using var document = JsonDocument.Parse(await http.GetStringAsync("/api/openapi.json", Cancel));

        Assert.StartsWith("3.1", document.RootElement.GetProperty("openapi").GetString());
        Assert.True(document.RootElement.GetProperty("paths").TryGetProperty("/api/performances/{performance}/go", out _));
    }

    private static string ReasonOf(string body) => JsonSerializer.Deserialize<Refusal>(body, JsonSerializerOptions.Web)!.Reason;

    private static async Task<(HttpStatusCode Status, string Body)> Post(HttpClient http, string path, string body = "", string? id = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/performances/hamlet-1/{path}");
        if (body.Length > 0)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        if (id is not null)
        {
            request.Headers.Add("Idempotency-Key", id);
        }

        using var response = await http.SendAsync(request, Cancel);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Cancel));
    }

    private string Path(string path) => $"/api/performances/{Theatre.Performance}/{path}";

    private HttpClient Caller() => Theatre.With(Theatre.Ticket("p-caller", "call"));
}
