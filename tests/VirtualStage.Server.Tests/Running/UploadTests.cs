using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using VirtualStage.Contracts.Doors;
using VirtualStage.Contracts.Productions;
using VirtualStage.Plays;
using VirtualStage.Productions.Packing;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>Productions that come in and go out over HTTP.</summary>
[Collection(nameof(ClosedTheatre))]
public sealed class UploadTests(ClosedTheatre closed)
{
    private const string Small = """
        Title: Small

        # ACT I #1#

        ## Scene 1. A room. #1.1#

        Enter Ann and Bob.

        ANN
        Who's there?

        BOB
        It is I.

        Exeunt.
        """;

    private RunningTheatre Theatre => closed.Theatre;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_play_becomes_a_production_with_an_id_of_its_own_that_can_be_edited_at_once()
    {
        using var http = Editor();
        var first = await Made(http, "A Small Play.fountain", Small, "Two Hander");
        var second = await Made(http, "../../A Small Play.fountain", Small, "Two Hander");

        Assert.Equal(("two-hander", "Two Hander", 1), (first.Id, first.Title, first.Revision));
        Assert.Equal("two-hander-2", second.Id);
        var list = await http.GetFromJsonAsync<ProductionList>("/api/productions", Cancel);
        Assert.All(["two-hander", "two-hander-2", "hamlet"], id => Assert.Contains(list!.Productions, entry => entry.Id == id));
        var sheet = await http.GetFromJsonAsync<ProductionSheet>("/api/productions/two-hander/sheet", Cancel);
        Assert.Contains("\"play\":\"a-small-play.fountain\"", sheet!.Document);
        await using var editor = await Support.Editor.Enter(Theatre, Theatre.Ticket("p-ann", "edit"), "two-hander");
        await editor.Edit(new PutEntry("roles", "cat", """{"name":"The cat","colour":"#222222"}"""));
    }

    [Fact]
    public async Task Plays_of_one_title_that_come_at_once_are_productions_of_their_own()
    {
        using var http = Editor();

        var made = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Made(http, "twin.fountain", Small, "Twins")));

        Assert.Equal(["twins", "twins-2", "twins-3", "twins-4", "twins-5", "twins-6"], made.Select(entry => entry.Id).Order());
        Assert.All(made, entry => Assert.Equal(1, entry.Revision));
    }

    [Fact]
    public async Task What_goes_out_comes_in_again_as_it_was()
    {
        using var http = Editor();
        using var export = await http.GetAsync("/api/productions/hamlet/export", Cancel);
        var pack = await export.Content.ReadAsByteArrayAsync(Cancel);

        Assert.Equal("hamlet.vsproduction", export.Content.Headers.ContentDisposition!.FileName);
        var source = ProductionPack.Read(pack);
        Assert.Equal((BundledProduction.Hamlet.Yaml, BundledProduction.Hamlet.Files!.Count), (source.Yaml, source.Files!.Count));
        var again = await Post(http, "/api/productions/import", pack);
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal("there is no such production", (await Refusal(await http.GetAsync("/api/productions/othello/export", Cancel))).Reason);

        var renamed = ProductionPack.Write(source with { Id = "hamlet-abroad" });
        Assert.Equal(HttpStatusCode.Created, (await Post(http, "/api/productions/import", renamed)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Post(http, "/api/productions/import", renamed)).Status);
        await using var editor = await Support.Editor.Enter(Theatre, Theatre.Ticket("p-ann", "edit"), "hamlet-abroad");
        await editor.Edit(new RemoveCue("SQ 2"));
        var edited = ProductionPack.Read(await http.GetByteArrayAsync("/api/productions/hamlet-abroad/export", Cancel));
        Assert.DoesNotContain(ProductionLoader.Load(edited).Cues, cue => cue.Number == "SQ 2");

        var other = ProductionPack.Write(source with { Id = "hamlet-abroad", Yaml = source.Yaml + "# newer\n" });
        var refused = await Post(http, "/api/productions/import", other);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("was edited since", refused.Body);
        Assert.Equal(HttpStatusCode.OK, (await Post(http, "/api/productions/import?reimport=true", other)).Status);
    }

    [Fact]
    public async Task A_prompt_book_is_printed_for_operators()
    {
        using var notes = Theatre.With(Theatre.Ticket("p-notes", "notes"));
        using var page = await notes.GetAsync("/api/productions/hamlet/book.html", Cancel);

        Assert.Equal("text/html; charset=utf-8", $"{page.Content.Headers.ContentType}");
        Assert.Contains("<b>LX 1</b>", await page.Content.ReadAsStringAsync(Cancel));
        Assert.Equal("there is no such production", (await Refusal(await notes.GetAsync("/api/productions/othello/book.html", Cancel))).Reason);
        using var guest = Theatre.With(Theatre.Ticket("p-guest", "watch"));
        Assert.Equal(HttpStatusCode.Forbidden, (await guest.GetAsync("/api/productions/hamlet/book.html", Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("bad.xml", "<PLAY><ACT>", "bad.xml:")]
    [InlineData("bad.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><PLAY>&a;</PLAY>", "bad.xml:")]
    [InlineData("empty.txt", "", "empty.txt")]
    [InlineData("mute.fountain", "Title: Mute\n\n# ACT I #1#\n\nEnter nobody.\n", "")]
    [InlineData("binary.txt", "\u0000\u0001\u0002\u0003", "binary.txt")]
    [InlineData("", "ANN\nHello.\n", "a play's file needs a name")]
    public async Task A_file_that_is_no_play_is_refused_in_words(string file, string content, string words)
    {
        using var http = Editor();

        var (status, body) = await Post(http, $"/api/productions?file={Uri.EscapeDataString(file)}", Encoding.UTF8.GetBytes(content));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("\"reason\":\"", body);
        Assert.Contains(words, body.Replace("\\u0027", "'", StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", body);
    }

    [Theory]
    [InlineData("this is no archive")]
    [InlineData("PK\u0003\u0004 this is half of one")]
    [InlineData("")]
    public async Task A_file_that_is_no_pack_is_refused_in_words(string content)
    {
        using var http = Editor();

        var (status, body) = await Post(http, "/api/productions/import", Encoding.UTF8.GetBytes(content));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("no packed production", body);
    }

    [Fact]
    public async Task A_file_beyond_the_limit_and_one_without_the_scope_are_refused()
    {
        using var http = Editor();
        // Without it the theatre hangs up before all is sent.
        http.DefaultRequestHeaders.ExpectContinue = true;
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Post(http, "/api/productions?file=long.txt", new byte[PlayLimits.Bytes + 1])).Status);
        var (status, body) = await Post(http, $"/api/productions?file=small.fountain&title={new string('x', 201)}", Encoding.UTF8.GetBytes(Small));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("200 characters", body);
        using var caller = Theatre.With(Theatre.Ticket("p-caller", "call"));
        Assert.Equal(HttpStatusCode.Forbidden, (await Post(caller, "/api/productions?file=small.fountain", Encoding.UTF8.GetBytes(Small))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await caller.GetAsync("/api/productions/hamlet/export", Cancel)).StatusCode);
        using var stranger = Theatre.Stranger();
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync("/api/productions", Cancel)).StatusCode);
    }

    private static async Task<ProductionEntry> Made(HttpClient http, string file, string play, string title)
    {
        using var body = Content(Encoding.UTF8.GetBytes(play));
        using var answer = await http.PostAsync(
            $"/api/productions?file={Uri.EscapeDataString(file)}&title={Uri.EscapeDataString(title)}", body, Cancel);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<ProductionEntry>(Cancel))!;
    }

    private static async Task<(HttpStatusCode Status, string Body)> Post(HttpClient http, string path, byte[] bytes)
    {
        using var body = Content(bytes);
        using var answer = await http.PostAsync(path, body, Cancel);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static async Task<Refusal> Refusal(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<Refusal>(Cancel))!;

    private static ByteArrayContent Content(byte[] bytes) =>
        new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };

    private HttpClient Editor() => Theatre.With(Theatre.Ticket("p-ann", "edit"));
}
