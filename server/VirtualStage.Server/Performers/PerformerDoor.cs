using System.Net;
using System.Net.WebSockets;
using VirtualStage.Contracts.Performers;
using VirtualStage.Server.Companies;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Stage;
using VirtualStage.Server.StageDoor;

namespace VirtualStage.Server.Performers;

/// <summary>Takes performers' cameras in over WebSockets.</summary>
internal sealed class PerformerDoor(
    Casting casting, Stages stages, MattingHost matting, PerformersOnStages performers, BannedAddresses addresses, SocketDoor door, IHostApplicationLifetime theatre)
{
    private const WebSocketCloseStatus NotCast = (WebSocketCloseStatus)4403;
    private const WebSocketCloseStatus TooMany = (WebSocketCloseStatus)4429;

    /// <summary>The endpoint: one performer from the upgrade to the end.</summary>
    public async Task Enter(HttpContext context, string performance, string role)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var address = context.Connection.RemoteIpAddress;
        if (!door.MayKnock(address))
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }

        var (cast, refusal) = await casting.JudgePerformer(performance, Ticket.Of(context.User), role, address);
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        if (cast is null || stages.Find(performance) is not { } stage)
        {
            await socket.CloseAsync(NotCast, refusal ?? "there is no such performance", context.RequestAborted);
            return;
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, theatre.ApplicationStopping, stage.Ended);
        using var watch = addresses.Watch(address ?? IPAddress.None, cast.Person, end.Cancel);
        var performer = new PerformerLink(cast, stage, matting);
        if (performers.Refuse(performance, performer) is { } full)
        {
            performer.Dispose();
            await socket.CloseAsync(TooMany, full, context.RequestAborted);
            return;
        }

        try
        {
            await Serve(socket, performer, end);
        }
        finally
        {
            // Their picture goes before their place is free: it is not to take another camera's with it.
            performer.Dispose();
            performers.Remove(performance, performer);
        }
    }

    private static async Task Serve(WebSocket socket, PerformerLink performer, CancellationTokenSource end)
    {
        var sending = SendAll(socket, performer, end.Token);
        try
        {
            await ReceiveAll(socket, performer, end.Token);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The camera is gone.
        }
        finally
        {
            await end.CancelAsync();
            await sending;
        }
    }

    private static async Task SendAll(WebSocket socket, PerformerLink performer, CancellationToken cancel)
    {
        try
        {
            await foreach (var reply in performer.Replies(cancel))
            {
                await socket.SendAsync(reply, WebSocketMessageType.Binary, endOfMessage: true, cancel);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The camera is gone: the receiving side sees the same end.
        }
    }

    private static async Task ReceiveAll(WebSocket socket, PerformerLink performer, CancellationToken cancel)
    {
        // Its own room, and not the pool's: as long as a performer is here, it is used at every picture.
        var buffer = new byte[CameraFrame.MaxBytes];
        while (true)
        {
            var length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(buffer.AsMemory(length), cancel);
                length += part.Count;
            }
            while (!part.EndOfMessage && length < buffer.Length);

            if (part.MessageType == WebSocketMessageType.Close)
            {
                return;
            }

            if (!part.EndOfMessage)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.MessageTooBig, "your camera's pictures are larger than the theatre takes: choose a smaller size", cancel);
                return;
            }

            if (part.MessageType != WebSocketMessageType.Binary || !performer.Take(buffer.AsMemory(0, length)))
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.InvalidPayloadData, "your page sends what the theatre cannot read", cancel);
                return;
            }
        }
    }
}
