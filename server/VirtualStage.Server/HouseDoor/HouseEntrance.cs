using System.Net;
using System.Net.WebSockets;
using VirtualStage.Server.Companies;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Stage;

namespace VirtualStage.Server.HouseDoor;

/// <summary>Who comes into the house, whatever they come for: anybody while the doors are open; with a ticket, at any time.</summary>
internal sealed class HouseEntrance(Stages stages, BannedAddresses addresses, IHostApplicationLifetime theatre)
{
    private const WebSocketCloseStatus DoorsClosed = (WebSocketCloseStatus)4403;
    private const WebSocketCloseStatus NoSuchPerformance = (WebSocketCloseStatus)4404;
    private const WebSocketCloseStatus HouseFull = (WebSocketCloseStatus)4429;

    /// <summary>More than these from one address are turned away.</summary>
    public const int MostFromOneAddress = 200;

    /// <summary>Lets somebody in, or says why not, and serves them until one side ends it.</summary>
    public async Task Enter(HttpContext context, string performance, SeatsByAddress seats, Func<WebSocket, StageHost, CancellationToken, Task> serve)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var stage = stages.Find(performance);
        if (Refusal(stage, context) is var (status, reason))
        {
            await socket.CloseAsync(status, reason, context.RequestAborted);
            return;
        }

        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (!seats.TryTake(address))
        {
            await socket.CloseAsync(HouseFull, "too many spectators come from your address", context.RequestAborted);
            return;
        }

        try
        {
            // The pages' server waits for its connections before the stage closes: spectators leave when the end begins.
            using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, theatre.ApplicationStopping);
            using var watch = addresses.Watch(address, TicketChecks.TicketOf(context)?.Person, end.Cancel);
            await serve(socket, stage!, end.Token);
        }
        finally
        {
            seats.GiveBack(address);
        }
    }

    /// <summary>True for somebody who is in by the open doors alone.</summary>
    public static bool IsGuest(HttpContext context) => TicketChecks.TicketOf(context) is not { IsGiven: true };

    private static (WebSocketCloseStatus Status, string Reason)? Refusal(StageHost? stage, HttpContext context) => stage switch
    {
        null => (NoSuchPerformance, "there is no such performance"),
        _ when stage.DoorsAreOpen || !IsGuest(context) => null,
        _ => (DoorsClosed, "the doors are closed"),
    };
}
