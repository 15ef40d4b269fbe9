using System.Collections.Concurrent;
using System.Net.WebSockets;
using MessagePack;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Wire;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Stage;

namespace VirtualStage.Server.StageDoor;

/// <summary>
/// Lets browsers' actors in over WebSockets: the same messages as over UDP, handed to the theatre's loop, where the same
/// code takes them.
/// </summary>
public sealed class SocketDoor(Stages stages, IHostApplicationLifetime theatre)
{
    private const int MaxMessage = 4096;

    /// <summary>Messages of one actor that wait for the loop; whoever sends faster than it turns is let go.</summary>
    private const int MaxWaiting = 256;

    private readonly ConcurrentQueue<Action> _received = new();

    /// <summary>Hands what came to the stages. On the theatre's loop.</summary>
    public void Receive()
    {
        for (var waiting = _received.Count; waiting > 0 && _received.TryDequeue(out var received); waiting--)
        {
            received();
        }
    }

    /// <summary>The endpoint: one actor from the upgrade to the end.</summary>
    public static async Task Enter(HttpContext context, string performance, string role, Casting casting, SocketDoor door)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var (cast, refusal) = await casting.Judge(performance, Ticket.Of(context.User), role, context.Connection.RemoteIpAddress);
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        if (cast is null)
        {
            await socket.CloseAsync((WebSocketCloseStatus)4403, refusal, context.RequestAborted);
            return;
        }

        await door.Serve(socket, link => door.Enter(performance, cast, link), context.RequestAborted);
    }

    /// <summary>Serves a visitor until they leave.</summary>
    /// <param name="enter">Brings them in, on the theatre's loop; null when they cannot come in.</param>
    internal async Task Serve(WebSocket socket, Func<IActorLink, IStageVisitor?> enter, CancellationToken aborted)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(aborted, theatre.ApplicationStopping);
        var link = new SocketLink();
        IStageVisitor? visitor = null;
        _received.Enqueue(() => visitor = enter(link));
        var sending = link.SendAll(socket, end.Token);
        try
        {
            await ReceiveAll(socket, link, message => visitor?.Take(message), end.Token);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or MessagePackSerializationException)
        {
            // The client is gone, or sends what nobody can read: the same end for both.
        }
        finally
        {
            _received.Enqueue(() => visitor?.Leave());
            await end.CancelAsync();
            await sending;
        }
    }

    private StageActor? Enter(string performance, CastActor cast, IActorLink link) => stages.Find(performance)?.Enter(cast, link);

    private async Task ReceiveAll(WebSocket socket, SocketLink link, Action<IActorMessage> take, CancellationToken cancel)
    {
        var buffer = new byte[MaxMessage];
        var waiting = 0;
        while (socket.State == WebSocketState.Open)
        {
            var length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(buffer.AsMemory(length), cancel);
                length += part.Count;
            }
            while (!part.EndOfMessage && length < MaxMessage);

            if (part.MessageType != WebSocketMessageType.Binary || !part.EndOfMessage || Volatile.Read(ref waiting) >= MaxWaiting)
            {
                return;
            }

            var message = MessagePackSerializer.Deserialize<IActorMessage>(buffer.AsMemory(0, length), ContractResolver.Options, cancel);
            if (message is ActorInputs inputs)
            {
                link.Confirm(inputs.AckedTick);
            }

            Interlocked.Increment(ref waiting);
            _received.Enqueue(() =>
            {
                Interlocked.Decrement(ref waiting);
                take(message);
            });
        }
    }
}
