using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using VirtualStage.Contracts.Company;
using VirtualStage.Contracts.Doors;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>Strangers who audition: from the public link to a role of their own.</summary>
[Collection(nameof(CompanyTheatre))]
public sealed class AuditionTests(CompanyTheatre house)
{
    private RunningTheatre Theatre => house.Theatre;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stranger_signs_up_reads_on_the_stage_is_offered_accepts_and_plays()
    {
        await using var director = await house.Director();
        var (audition, path) = await Open(director, new OpenAudition("Laertes wanted", "Bring a sword.", ["laertes"], null, 5, 3));
        using var http = Theatre.Stranger();
        var notice = await http.GetFromJsonAsync<AuditionNotice>(path, Cancel);
        Assert.Equal((audition, Theatre.Performance, "Laertes wanted", 3), (notice!.Id, notice.Performance, notice.Title, notice.PlacesLeft));
        Assert.True(Assert.Single(notice.Roles) is { Role: "laertes", Words: > 0 });
        var ticket = await SignUp(http, path, new AuditionSignUp("Lee", "they/them", "I fence.", "laertes", null));
        await using var page = await CompanyPage.EnterWith(Theatre, ticket.Ticket);
        await director.Until(view => PersonIn(view, audition, ticket.Person) is { Name: "Lee", Pronouns: "they/them", Note: "I fence.", Ahead: 0 });
        Assert.Equal(HttpStatusCode.Forbidden, (await LivePlayer.Knock(Theatre, ticket.Ticket, "laertes")).Status);

        await director.Do(new CallToRead(audition, ticket.Person, "laertes"));

        await page.Until(view => PersonIn(view, audition, ticket.Person) is { Step: AuditionStep.Reading, Side.Lines.Length: > 0 });
        Assert.Equal(HttpStatusCode.Forbidden, (await LivePlayer.Knock(Theatre, ticket.Ticket, "hamlet")).Status);
        using (var reader = await LivePlayer.Enter(Theatre, ticket.Ticket, "laertes"))
        {
            await director.Do(new EndReading(audition, ticket.Person));
            await reader.Until(() => reader.Ended is not null);
            Assert.Equal("nobody calls you to read this role now", reader.Ended);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await Exchange(audition, ticket.Ticket)).Status);
        await director.Do(new OfferRole(audition, ticket.Person, "laertes"));
        await page.Do(new AnswerOffer(audition, true));
        await page.Until(view => view.Roles.Any(role => role is { Role: "laertes" } && role.Person == ticket.Person));
        var (status, actors) = await Exchange(audition, ticket.Ticket);
        Assert.Equal(HttpStatusCode.OK, status);
        using var player = await LivePlayer.Enter(Theatre, actors!.Ticket, "laertes");
        Assert.Equal("Lee", player.Stage.Scene!.Players.Single(one => one.Role == "laertes").Name);
    }

    [Fact]
    public async Task A_reader_moves_no_line_displaces_nobody_and_a_lock_sends_them_off()
    {
        await using var director = await house.Director();
        var (audition, path) = await Open(director, new OpenAudition("Open call", "", [], null, 5, 5));
        using var http = Theatre.Stranger();
        var ticket = await SignUp(http, path, new AuditionSignUp("Ray", "", "", null, null));
        await using var ann = await CompanyPage.Enter(Theatre, "p-francisco", "act");
        await director.Do(new GiveRole("francisco", "p-francisco"));
        await director.Do(new CallToRead(audition, ticket.Person, "francisco"));
        using (var actor = await LivePlayer.Enter(Theatre, Theatre.Ticket("p-francisco", "act"), "francisco"))
        {
            Assert.Contains("is on stage", (await LivePlayer.Knock(Theatre, ticket.Ticket, "francisco")).Body);
        }

        await using var console = await Director.Enter(Theatre, Theatre.Ticket("p-director", "call"));
        await Eventually.So(async () => !(await console.View()).Roles.Single(role => role.Role == "francisco").OnStage);
        using var reader = await LivePlayer.Enter(Theatre, ticket.Ticket, "francisco");
        var line = (await console.View()).CurrentLine;
        reader.Stage.Speak("1.1.2");
        await reader.For(TimeSpan.FromMilliseconds(500));
        Assert.NotEqual("1.1.2", line);
        Assert.Equal(line, (await console.View()).CurrentLine);

        await director.Do(new LockStage(Theatre.Performance, true));

        await reader.Until(() => reader.Ended is not null);
        Assert.Contains("locked", reader.Ended);
        Assert.Contains("locked", (await LivePlayer.Knock(Theatre, ticket.Ticket, "francisco")).Body);
        using var cast = await LivePlayer.Enter(Theatre, Theatre.Ticket("p-francisco", "act"), "francisco");
        await director.Do(new LockStage(Theatre.Performance, false));
    }

    [Fact]
    public async Task Slots_are_taken_once_and_places_run_out()
    {
        await using var director = await house.Director();
        var first = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeMilliseconds();
        var (audition, path) = await Open(director, new OpenAudition("By slots", "", [], first, 10, 2));
        using var http = Theatre.Stranger();
        await SignUp(http, path, new AuditionSignUp("One", "", "", null, first));

        Assert.Equal((HttpStatusCode.Conflict, "this slot is taken by now: choose another one"), await Refused(http, path, new AuditionSignUp("Two", "", "", null, first)));
        Assert.Equal((HttpStatusCode.Conflict, "choose a slot"), await Refused(http, path, new AuditionSignUp("Two", "", "", null, null)));
        Assert.Equal((HttpStatusCode.Conflict, "there is no such slot"), await Refused(http, path, new AuditionSignUp("Two", "", "", null, first + 1)));
        await SignUp(http, path, new AuditionSignUp("Two", "", "", null, first + 600_000));
        Assert.Equal((HttpStatusCode.Conflict, "this audition is full"), await Refused(http, path, new AuditionSignUp("Three", "", "", null, first)));
        Assert.All((await http.GetFromJsonAsync<AuditionNotice>(path, Cancel))!.Slots, slot => Assert.False(slot.Free));
        await director.Do(new CloseAudition(audition));
        Assert.Equal((HttpStatusCode.Conflict, "this audition is closed"), await Refused(http, path, new AuditionSignUp("Four", "", "", null, null)));
    }

    [Fact]
    public async Task A_link_with_another_token_leads_nowhere_and_a_form_that_is_none_is_refused()
    {
        await using var director = await house.Director();
        var (audition, path) = await Open(director, new OpenAudition("Guess me", "", [], null, 5, 5));
        using var http = Theatre.Stranger();
        foreach (var wrong in (string[])[$"/api/auditions/{audition}/x", path[..^1], $"/api/auditions/hamlet-a99/{path[(path.LastIndexOf('/') + 1)..]}"])
        {
            using var asked = await http.GetAsync(wrong, Cancel);
            Assert.Equal(HttpStatusCode.NotFound, asked.StatusCode);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await Refused(http, path, new AuditionSignUp(" ", "", "", null, null))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Refused(http, path, new AuditionSignUp("A", new string('x', 41), "", null, null))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Refused(http, path, new AuditionSignUp("A", "", new string('x', 501), null, null))).Status);
        Assert.Contains("no role yorick", (await Refused(http, path, new AuditionSignUp("A", "", "", "yorick", null))).Reason);
        foreach (var body in (string[])["", "null", "[]", "{", """{"name":null}""", """{"name":"A","pronouns":"","note":"","wish":null,"slotMs":"soon"}"""])
        {
            using var response = await http.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"), Cancel);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        }

        Assert.Empty(Single((await director.View()), audition).People);
    }

    [Fact]
    public async Task An_auditionee_sees_their_own_audition_and_nothing_else_of_the_theatre()
    {
        await using var director = await house.Director();
        var (audition, path) = await Open(director, new OpenAudition("Two strangers", "", [], null, 5, 5));
        using var http = Theatre.Stranger();
        var (one, two) = (
            await SignUp(http, path, new AuditionSignUp("One", "", "my secret", null, null)),
            await SignUp(http, path, new AuditionSignUp("Two", "", "", null, null)));
        await using var page = await CompanyPage.EnterWith(Theatre, two.Ticket);

        var view = page.Last;

        Assert.Equal([two.Person], Assert.Single(view.Auditions).People.Select(person => person.Person));
        Assert.Equal((1, ""), (view.Auditions[0].People[0].Ahead, view.Auditions[0].Link));
        Assert.Empty(view.Members);
        Assert.Empty(view.Roles);
        Assert.StartsWith("your ticket does not allow", await page.Refused(new OfferRole(audition, two.Person, "hamlet")));
        Assert.Equal("you are offered no role", await page.Refused(new AnswerOffer(audition, true)));
        Assert.Equal("you are not of the company", await page.Refused(new SendMessage(Theatre.Performance, AddressKind.Person, one.Person, "psst", false)));
        using var auditionee = Theatre.With(two.Ticket);
        foreach (var closed in (string[])[$"/api/performances/{Theatre.Performance}/book", $"/api/performances/{Theatre.Performance}/state"])
        {
            using var response = await auditionee.GetAsync(closed, Cancel);
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }

        using var seat = await HouseSeat.Take(Theatre, ticket: two.Ticket);
        Assert.Null(await seat.Watch());
        Assert.Equal("the doors are closed", seat.CloseReason);
        await page.Do(new LeaveAudition(audition));
    }

    private static AuditionView Single(CompanyView view, string audition) => view.Auditions.Single(one => one.Id == audition);

    private static Auditionee? PersonIn(CompanyView view, string audition, string person) =>
        view.Auditions.FirstOrDefault(one => one.Id == audition)?.People.FirstOrDefault(one => one.Person == person);

    /// <summary>Opens an audition; tells its id and where strangers sign up.</summary>
    private static async Task<(string Audition, string Path)> Open(CompanyPage director, OpenAudition open)
    {
        await director.Do(open);
        var view = (await director.View()).Auditions[^1];
        var link = new Uri(view.Link);
        Assert.Equal($"/audition/{view.Id}", link.AbsolutePath);
        return (view.Id, $"/api/auditions/{view.Id}/{link.Fragment["#token=".Length..]}");
    }

    private static async Task<IssuedTicket> SignUp(HttpClient http, string path, AuditionSignUp signUp)
    {
        using var response = await http.PostAsJsonAsync(path, signUp, Cancel);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Cancel));
        return (await response.Content.ReadFromJsonAsync<IssuedTicket>(Cancel))!;
    }

    private static async Task<(HttpStatusCode Status, string Reason)> Refused(HttpClient http, string path, AuditionSignUp signUp)
    {
        using var response = await http.PostAsJsonAsync(path, signUp, Cancel);
        var body = await response.Content.ReadAsStringAsync(Cancel);
        return (response.StatusCode, JsonSerializer.Deserialize<Refusal>(body, JsonSerializerOptions.Web)!.Reason);
    }

    private async Task<(HttpStatusCode Status, IssuedTicket? Ticket)> Exchange(string audition, string ticket)
    {
        using var http = Theatre.With(ticket);
        using var response = await http.PostAsync($"/api/auditions/{audition}/ticket", null, Cancel);
        return (response.StatusCode, response.IsSuccessStatusCode ? await response.Content.ReadFromJsonAsync<IssuedTicket>(Cancel) : null);
    }
}
