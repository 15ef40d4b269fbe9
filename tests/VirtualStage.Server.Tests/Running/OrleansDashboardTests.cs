using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using VirtualStage.Contracts.Doors;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>Orleans' own dashboard: for the owner where it is asked for, and for nobody else.</summary>
public sealed class OrleansDashboardTests : IDisposable
{
    private static readonly string[] _addresses =
        ["/orleans", "/orleans/", "/orleans/index.html", "/orleans/index.min.js", "/orleans/DashboardCounters", "/orleans/ClusterStats", "/orleans/Trace", "/orleans/GrainState"];

    private readonly TempFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_owner_sees_it_and_nobody_else()
    {
        await using var theatre = await RunningTheatre.Start(_folder["data"], "--no-bots", "--orleans-dashboard");
        using var stranger = theatre.Stranger();
        using var actor = theatre.With(theatre.Ticket("p-actor", "act"));
        // Everything but to perform, which every owner may.
        using var director = theatre.With(theatre.Ticket("p-director", "watch", "act", "notes", "edit", "call", "cast", "moderate"));
        foreach (var address in _addresses)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync(address, Cancel)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await actor.GetAsync(address, Cancel)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await director.GetAsync(address, Cancel)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.PostAsync("/api/orleans", null, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await director.PostAsync("/api/orleans", null, Cancel)).StatusCode);

        var claimed = await (await stranger.PostAsJsonAsync("/api/owner", new OwnerKey(theatre.OwnerKey()), Cancel)).Content.ReadFromJsonAsync<IssuedTicket>(Cancel);
        using var owner = theatre.With(claimed!.Ticket);
        var counters = JsonDocument.Parse(await owner.GetStringAsync("/orleans/DashboardCounters", Cancel)).RootElement;
        Assert.Equal(1, counters.GetProperty("totalActiveHostCount").GetInt32());
        using var page = await owner.GetAsync("/orleans/", Cancel);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("script-src 'self'", Assert.Single(page.Headers.GetValues("Content-Security-Policy")));
        var html = await page.Content.ReadAsStringAsync(Cancel);
        Assert.DoesNotContain("<script>", html);
        Assert.DoesNotContain("http://", html);
        Assert.DoesNotContain("https://", html);
    }

    [Fact]
    public async Task Their_browser_gets_a_cookie_that_is_good_for_the_dashboard_alone()
    {
        await using var theatre = await RunningTheatre.Start(_folder["data"], "--no-bots", "--orleans-dashboard");
        var ticket = theatre.Ticket("p-owner", Scopes.Owner);
        using var owner = theatre.With(ticket);
        using var opened = await owner.PostAsync("/api/orleans", null, Cancel);
        Assert.Equal(HttpStatusCode.NoContent, opened.StatusCode);
        var cookie = Assert.Single(opened.Headers.GetValues("Set-Cookie"));
        Assert.Contains("path=/orleans", cookie);
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=strict", cookie);

        Assert.Equal(HttpStatusCode.OK, await Get(theatre, "/orleans/ClusterStats", ticket));
        Assert.Equal(HttpStatusCode.Unauthorized, await Get(theatre, "/api/me", ticket));
        Assert.Equal(HttpStatusCode.Unauthorized, await Get(theatre, "/orleans/ClusterStats", ticket[..^4] + "AAAA"));
        Assert.Equal(HttpStatusCode.Forbidden, await Get(theatre, "/orleans/ClusterStats", theatre.Ticket("p-caller", "call")));
    }

    [Fact]
    public async Task Where_it_is_not_asked_for_there_is_none()
    {
        await using var theatre = await RunningTheatre.Start(_folder["data"], "--no-bots");
        using var owner = theatre.With(theatre.Ticket("p-owner", Scopes.Owner));
        foreach (var address in _addresses)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync(address, Cancel)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await owner.PostAsync("/api/orleans", null, Cancel)).StatusCode);
    }

    /// <summary>Asks as a browser does, with a cookie and no ticket.</summary>
    private static async Task<HttpStatusCode> Get(RunningTheatre theatre, string path, string ticket)
    {
        using var browser = theatre.Stranger();
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Cookie", $"virtualstage-orleans={ticket}" } } };
        return (await browser.SendAsync(request, Cancel)).StatusCode;
    }
}
