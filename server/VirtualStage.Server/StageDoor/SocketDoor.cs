using System.Collections.Concurrent;
using System.Net;
using System.Net.WebSockets;
using VirtualStage.Contracts.Actors;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Stage;
using VirtualStage.Server.StageDoor.Limits;

namespace VirtualStage.Server.StageDoor;

/// <summary>
/// Lets browsers' actors in over WebSockets: the same messages as over UDP, handed to the theatre's loop, where the same
/// code takes them, within the same limits.
/// </summary>
public sealed class SocketDoor(Stages stages, AddressLimits addresses, TimeProvider time, IHostApplicationLifetime theatre)
{
    private const int MaxMessage = 4096;

    /// <summary>Messages of one actor that wait for the loop; more are dropped.</summary>
    private const int MaxWaiting = 256;

    /// <summary>So long a browser that was let go may take to close.</summary>
    private static readonly TimeSpan _farewell = TimeSpan.FromSeconds(5);

    private readonly ConcurrentQueue<Action> _received = new();
    private readonly long _start = time.GetTimestamp();

    /// <summary>How an actor's connection ended.</summary>
    private enum Ending
    {
        Lost,
        Left,
        TooLarge,
    }

    private TimeSpan Now => time.GetElapsedTime(_start);

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

        if (!door.MayKnock(context.Connection.RemoteIpAddress))
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
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

    /// <summary>True while an address may open connections. From any thread.</summary>
    internal bool MayKnock(IPAddress? from) => addresses.Of(from ?? IPAddress.None, Now).TryShakeHands(Now);

    /// <summary>Serves a visitor until they leave.</summary>
    /// <param name="enter">Brings them in, on the theatre's loop; null when they cannot come in.</param>
    internal async Task Serve(WebSocket socket, Func<IActorLink, IStageVisitor?> enter, CancellationToken aborted)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(aborted, theatre.ApplicationStopping);
        var link = new SocketLink(new ClientAllowance(Now));
        IStageVisitor? visitor = null;
        _received.Enqueue(() => visitor = enter(link));
        var sending = SendAll(socket, link, end);
        var ending = Ending.Lost;
        try
        {
            ending = await ReceiveAll(socket, link, message => visitor?.Take(message), end.Token);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The connection is gone, without a goodbye.
        }
        finally
        {
            _received.Enqueue(() => End(visitor, ending));
            await end.CancelAsync();
            await sending;
        }
    }

    private static async Task SendAll(WebSocket socket, SocketLink link, CancellationTokenSource end)
    {
        await link.SendAll(socket, end.Token);
        end.CancelAfter(_farewell);
    }

    private static void End(IStageVisitor? visitor, Ending ending)
    {
        switch (ending)
        {
            case Ending.Left:
                visitor?.Leave();
                break;
            case Ending.TooLarge:
                visitor?.Dismiss("your browser sends larger messages than the stage takes");
                break;
            default:
                visitor?.Lose();
                break;
        }
    }

    private StageActor? Enter(string performance, CastActor cast, IActorLink link) => stages.Find(performance)?.Enter(cast, link);

    private async Task<Ending> ReceiveAll(WebSocket socket, SocketLink link, Action<IActorMessage?> take, CancellationToken cancel)
    {
        var buffer = new byte[MaxMessage];
        var waiting = 0;
        while (true)
        {
            var length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(buffer.AsMemory(length), cancel);
                length += part.Count;
            }
            while (!part.EndOfMessage && length < MaxMessage);

            if (part.MessageType == WebSocketMessageType.Close)
            {
                // A page that is closed or loaded anew says 1001: the actor may come back. Who leaves says goodbye.
                return socket.CloseStatus is WebSocketCloseStatus.NormalClosure or WebSocketCloseStatus.Empty ? Ending.Left : Ending.Lost;
            }

            if (!part.EndOfMessage)
            {
                return Ending.TooLarge;
            }

            if (!link.Allowance.TryTake(Now, length))
            {
                continue;
            }

            if (Volatile.Read(ref waiting) >= MaxWaiting)
            {
                link.Allowance.Drop();
                continue;
            }

            var message = part.MessageType == WebSocketMessageType.Binary ? ActorMessageReader.Read(buffer.AsMemory(0, length)) : null;
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
