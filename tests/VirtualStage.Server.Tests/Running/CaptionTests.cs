using System.Net;
using System.Net.Http.Json;
using VirtualStage.Contracts.Doors;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Server.Tests.Running;

/// <summary>What the audience reads over HTTP: surtitles in other languages, the audio description, the programme.</summary>
[Collection(nameof(OpenTheatre))]
public sealed class CaptionTests(OpenTheatre open)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Base => $"/api/performances/{open.Theatre.Performance}";

    [Fact]
    public async Task A_spectator_reads_the_play_in_a_language_that_the_plan_names()
    {
        using var http = open.Theatre.Stranger();
        var plan = (await http.GetFromJsonAsync<StagePlan>($"{Base}/plan", Cancel))!;

        var track = (await http.GetFromJsonAsync<CaptionTrack>($"{Base}/captions?language=de", Cancel))!;

        Assert.Equal("en", plan.Language);
        Assert.Equal([new TranslationInfo("de", "Deutsch")], plan.Translations!);
        Assert.Equal((plan.Version, "de"), (track.Version, track.Language));
        Assert.Equal("Wer da?", track.Lines.Single(line => line.Id == "1.1.1").Text);
        Assert.Equal("Der Geist", track.Roles.Single(role => role.Id == "ghost").Text);
        Assert.Equal("Ein Hahn kräht", track.Sounds.Single(sound => sound.Id == "cock").Text);
    }

    [Fact]
    public async Task What_is_to_be_seen_is_described_in_the_productions_words_and_else_in_those_of_the_text()
    {
        using var http = open.Theatre.Stranger();

        var english = (await http.GetFromJsonAsync<CaptionTrack>($"{Base}/captions", Cancel))!;
        var german = (await http.GetFromJsonAsync<CaptionTrack>($"{Base}/captions?language=de", Cancel))!;

        Assert.Equal("en", english.Language);
        Assert.Empty(english.Lines);
        Assert.StartsWith("Night. A platform", At(english, "1.1.1").Text, StringComparison.Ordinal);
        var enter = At(english, "1.1.48");
        Assert.Contains("Ghost comes along the rampart", enter.Text, StringComparison.Ordinal);
        Assert.True(enter.DelayMs > 0);
        Assert.Equal(("Exit Francisco.", "en"), (At(english, "1.1.22").Text, At(english, "1.1.22").Language));
        Assert.Equal("ACT V. Scene 2. A hall in the castle. Hamlet and Horatio. Trumpets. Enter Claudius, Gertrude, Laertes, Osric, and an attendant with foils and cups.", english.Descriptions.First(one => one.Line.StartsWith("5.2.", StringComparison.Ordinal) && one.DelayMs == 0).Text);
        Assert.Equal("de", At(german, "1.1.48").Language);
        Assert.StartsWith("Der Geist kommt", At(german, "1.1.48").Text, StringComparison.Ordinal);
        // What nobody translated is told as it stands in the text.
        Assert.Equal(("Exit Francisco.", "en"), (At(german, "1.1.22").Text, At(german, "1.1.22").Language));
    }

    [Fact]
    public async Task Who_has_them_already_is_sent_nothing()
    {
        using var http = open.Theatre.Stranger();
        using var first = await http.GetAsync($"{Base}/captions?language=de", Cancel);

        using var again = new HttpRequestMessage(HttpMethod.Get, $"{Base}/captions?language=de");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await http.SendAsync(again, Cancel);
        using var other = new HttpRequestMessage(HttpMethod.Get, $"{Base}/captions");
        other.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var third = await http.SendAsync(other, Cancel);

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (second.StatusCode, third.StatusCode));
    }

    [Theory]
    [InlineData("hamlet-999", "de", "there is no such performance")]
    [InlineData(null, "fr", "the production is not translated into this language")]
    [InlineData(null, "../de", "the production is not translated into this language")]
    public async Task What_is_not_there_is_told(string? performance, string language, string reason)
    {
        using var http = open.Theatre.Stranger();

        using var response = await http.GetAsync($"/api/performances/{performance ?? open.Theatre.Performance}/captions?language={Uri.EscapeDataString(language)}", Cancel);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(reason, (await response.Content.ReadFromJsonAsync<Refusal>(Cancel))!.Reason);
    }

    [Fact]
    public async Task A_recording_that_is_not_there_has_no_captions()
    {
        using var http = open.Theatre.With(open.Theatre.Ticket("p-reader", "watch"));

        using var response = await http.GetAsync("/api/recordings/hamlet-999/captions?version=1", Cancel);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task The_programme_tells_what_happens_the_scenes_and_the_roles()
    {
        using var http = open.Theatre.Stranger();

        var programme = (await http.GetFromJsonAsync<ProgrammeView>($"{Base}/programme", Cancel))!;

        Assert.StartsWith("On the battlements", programme.Synopsis, StringComparison.Ordinal);
        Assert.Equal(["1.1", "3.1", "5.2"], programme.Scenes.Select(scene => scene.Id));
        Assert.Contains(programme.Cast, role => role is { Id: "ghost", Name: "The Ghost" });
    }

    private static CaptionDescription At(CaptionTrack track, string line) => track.Descriptions.Single(one => one.Line == line);
}

/// <summary>The same before the doors open.</summary>
[Collection(nameof(ClosedTheatre))]
public sealed class ClosedCaptionTests(ClosedTheatre closed)
{
    [Theory]
    [InlineData("captions?language=de")]
    [InlineData("programme")]
    public async Task Behind_closed_doors_nobody_reads_them_without_a_ticket(string path)
    {
        using var stranger = closed.Theatre.Stranger();

        using var response = await stranger.GetAsync($"/api/performances/{closed.Theatre.Performance}/{path}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }
}
