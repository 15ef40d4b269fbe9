using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using VirtualStage.Contracts.Doors;
using VirtualStage.Contracts.Stage;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>Sounds over HTTP: whoever is shown the plan can fetch what it names, and nothing else.</summary>
[Collection(nameof(OpenTheatre))]
public sealed class SoundTests(OpenTheatre open)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_spectator_fetches_the_very_files_that_the_plan_names()
    {
        using var http = open.Theatre.Stranger();
        var files = BundledProduction.Hamlet.Files!.ToDictionary(file => file.Hash);

        var sounds = (await Plan(http)).Sounds;

        Assert.Equal(20, sounds.Length);
        var wind = sounds.Single(sound => sound.Id == "wind");
        Assert.Equal((true, -14f), (wind.Loop, wind.Gain));
        foreach (var sound in sounds)
        {
            using var response = await http.GetAsync($"/api/sounds/{sound.Hash}", Cancel);
            var bytes = await response.Content.ReadAsByteArrayAsync(Cancel);
            Assert.Equal(files[sound.Hash!].Bytes, bytes);
            Assert.Equal(bytes.Length, sound.Bytes);
            Assert.Equal("audio/ogg", response.Content.Headers.ContentType!.MediaType);
            Assert.Equal("public, max-age=31536000, immutable", response.Headers.CacheControl!.ToString());
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        }
    }

    [Fact]
    public async Task A_part_of_a_sound_is_given_and_what_is_known_already_is_not_sent_again()
    {
        using var http = open.Theatre.Stranger();
        var sound = (await Plan(http)).Sounds[0];
        using var whole = await http.GetAsync($"/api/sounds/{sound.Hash}", Cancel);

        using var part = await Get(http, sound, headers => headers.Range = new RangeHeaderValue(4, 27));
        using var beyond = await Get(http, sound, headers => headers.Range = new RangeHeaderValue(sound.Bytes, null));
        using var known = await Get(http, sound, headers => headers.IfNoneMatch.Add(whole.Headers.ETag!));

        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal((await whole.Content.ReadAsByteArrayAsync(Cancel))[4..28], await part.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
    }

    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("wind")]
    [InlineData("..%2f..%2fsigning.key")]
    [InlineData("..%5csigning.key")]
    [InlineData("'%20OR%20'1'='1")]
    public async Task What_no_production_here_has_is_not_there(string hash)
    {
        using var http = open.Theatre.Stranger();

        using var response = await http.GetAsync($"/api/sounds/{hash}", Cancel);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("there is no such sound", (await response.Content.ReadFromJsonAsync<Refusal>(Cancel))!.Reason);
    }

    private static async Task<HttpResponseMessage> Get(HttpClient http, SoundInfo sound, Action<HttpRequestHeaders> with)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/sounds/{sound.Hash}");
        with(request.Headers);
        return await http.SendAsync(request, Cancel);
    }

    private async Task<StagePlan> Plan(HttpClient http) =>
        (await http.GetFromJsonAsync<StagePlan>($"/api/performances/{open.Theatre.Performance}/plan", Cancel))!;
}
