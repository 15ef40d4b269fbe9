using System.Net.WebSockets;
using MessagePack;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;
using VirtualStage.Contracts.Wire;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>Actors who come in with a browser: the same messages over a WebSocket.</summary>
[Collection(nameof(OpenTheatre))]
public sealed class BrowserActorTests(OpenTheatre open)
{
    private RunningTheatre Theatre => open.Theatre;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_browsers_actor_is_welcomed_walks_and_speaks()
    {
        await open.Cast("ophelia", "p-ophelia");
        using var socket = await Enter("ophelia", "p-ophelia");
        var welcome = Assert.IsType<StageWelcome>(await Receive(socket));
        Assert.Equal(["ophelia"], welcome.Roles);
        var history = new Client.StagePoses();
        await Until<StageSnapshot>(socket, snapshot => history.Take(snapshot) && history.PoseOf(welcome.Actor) is not null);
        var from = history.PoseOf(welcome.Actor)!.Value;

        var sequence = 1u;
        await Until<StageSnapshot>(socket, async snapshot =>
        {
            history.Take(snapshot);
            await Send(socket, new ActorInputs(sequence++, [new ActorInput(1, 0, (sbyte)(from.Z > 0 ? -127 : 127), 0, Gait.Walk)], snapshot.Tick));
            return Math.Abs(history.PoseOf(welcome.Actor)!.Value.Z - from.Z) > 128;
        });
        await Send(socket, new SpeakLine("3.1.102"));
        await Until<SceneChanged>(socket, changed => changed.Scene.Surtitle?.Line == "3.1.102");
    }

    [Fact]
    public async Task Who_is_not_cast_is_told_why()
    {
        using var socket = await Enter("ophelia", "p-not-cast");

        var closed = await socket.ReceiveAsync(new byte[64].AsMemory(), Cancel);

        Assert.Equal(WebSocketMessageType.Close, closed.MessageType);
        Assert.Equal((4403, "you are not cast as Ophelia"), ((int?)socket.CloseStatus, socket.CloseStatusDescription));
    }

    [Fact]
    public async Task Who_comes_in_over_udp_takes_the_browsers_place_and_it_is_told()
    {
        await open.Cast("gertrude", "p-both");
        using var socket = await Enter("gertrude", "p-both");
        await Receive(socket);

        using var player = await LivePlayer.Enter(Theatre, Theatre.Ticket("p-both", "act"), "gertrude");

        await Until<Dismissal>(socket, dismissal => dismissal.Reason == "you came in again from somewhere else");
        Assert.Null(await Receive(socket));
        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.CloseStatus);
    }

    [Fact]
    public async Task A_browser_that_sends_what_nobody_can_read_leaves_the_stage()
    {
        await using var director = await Director.Enter(Theatre, Theatre.Ticket("p-caller", "call"));
        await open.Cast("fortinbras", "p-noisy");
        (byte[] Bytes, WebSocketMessageType Type, int Times)[] noises =
        [
            ("hello"u8.ToArray(), WebSocketMessageType.Text, 50),
            ([0xc1], WebSocketMessageType.Binary, 50),
            ([0x92, 200, 0x90], WebSocketMessageType.Binary, 50),
            (new byte[5000], WebSocketMessageType.Binary, 1),
        ];
        foreach (var (bytes, type, times) in noises)
        {
            using var socket = await Enter("fortinbras", "p-noisy");
            await Receive(socket);
            await Eventually.So(() => IsOn(director));
            for (var i = 0; i < times; i++)
            {
                await socket.SendAsync(bytes, type, true, Cancel);
            }

            if (times > 1)
            {
                await Until<StageWarning>(socket, warning => warning.Text.Contains("cannot read"));
                await Until<Dismissal>(socket, dismissal => dismissal.Reason.Contains("cannot read"));
            }

            await Eventually.So(async () => !await IsOn(director));
        }
    }

    private static async Task<bool> IsOn(Director director) =>
        (await director.View()).Roles.Single(role => role.Role == "fortinbras").OnStage;

    private static Task Send(ClientWebSocket socket, IActorMessage message) => socket.SendAsync(
        MessagePackSerializer.Serialize(message, ContractResolver.Options), WebSocketMessageType.Binary, true, Cancel);

    private static async Task<IStageMessage?> Receive(ClientWebSocket socket)
    {
        var buffer = new byte[1 << 17];
        var length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), Cancel).AsTask().WaitAsync(TimeSpan.FromSeconds(45), Cancel);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            length += part.Count;
            if (part.EndOfMessage)
            {
                return MessagePackSerializer.Deserialize<IStageMessage>(buffer.AsMemory(0, length), ContractResolver.Options, Cancel);
            }
        }
    }

    private static Task Until<T>(ClientWebSocket socket, Func<T, bool> so) => Until<T>(socket, message => Task.FromResult(so(message)));

    private static async Task Until<T>(ClientWebSocket socket, Func<T, Task<bool>> so)
    {
        for (var i = 0; i < 1000; i++)
        {
            var message = await Receive(socket);
            Assert.NotNull(message);
            if (message is T wanted && await so(wanted))
            {
                return;
            }
        }

        Assert.Fail($"no such {typeof(T).Name} came");
    }

    private async Task<ClientWebSocket> Enter(string role, string person)
    {
        var socket = new ClientWebSocket();
        var query = $"role={role}&access_token={Theatre.Ticket(person, "act")}";
        await socket.ConnectAsync(
            new UriBuilder(new Uri(Theatre.Address, $"/api/performances/{Theatre.Performance}/stage?{query}")) { Scheme = "ws" }.Uri, Cancel);
        return socket;
    }
}
