using System.Net;
using System.Net.Http.Json;
using System.Text;
using MessagePack;
using VirtualStage.Contracts.Company;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Doors;
using VirtualStage.Contracts.Wire;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>The company while the audience is in.</summary>
[Collection(nameof(OpenTheatre))]
public sealed class CompanyInShowTests(OpenTheatre open)
{
    private RunningTheatre Theatre => open.Theatre;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_that_the_company_says_reaches_the_audience()
    {
        await using var director = await CompanyPage.Enter(Theatre, "p-caller", "notes", "call", "cast", "moderate");
        await open.Cast("ophelia", "p-quiet");
        await using var actor = await CompanyPage.Enter(Theatre, "p-quiet", "act");
        using var player = await LivePlayer.Enter(Theatre, Theatre.Ticket("p-quiet", "act"), "ophelia");
        using var seat = await HouseSeat.Take(Theatre);
        Assert.NotNull(await seat.Watch());
        var prompt = "";
        player.Stage.Prompted += prompted => prompt = prompted.Text;

        await director.Do(new SendMessage(Theatre.Performance, AddressKind.Everybody, "", "zanzibar to all", false));
        await director.Do(new SendMessage(Theatre.Performance, AddressKind.Department, "Cast", "zanzibar to the cast", true));
        await director.Do(new GiveCall(Theatre.Performance, CompanyCall.Beginners));
        await director.Do(new GivePrompt(Theatre.Performance, "ophelia"));
        await actor.Do(new SendMessage(Theatre.Performance, AddressKind.Person, "p-caller", "zanzibar to one", false));
        await player.Until(() => prompt.Length > 0);

        // Nobody moves: there is a frame a second.
        for (var i = 0; i < 60; i++)
        {
            var text = Encoding.UTF8.GetString(MessagePackSerializer.Serialize(await seat.Watch(), ContractResolver.Options, Cancel));
            Assert.DoesNotContain("zanzibar", text);
            Assert.DoesNotContain("Beginners, please", text);
            Assert.DoesNotContain(prompt.TrimEnd('…', ' '), text);
        }
    }

    [Fact]
    public async Task Cue_lights_follow_warning_standby_and_acknowledgement()
    {
        await using var caller = await Director.Enter(Theatre, Theatre.Ticket("p-caller", "call"));
        await using var operatorPage = await CompanyPage.Enter(Theatre, "p-light-operator", "notes");
        await caller.Do(new Warn("LX 20"));
        await operatorPage.Until(view => view.Lights.Any(light => light is { State: CueLightState.Warn, Cue: "LX 20" }));
        await caller.Do(new StandBy("LX 20"));
        await operatorPage.Until(view => view.Lights.Any(light => light is { State: CueLightState.Standby, Cue: "LX 20", Acknowledged: false }));
        var department = operatorPage.Last.Lights.Single(light => light.Cue == "LX 20").Department;

        await caller.Do(new AcknowledgeStandby("LX 20", department));

        await operatorPage.Until(view => view.Lights.Any(light => light is { State: CueLightState.Standby, Cue: "LX 20", Acknowledged: true }));
        await caller.Do(new ReleaseStandby("LX 20"));
        await operatorPage.Until(view => view.Lights.All(light => light.Cue != "LX 20"));
    }

    [Fact]
    public async Task Nobody_reads_on_the_stage_while_the_audience_is_in()
    {
        await using var director = await CompanyPage.Enter(Theatre, "p-casting", "cast");
        await director.Do(new OpenAudition("Between the acts", "", [], null, 5, 5));
        var audition = (await director.View()).Auditions[^1];
        using var http = Theatre.Stranger();
        using var response = await http.PostAsJsonAsync(
            $"/api/auditions/{audition.Id}/{new Uri(audition.Link).Fragment["#token=".Length..]}", new AuditionSignUp("Bo", "", "", null, null), Cancel);
        var ticket = (await response.Content.ReadFromJsonAsync<IssuedTicket>(Cancel))!;
        await director.Do(new CallToRead(audition.Id, ticket.Person, "attendant"));

        var (status, _, body) = await LivePlayer.Knock(Theatre, ticket.Ticket, "attendant");

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains("the audience is in", body);
    }
}
