using System.Text;
using System.Text.Json;
using VirtualStage.Server.Films;
using VirtualStage.Server.Tests.Performers;

namespace VirtualStage.Server.Tests.Films;

/// <summary>A browser that answers, refuses, raves, or is gone.</summary>
public sealed class DevToolsTests : IAsyncDisposable
{
    private readonly FakePipes _browser = new();
    private readonly DevTools _tools;

    public DevToolsTests() => _tools = new DevTools(_browser.Input, _browser.Output, TimeSpan.FromSeconds(30));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_asked_is_answered_whatever_comes_between()
    {
        var first = _tools.Ask("Page.enable", new { }, "page-1", Cancel);
        var second = _tools.Ask("Target.createTarget", new { url = "about:blank" }, null, Cancel);
        var (one, two) = (await Asked(), await Asked());
        var ids = new[] { one, two }.ToDictionary(asked => asked.GetProperty("method").GetString()!, asked => asked.GetProperty("id").GetInt32());
        await Answer("""{"method":"Page.frameNavigated","params":{}}""", "[]", "null", """{"id":"x"}""", """{"id":99,"result":{}}""");
        await Answer($$"""{"id":{{ids["Target.createTarget"]}},"result":{"targetId":"t"} }""", $$"""{"id":{{ids["Page.enable"]}} }""");

        Assert.Equal("t", (await second).GetProperty("targetId").GetString());
        Assert.Equal(JsonValueKind.Undefined, (await first).ValueKind);
        Assert.Equal("page-1", (one.GetProperty("method").GetString() == "Page.enable" ? one : two).GetProperty("sessionId").GetString());
    }

    [Theory]
    [InlineData("""{"message":"No such target"}""", "No such target")]
    [InlineData("42", "42")]
    public async Task A_refusal_has_its_words(string error, string words)
    {
        var asked = _tools.Ask("Page.navigate", new { url = "x" }, null, Cancel);
        await Answer($$"""{"id":{{(await Asked()).GetProperty("id").GetInt32()}},"error":{{error}}}""");

        Assert.Contains(words, (await Assert.ThrowsAsync<InvalidDataException>(() => asked)).Message);
    }

    [Fact]
    public async Task What_is_no_message_ends_it_for_all_who_wait_and_all_who_ask_later()
    {
        var asked = _tools.Ask("Page.enable", new { }, null, Cancel);
        await Asked();
        await Answer("{ what?");

        Assert.Contains("cannot be understood", (await Assert.ThrowsAsync<IOException>(() => asked)).Message);
        await Assert.ThrowsAsync<IOException>(() => _tools.Ask("Page.enable", new { }, null, Cancel));
    }

    [Fact]
    public async Task A_browser_that_dies_is_told()
    {
        var asked = _tools.Ask("Page.enable", new { }, null, Cancel);
        await Asked();
        _browser.Die("a crash");

        Assert.Contains("ended", (await Assert.ThrowsAsync<IOException>(() => asked)).Message);
    }

    [Fact]
    public async Task Who_does_not_answer_is_not_waited_for_without_end()
    {
        var browser = new FakePipes();
        await using (var tools = new DevTools(browser.Input, browser.Output, TimeSpan.FromMilliseconds(1)))
        {
            Assert.Contains("Page.enable", (await Assert.ThrowsAsync<IOException>(() => tools.Ask("Page.enable", new { }, null, Cancel))).Message);
            browser.Kill();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Kill();
        await _tools.DisposeAsync();
    }

    private async Task<JsonElement> Asked()
    {
        var message = new List<byte>();
        var one = new byte[1];
        while (true)
        {
            await _browser.Given.ReadExactlyAsync(one, Cancel);
            if (one[0] == 0)
            {
                return JsonDocument.Parse(message.ToArray()).RootElement;
            }

            message.Add(one[0]);
        }
    }

    private async Task Answer(params string[] messages)
    {
        foreach (var message in messages)
        {
            await _browser.Answers.WriteAsync(Encoding.UTF8.GetBytes(message + "\0"), Cancel);
        }
    }
}
