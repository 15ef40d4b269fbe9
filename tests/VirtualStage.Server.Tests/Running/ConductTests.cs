using System.Net.Http.Json;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>Clients that do not keep to the rules are held to them, and the console and the report tell.</summary>
[Collection(nameof(OpenTheatre))]
public sealed class ConductTests(OpenTheatre open)
{
    private RunningTheatre Theatre => open.Theatre;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_that_moves_faster_than_time_is_held_to_the_rules_and_reported()
    {
        await open.Cast("claudius", "p-fast");
        await using var director = await Director.Enter(Theatre, Theatre.Ticket("p-caller", "call"));
        using var player = await LivePlayer.Enter(Theatre, Theatre.Ticket("p-fast", "act"), "claudius");
        var warnings = new List<string>();
        player.Stage.Warned += warnings.Add;
        var (from, since) = (player.Pose!.Value, System.Diagnostics.Stopwatch.StartNew());
        var wish = (sbyte)(from.X > 0 ? -127 : 127);

        await player.Until(() => ConductOf(director.Told) is { TooManyMoves: > 100 }, () =>
        {
            for (var i = 0; i < 8; i++)
            {
                player.Stage.Move(new ActorInput(30, wish, 0, 0, Gait.Run));
            }
        });

        var moved = Math.Abs(player.Pose!.Value.X - from.X) / (double)ActorPose.UnitsPerMetre;
        Assert.InRange(moved, 0, Movement.RunSpeed * (since.Elapsed.TotalSeconds + 0.5));
        await player.Until(() => warnings.Count > 0);
        Assert.Equal(["your client asks for more moves than time allows: it is held to the rules"], warnings);
        using var http = Theatre.With(Theatre.Ticket("p-caller", "call"));
        var incidents = await Eventually.Get(async () => (await IncidentsOf(http)) is { Length: > 0 } told ? told : null);
        Assert.Contains("ticks of movement too many in a minute", Assert.Single(incidents).Text);
        Assert.Null(player.Ended);

        Assert.Null((await director.View()).Roles.Single(role => role.Role == "horatio").Conduct);
    }

    [Fact]
    public async Task A_client_that_sends_too_much_loses_the_rest_of_it_and_plays_on()
    {
        await open.Cast("polonius", "p-loud");
        await using var director = await Director.Enter(Theatre, Theatre.Ticket("p-caller", "call"));
        using var raw = new RawActor(await LivePlayer.Session(Theatre, Theatre.Ticket("p-loud", "act"), "polonius"));
        await Eventually.So(() =>
        {
            raw.Step();
            for (var i = 0; raw.IsIn && i < 60; i++)
            {
                // One datagram each.
                raw.Send(new EmoteRequest(Emote.Bow));
                raw.Step(0.1f);
            }

            return raw.Received.OfType<StageWarning>().Any();
        });

        Assert.Equal("your client sends more than the stage takes: the rest is dropped", Assert.Single(raw.Received.OfType<StageWarning>()).Text);
        await Eventually.So(async () =>
            (await director.View()).Roles.Single(role => role.Role == "polonius") is { OnStage: true, Conduct: { TooMuch: > 0, Unreadable: 0 } });
    }

    private static ClientConduct? ConductOf(PerformanceView? view) => view?.Roles.Single(role => role.Role == "claudius").Conduct;

    private async Task<ReportIncident[]> IncidentsOf(HttpClient http) =>
        [.. (await http.GetFromJsonAsync<RunReport>($"/api/performances/{Theatre.Performance}/report.json", Cancel))!.Incidents
            .Where(incident => incident.Text.Contains("held to the rules") && incident.Text.Contains("(Claudius)"))];
}
