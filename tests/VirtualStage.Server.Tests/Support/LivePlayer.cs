using System.Net;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using VirtualStage.Client;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;
using VirtualStage.Testing;

namespace VirtualStage.Server.Tests.Support;

/// <summary>A person who plays, with the client that Unity uses.</summary>
internal sealed class LivePlayer : IDisposable
{
    private LivePlayer(StageSession session, StageGround ground, Func<CancellationToken, Task<StageSession?>>? askAgain = null)
    {
        Stage = new StageClient(session, ground, askAgain);
        Stage.Ended += reason => Ended = reason;
        Stage.Back += () => Comebacks++;
    }

    public StageClient Stage { get; }

    /// <summary>Why the connection ended; null before.</summary>
    public string? Ended { get; private set; }

    /// <summary>How often the connection was lost and came back.</summary>
    public int Comebacks { get; private set; }

    public ActorPose? Pose => Stage.Welcome is { } welcome ? Stage.World.PoseOf(welcome.Actor) : null;

    /// <summary>Asks for a session in a role.</summary>
    public static async Task<(HttpStatusCode Status, StageSession? Session, string Body)> Knock(
        RunningTheatre theatre, string ticket, string role)
    {
        using var http = theatre.With(ticket);
        using var response = await http.PostAsJsonAsync(
            $"/api/performances/{theatre.Performance}/session", new SessionRequest(role), TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (
            response.StatusCode,
            response.IsSuccessStatusCode ? await response.Content.ReadFromJsonAsync<StageSession>(TestContext.Current.CancellationToken) : null,
            body);
    }

    public static async Task<StageSession> Session(RunningTheatre theatre, string ticket, string role)
    {
        var (status, session, body) = await Knock(theatre, ticket, role);
        Assert.True(session is not null, $"{status}: {body}");
        return session;
    }

    /// <summary>Comes in by a session and waits until the stage shows the actor; comes back by itself after a loss, as a person's client does.</summary>
    public static async Task<LivePlayer> Enter(RunningTheatre theatre, string ticket, string role)
    {
        using var http = theatre.With(ticket);
        var plan = await http.GetFromJsonAsync<StagePlan>(
            $"/api/performances/{theatre.Performance}/plan", TestContext.Current.CancellationToken);
        var player = new LivePlayer(
            await Session(theatre, ticket, role), new StageGround(plan!), async _ => (await Knock(theatre, ticket, role)).Session);
        player.Stage.Connect();
        await player.Until(() => player.Pose is not null);
        return player;
    }

    /// <summary>Comes in over a network, and comes back by itself when that was away.</summary>
    public static async Task<LivePlayer> Enter(RunningTheatre theatre, string ticket, string role, FaultyRelay network)
    {
        using var http = theatre.With(ticket);
        var plan = await http.GetFromJsonAsync<StagePlan>(
            $"/api/performances/{theatre.Performance}/plan", TestContext.Current.CancellationToken);
        var player = new LivePlayer(
            Over(network, await Session(theatre, ticket, role)),
            new StageGround(plan!),
            async _ => (await Knock(theatre, ticket, role)).Session is { } session ? Over(network, session) : null);
        player.Stage.Connect();
        await player.Until(() => player.Pose is not null);
        return player;
    }

    /// <summary>Comes in at any of several servers, and comes back by itself at whichever answers.</summary>
    public static async Task<LivePlayer> Enter(IReadOnlyList<RunningTheatre> servers, string ticket, string role)
    {
        using var http = servers[0].With(ticket);
        var plan = await http.GetFromJsonAsync<StagePlan>(
            $"/api/performances/{servers[0].Performance}/plan", TestContext.Current.CancellationToken);
        var asked = 0;
        var player = new LivePlayer(
            await Session(servers[0], ticket, role),
            new StageGround(plan!),
            // One after the other, as a proxy in front of them would: one that stands still is not waited for.
            async _ => (await Knock(servers[asked++ % servers.Count], ticket, role)).Session
                ?? throw new HttpRequestException("the performance is between two servers"));
        player.Stage.Connect();
        await player.Until(() => player.Pose is not null);
        return player;
    }

    /// <summary>A session whose datagrams go over a network.</summary>
    public static StageSession Over(FaultyRelay network, StageSession session) =>
        session with { UdpHost = $"{network.EndPoint.Address}", UdpPort = network.EndPoint.Port };

    /// <summary>Plays on until it is so.</summary>
    /// <param name="so">What is waited for.</param>
    /// <param name="each">Done each turn, before the inputs are sent.</param>
    public Task Until(Func<bool> so, Action? each = null, [CallerArgumentExpression(nameof(so))] string what = "") => Eventually.So(
        () =>
        {
            Stage.Update();
            each?.Invoke();
            if (Stage.Welcome is not null && !Stage.IsOver)
            {
                Stage.SendInputs();
            }

            return so();
        },
        what: what,
        state: () => $"ended: {Ended ?? "no"}, lost: {Stage.IsLost}, comebacks: {Comebacks}, tick {Stage.World.NewestTick}, at {Stage.Self.Body.X}, "
            + $"seen at {Pose?.X}, corrected by {Stage.Self.CorrectedBy}, unreadable: {Stage.Malformed}");

    /// <summary>Plays on for a while.</summary>
    public Task For(TimeSpan time, Action? each = null)
    {
        var end = DateTimeOffset.UtcNow + time;
        return Until(() => DateTimeOffset.UtcNow > end, each);
    }

    public void Dispose() => Stage.Dispose();
}
