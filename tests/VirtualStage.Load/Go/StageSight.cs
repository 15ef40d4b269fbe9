using System.Net.WebSockets;
using MessagePack;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Stage;
using VirtualStage.Contracts.Wire;

namespace VirtualStage.Load.Go;

/// <summary>Watches the lights over a WebSocket: from the house as a spectator, from the stage as an actor.</summary>
internal sealed class StageSight : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly byte[] _buffer = new byte[1 << 18];
    private readonly Watcher _watcher;
    private Task _watching = Task.CompletedTask;
    private int _cue = -1;
    private string? _look;

    private StageSight(Watcher watcher) => _watcher = watcher;

    public static Task<StageSight> FromHouse(LoadedTheatre theatre, Watcher watcher) =>
        Open(theatre, watcher, "house", sight => sight.TakeFrame);

    public static Task<StageSight> FromStage(LoadedTheatre theatre, Watcher watcher, string person) =>
        Open(theatre, watcher, $"stage?role={ManyCues.Role}&access_token={theatre.Ticket(person, "act")}", sight => sight.TakeMessage);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Dispose();
        _stop.Dispose();
    }

    private static async Task<StageSight> Open(
        LoadedTheatre theatre, Watcher watcher, string door, Func<StageSight, Func<ReadOnlyMemory<byte>, Task>> take)
    {
        var sight = new StageSight(watcher);
        var address = new UriBuilder(new Uri(theatre.Address, $"/api/performances/{theatre.Performance}/{door}")) { Scheme = "ws" };
        await sight._socket.ConnectAsync(address.Uri, CancellationToken.None);
        sight._watching = sight.Watch(take(sight));
        return sight;
    }

    private async Task Watch(Func<ReadOnlyMemory<byte>, Task> take)
    {
        while (true)
        {
            var length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                part = await _socket.ReceiveAsync(_buffer.AsMemory(length), _stop.Token);
                length += part.Count;
            }
            while (!part.EndOfMessage);

            if (part.MessageType == WebSocketMessageType.Close)
            {
                _watcher.Ends($"the door was closed: {_socket.CloseStatusDescription}");
                return;
            }

            await take(_buffer.AsMemory(0, length));
        }
    }

    private async Task TakeFrame(ReadOnlyMemory<byte> bytes)
    {
        var frame = MessagePackSerializer.Deserialize<HouseFrame>(bytes, ContractResolver.Options);
        Take(frame.Scene);
        await Send<ISpectatorMessage>(new HouseAck(frame.Number));
    }

    private async Task TakeMessage(ReadOnlyMemory<byte> bytes)
    {
        switch (MessagePackSerializer.Deserialize<IStageMessage>(bytes, ContractResolver.Options))
        {
            case StageWelcome welcome:
                Take(welcome.Scene);
                break;
            case SceneChanged changed:
                Take(changed.Scene);
                break;
            case StageSnapshot snapshot:
                await Send<IActorMessage>(new ActorInputs(0, [], snapshot.Tick));
                break;
            default:
                break;
        }
    }

    private void Take(StageScene? scene)
    {
        if (scene is null || scene.Light.Look == _look)
        {
            return;
        }

        if (_look is not null)
        {
            _cue++;
            _watcher.Sees(_cue, scene.Light.Fade.StartMs);
        }

        _look = scene.Light.Look;
    }

    private Task Send<T>(T message) => _socket.SendAsync(
        MessagePackSerializer.Serialize(message, ContractResolver.Options), WebSocketMessageType.Binary, endOfMessage: true, _stop.Token);
}
