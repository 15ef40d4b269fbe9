using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.AspNetCore.SignalR.Client;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Doors;
using VirtualStage.Contracts.Stage;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>Who gets in where, before the doors are opened.</summary>
[Collection(nameof(ClosedTheatre))]
public sealed class DoorTests(ClosedTheatre closed)
{
    private RunningTheatre Theatre => closed.Theatre;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_playbill_is_for_everybody()
    {
        using var http = Theatre.Stranger();

        var entry = Assert.Single((await http.GetFromJsonAsync<Playbill>("/api/playbill", Cancel))!.Performances);

        Assert.Equal(("hamlet-1", "Hamlet: the watch, the nunnery and the duel", ShowState.Preset, false), (entry.Id, entry.Title, entry.Show, entry.DoorsOpen));
        Assert.Equal(3, entry.Scenes.Length);
        Assert.Equal(14, entry.Roles.Length);
    }

    [Theory]
    [InlineData("GET", "/api/me", 401)]
    [InlineData("PUT", "/api/me", 401)]
    [InlineData("DELETE", "/api/me", 401)]
    [InlineData("POST", "/api/invitations", 401)]
    [InlineData("GET", "/api/performances/hamlet-1/plan", 403)]
    [InlineData("GET", "/api/performances/hamlet-1/book", 401)]
    [InlineData("POST", "/api/performances/hamlet-1/session", 401)]
    [InlineData("GET", "/api/performances/hamlet-1/stage?role=hamlet", 401)]
    [InlineData("GET", "/hub/director", 401)]
    [InlineData("POST", "/hub/director", 401)]
    [InlineData("POST", "/hub/director/negotiate", 401)]
    public async Task Without_a_ticket_nothing_opens(string method, string path, int status)
    {
        using var http = Theatre.Stranger();
        using var bad = Theatre.With("no.real.ticket");
        foreach (var client in new[] { http, bad })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path)
            {
                Content = method == "GET" ? null : new StringContent("{}", Encoding.UTF8, "application/json"),
            };
            using var response = await client.SendAsync(request, Cancel);
            Assert.Equal(status, (int)response.StatusCode);
        }
    }

    [Theory]
    [InlineData("POST", "/api/invitations", "watch act perform notes edit call moderate bot")]
    [InlineData("POST", "/api/performances/hamlet-1/session", "watch perform notes edit call cast moderate bot")]
    [InlineData("GET", "/api/performances/hamlet-1/stage?role=hamlet", "watch perform notes edit call cast moderate bot")]
    [InlineData("POST", "/hub/director/negotiate", "watch act perform bot")]
    public async Task A_ticket_for_everything_else_does_not_open_it(string method, string path, string scopes)
    {
        using var http = Theatre.With(Theatre.Ticket("p-wrong", scopes.Split(' ')));
        using var request = new HttpRequestMessage(new HttpMethod(method), path)
        {
            Content = method == "GET" ? null : new StringContent("{}", Encoding.UTF8, "application/json"),
        };

        using var response = await http.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task With_a_ticket_the_plan_and_the_book_can_be_read_before_the_doors_open()
    {
        using var http = Theatre.With(Theatre.Ticket("p-actor", "act"));

        Assert.Equal(12, (await http.GetFromJsonAsync<StagePlan>("/api/performances/hamlet-1/plan", Cancel))!.Width);
        var book = await http.GetFromJsonAsync<PromptBook>("/api/performances/hamlet-1/book", Cancel);
        Assert.True(book!.Cues.Length >= 40);
        Assert.Equal("Who's there?", book.Items.First(item => item.Kind == BookItemKind.Line).Text);
        using var none = await http.GetAsync("/api/performances/macbeth-1/book", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task The_owners_key_is_claimed_once_and_gives_everything()
    {
        using var http = Theatre.Stranger();
        var key = Theatre.OwnerKey();
        Assert.NotEmpty(key);

        using var wrong = await http.PostAsJsonAsync("/api/owner", new OwnerKey(key + "x"), Cancel);
        using var first = await http.PostAsJsonAsync("/api/owner", new OwnerKey(key), Cancel);
        using var second = await http.PostAsJsonAsync("/api/owner", new OwnerKey(key), Cancel);

        Assert.Equal(
            [HttpStatusCode.Forbidden, HttpStatusCode.OK, HttpStatusCode.Forbidden],
            [wrong.StatusCode, first.StatusCode, second.StatusCode]);
        Assert.Contains("virtualstage ticket", (await second.Content.ReadFromJsonAsync<Refusal>(Cancel))!.Reason);
        var issued = (await first.Content.ReadFromJsonAsync<IssuedTicket>(Cancel))!;
        Assert.Equal($"{Theatre.Address}console#ticket={issued.Ticket}", issued.Link);
        using var owner = Theatre.With(issued.Ticket);
        var holder = await owner.GetFromJsonAsync<TicketHolder>("/api/me", Cancel);
        Assert.Equal((issued.Person, ""), (holder!.Person, holder.Name));
        Assert.Equal(["watch", "act", "perform", "notes", "edit", "call", "cast", "moderate"], holder.Scopes);
    }

    [Theory]
    [InlineData("PUT", "/api/me", "{}")]
    [InlineData("PUT", "/api/me", """{"name":null,"pronouns":null}""")]
    [InlineData("PUT", "/api/me", "[]")]
    [InlineData("PUT", "/api/me", "not json")]
    [InlineData("POST", "/api/owner", "{}")]
    [InlineData("POST", "/api/owner", """{"key":null}""")]
    [InlineData("POST", "/api/invitations", "{}")]
    [InlineData("POST", "/api/invitations", """{"name":"Anna","scopes":null}""")]
    [InlineData("POST", "/api/performances/hamlet-1/session", "{}")]
    [InlineData("POST", "/api/performances/hamlet-1/session", """{"role":null}""")]
    public async Task A_request_that_leaves_out_what_is_needed_is_a_bad_request(string method, string path, string json)
    {
        using var http = Theatre.With(Theatre.Ticket("p-owner", Server.Doors.Scopes.Owner));
        using var request = new HttpRequestMessage(new HttpMethod(method), path)
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };

        using var response = await http.SendAsync(request, Cancel);

        Assert.InRange((int)response.StatusCode, 400, 403);
    }

    [Fact]
    public async Task People_say_what_they_want_to_be_called_and_what_is_no_name_changes_nothing()
    {
        using var http = Theatre.With(Theatre.Ticket("p-named", "watch"));
        using var good = await http.PutAsJsonAsync("/api/me", new ChosenName("  Anna  ", "she/her"), Cancel);
        Assert.Equal(HttpStatusCode.OK, good.StatusCode);

        foreach (var name in new[] { "", "   ", new string('a', 61), "An\u202ena", "An\nna" })
        {
            using var bad = await http.PutAsJsonAsync("/api/me", new ChosenName(name, ""), Cancel);
            Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
            Assert.NotEmpty((await bad.Content.ReadFromJsonAsync<Refusal>(Cancel))!.Reason);
        }

        var holder = await http.GetFromJsonAsync<TicketHolder>("/api/me", Cancel);
        Assert.Equal(("Anna", "she/her"), (holder!.Name, holder.Pronouns));
    }

    [Fact]
    public async Task Who_wants_to_be_forgotten_has_no_name_any_more_but_the_ticket_is_good()
    {
        using var http = Theatre.With(Theatre.Ticket("p-forgotten", "watch"));
        using var named = await http.PutAsJsonAsync("/api/me", new ChosenName("Anna", "she/her"), Cancel);
        using var forgotten = await http.DeleteAsync("/api/me", Cancel);
        Assert.Equal(HttpStatusCode.NoContent, forgotten.StatusCode);
        var holder = await http.GetFromJsonAsync<TicketHolder>("/api/me", Cancel);
        Assert.Equal(("p-forgotten", "", ""), (holder!.Person, holder.Name, holder.Pronouns));
    }

    [Theory]
    [InlineData("call")]
    [InlineData("moderate")]
    [InlineData("owner")]
    [InlineData("")]
    public async Task Nobody_invites_to_more_than_they_hold(string scope)
    {
        using var http = Theatre.With(Theatre.Ticket("p-caster", "cast", "act"));

        using var response = await http.PostAsJsonAsync("/api/invitations", new Invitation("Anna", ["act", scope], null), Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains($"'{scope}'", (await response.Content.ReadFromJsonAsync<Refusal>(Cancel))!.Reason);
    }

    [Fact]
    public async Task Nobody_hides_a_scope_behind_one_that_is_none()
    {
        using var http = Theatre.With(Theatre.Ticket("p-caster", "cast", "act"));

        using var response = await http.PostAsJsonAsync("/api/invitations", new Invitation("Anna", [null!, "moderate"], null), Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task An_invitation_casts_names_and_admits()
    {
        using var http = Theatre.With(Theatre.Ticket("p-caster", "cast", "act"));
        using var response = await http.PostAsJsonAsync("/api/invitations", new Invitation("Ophelia Actor", ["act"], "ophelia"), Cancel);
        var issued = (await response.Content.ReadFromJsonAsync<IssuedTicket>(Cancel))!;

        Assert.StartsWith($"{Theatre.Address}stage-door#ticket=", issued.Link);
        await using var director = await Director.Enter(Theatre, Theatre.Ticket("p-caster", "cast"));
        var role = (await director.View()).Roles.Single(role => role.Role == "ophelia");
        Assert.Equal((issued.Person, "Ophelia Actor"), (role.Person, role.PersonName));
        using var player = await LivePlayer.Enter(Theatre, issued.Ticket, "ophelia");
        Assert.Equal(["ophelia"], player.Stage.Welcome!.Roles);
        using var owner = await http.PostAsJsonAsync("/api/invitations", new Invitation("Nobody", ["act"], "king-lear"), Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, owner.StatusCode);
    }

    [Fact]
    public async Task Who_is_not_cast_gets_no_session_and_is_told_why()
    {
        var ticket = Theatre.Ticket("p-uncast", "act");

        var (status, _, body) = await LivePlayer.Knock(Theatre, ticket, "gertrude");
        var (unknown, _, unknownBody) = await LivePlayer.Knock(Theatre, ticket, "king-lear");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (status, unknown));
        Assert.Contains("you are not cast as Gertrude", body);
        Assert.Contains("there is no role king-lear", unknownBody);
    }

    [Theory]
    [InlineData("call", true, false)]
    [InlineData("cast", false, true)]
    [InlineData("notes", false, false)]
    [InlineData("edit", false, false)]
    public async Task A_console_may_do_what_its_ticket_says(string scope, bool mayCall, bool mayCast)
    {
        await using var director = await Director.Enter(Theatre, Theatre.Ticket("p-operator", scope));

        var call = await director.Send(new StandBy("no such cue"));
        var cast = await director.Send(new CastRole("no such role", "p-x"));

        Assert.Equal((false, false), (call.Accepted, cast.Accepted));
        Assert.Equal(mayCall ? "there is no cue no such cue" : "your ticket does not allow to call", call.Reason);
        Assert.Equal(mayCast ? "there is no role no such role" : "your ticket does not allow to cast", cast.Reason);
    }

    [Fact]
    public async Task A_ticket_that_is_for_no_operator_does_not_get_a_hub()
    {
        await Assert.ThrowsAsync<HttpRequestException>(() => Director.Enter(Theatre, Theatre.Ticket("p-actor", "act", "watch")));
        await Assert.ThrowsAsync<HttpRequestException>(() => Director.Enter(Theatre, "no.real.ticket"));
    }

    [Fact]
    public async Task A_performance_that_is_not_there_cannot_be_followed_or_commanded()
    {
        await using var director = await Director.Enter(Theatre, Theatre.Ticket("p-operator", "call"));

        foreach (var performance in new[] { "macbeth-1", "", "production/hamlet" })
        {
            var follow = await Assert.ThrowsAsync<Microsoft.AspNetCore.SignalR.HubException>(
                () => director.Hub.InvokeAsync<PerformanceView>("Follow", performance, Cancel));
            Assert.Contains("there is no such performance", follow.Message);
            await Assert.ThrowsAsync<Microsoft.AspNetCore.SignalR.HubException>(() => director.Hub.InvokeAsync<CommandAnswer>(
                "Send", performance, new CommandEnvelope("x", new Panic()), Cancel));
        }
    }

    [Fact]
    public async Task The_house_is_closed_to_strangers_and_open_to_holders_of_tickets()
    {
        using var stranger = await HouseSeat.Take(Theatre);
        using var unknown = await HouseSeat.Take(Theatre, "macbeth-1");
        using var guest = await HouseSeat.Take(Theatre, ticket: Theatre.Ticket("p-guest", "watch"));

        Assert.Null(await stranger.Watch());
        Assert.Equal((4403, "the doors are closed"), ((int?)stranger.CloseStatus, stranger.CloseReason));
        Assert.Null(await unknown.Watch());
        Assert.Equal(4404, (int?)unknown.CloseStatus);
        Assert.NotNull(await guest.Watch());
        Assert.Equal(ShowState.Preset, guest.Scene!.Show);
    }

    [Fact]
    public async Task Pages_may_not_be_framed_or_load_from_elsewhere()
    {
        using var http = Theatre.Stranger();
        using var response = await http.GetAsync("/api/playbill", Cancel);

        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("frame-ancestors 'none'", response.Headers.GetValues("Content-Security-Policy").Single());
    }
}
