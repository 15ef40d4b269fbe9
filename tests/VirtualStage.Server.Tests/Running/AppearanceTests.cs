using System.Net;
using System.Net.Http.Json;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Doors;
using VirtualStage.Contracts.Stage;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>How people are seen, and what they hold.</summary>
public sealed class AppearanceTests : IDisposable
{
    private static readonly ChosenAppearance _tall = new(
        new Appearance(BodyBuild.Broad, 195, 7, HairStyle.Braided, HairColour.Black), [new CostumeChoice("attendant", "livery")]);

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task An_appearance_is_shown_at_once_on_the_stage_and_forgotten_with_the_person_and_props_go_from_hand_to_hand()
    {
        await using var theatre = await RunningTheatre.Start(_folder["data"], "--no-bots");
        await using var director = await Director.Enter(theatre, theatre.Ticket("p-director", "call", "cast"));
        using var http = theatre.With(theatre.Ticket("p-anna", "act"));
        await director.Do(new Contracts.Console.CastRole("attendant", "p-anna"));
        using var player = await LivePlayer.Enter(theatre, theatre.Ticket("p-anna", "act"), "attendant");
        Assert.Null(Me().Appearance);

        var answer = await http.PutAsJsonAsync("/api/me/appearance", _tall, TestContext.Current.CancellationToken);
        Assert.Equal(_tall.Body, (await answer.Content.ReadFromJsonAsync<TicketHolder>(TestContext.Current.CancellationToken))!.Appearance!.Body);
        await player.Until(() => Me().Appearance == _tall.Body && Me().Costume == "livery");
        await http.PutAsJsonAsync("/api/me", new ChosenName(" Zoe\u0308 ", "she/her"), TestContext.Current.CancellationToken);
        await player.Until(() => Me().Name == "Zo\u00eb");

        foreach (var wrong in new[] { _tall with { Body = _tall.Body with { HeightCm = 900 } }, _tall with { Costumes = [new CostumeChoice("a b", "c")] } })
        {
            var refused = await http.PutAsJsonAsync("/api/me/appearance", wrong, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        // The cup is with the role from the preset on; it is put down, and taken again.
        string? said = null;
        player.Stage.Called += text => said = text;
        Assert.Equal("attendant", Cup().Role);
        player.Stage.Handle(new PropRequest(PropVerb.PutDown, "cup", 0));
        await player.Until(() => Cup().Role is null);
        player.Stage.Handle(new PropRequest(PropVerb.PutDown, "cup", 0));
        await player.Until(() => said == "You do not have it.");
        player.Stage.Handle(new PropRequest(PropVerb.Take, null, 0));
        await player.Until(() => Cup().Role == "attendant");

        await http.DeleteAsync("/api/me", TestContext.Current.CancellationToken);
        await player.Until(() => Me().Appearance is null && Me().Name == "somebody");

        Player Me() => player.Stage.Scene!.Players.Single(one => one.Role == "attendant");
        PropPlace Cup() => player.Stage.Scene!.Props!.Single(prop => prop.Prop == "cup");
    }

    public void Dispose() => _folder.Dispose();
}
