using System.Net;
using System.Net.Http.Json;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>A theatre behind a proxy: whom it believes where people come from; and what supervisors ask.</summary>
public sealed class TrustedProxyTests : IDisposable
{
    private const int MoreThanOneMayAsk = 250;

    private readonly TempFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_proxy_that_is_trusted_is_believed_whom_it_comes_for()
    {
        await using var theatre = await RunningTheatre.Start(_folder["data"], "--no-bots", "--trusted-proxy", "127.0.0.0/8", "--trusted-proxy", "::1");
        using var http = theatre.Stranger();

        Assert.True(await IsHeldBack(http, _ => "203.0.113.1"));
        Assert.False(await IsHeldBack(http, number => $"203.0.{number}.2"));
        // Whatever somebody puts in front, the proxy puts them behind it.
        Assert.True(await IsHeldBack(http, number => $"198.51.100.{number}, 203.0.113.3"));
        Assert.Equal("Healthy", await http.GetStringAsync("/health/live", Cancel));
        Assert.Equal("Healthy", await http.GetStringAsync("/health/ready", Cancel));
    }

    [Fact]
    public async Task Anybody_else_is_not()
    {
        await using var theatre = await RunningTheatre.Start(_folder["data"], "--no-bots", "--trusted-proxy", "10.1.2.3");
        using var http = theatre.Stranger();

        Assert.True(await IsHeldBack(http, number => $"203.0.113.{number}"));
    }

    [Theory]
    [InlineData("proxy.example")]
    [InlineData("10.0.0.0/33")]
    [InlineData("")]
    public async Task What_is_no_address_is_said(string proxy)
    {
        var ran = await Executable.Run("serve", "--data", _folder["data"], "--trusted-proxy", proxy);

        Assert.Equal(2, ran.ExitCode);
        Assert.Equal($"--trusted-proxy takes an address or a network, such as 127.0.0.1 or 172.16.0.0/12, not '{proxy}'", ran.ErrorLines[0]);
    }

    /// <summary>Whether somebody who asks more often than one may is refused.</summary>
    private static async Task<bool> IsHeldBack(HttpClient http, Func<int, string> from)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, MoreThanOneMayAsk).Select(number => Ask(http, from(number))));
        Assert.All(answers, answer => Assert.Contains(answer, new[] { HttpStatusCode.Forbidden, HttpStatusCode.TooManyRequests }));
        return answers.Contains(HttpStatusCode.TooManyRequests);
    }

    private static async Task<HttpStatusCode> Ask(HttpClient http, string from)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/owner") { Content = JsonContent.Create(new { key = "guessed" }) };
        request.Headers.Add("X-Forwarded-For", from);
        using var answer = await http.SendAsync(request, Cancel);
        return answer.StatusCode;
    }
}
