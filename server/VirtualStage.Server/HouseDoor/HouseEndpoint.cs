using System.Net;
using System.Net.WebSockets;
using MessagePack;
using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Wire;
using VirtualStage.House;
using VirtualStage.Server.Companies;
using VirtualStage.Server.Console;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Hosting;
using VirtualStage.Server.Stage;

namespace VirtualStage.Server.HouseDoor;

/// <summary>Lets spectators in over WebSockets. Anybody while the doors are open; with a ticket, at any time.</summary>
internal static class HouseEndpoint
{
    private const WebSocketCloseStatus DoorsClosed = (WebSocketCloseStatus)4403;
    private const WebSocketCloseStatus NoSuchPerformance = (WebSocketCloseStatus)4404;
    private const WebSocketCloseStatus HouseFull = (WebSocketCloseStatus)4429;
    private const int MostFromOneAddress = 200;
    private const int MaxMessage = 64;

    /// <summary>Who acknowledges nothing for this long is gone, or never was a spectator.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private static readonly SeatsByAddress _seats = new(MostFromOneAddress);

    public static void MapHouse(this WebApplication app) => app.MapSocket("/api/performances/{performance}/house", Enter)
        .WithSummary("A spectator, over a WebSocket; see docs/protocol.md.");

    private static async Task Enter(
        HttpContext context, string performance, Stages stages, ConsoleFeed feed, BannedAddresses addresses, IHostApplicationLifetime theatre)
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
        if (!_seats.TryTake(address))
        {
            await socket.CloseAsync(HouseFull, "too many spectators come from your address", context.RequestAborted);
            return;
        }

        stage!.CountSpectator(1);
        feed.Changed(performance);
        try
        {
            // The pages' server waits for its connections before the stage closes: spectators leave when the end begins.
            using var shownOut = new CancellationTokenSource();
            using var watch = addresses.Watch(address, TicketChecks.TicketOf(context)?.Person, shownOut.Cancel);
            await Seat(socket, stage, context.RequestAborted, theatre.ApplicationStopping, shownOut.Token);
        }
        finally
        {
            _seats.GiveBack(address);
            stage.CountSpectator(-1);
            feed.Changed(performance);
        }
    }

    private static (WebSocketCloseStatus Status, string Reason)? Refusal(StageHost? stage, HttpContext context) => stage switch
    {
        null => (NoSuchPerformance, "there is no such performance"),
        _ when stage.DoorsAreOpen || TicketChecks.TicketOf(context) is { IsGiven: true } => null,
        _ => (DoorsClosed, "the doors are closed"),
    };

    private static async Task Seat(WebSocket socket, StageHost stage, params CancellationToken[] ends)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ends);
        var cursor = stage.House.Follow();
        end.CancelAfter(_patience);
        var sending = Send(socket, cursor, end.Token);
        var receiving = Receive(socket, cursor, () => end.CancelAfter(_patience), end.Token);
        await Task.WhenAny(sending, receiving);
        await end.CancelAsync();
        await Task.WhenAll(sending, receiving);
    }

    private static async Task Send(WebSocket socket, SpectatorCursor cursor, CancellationToken cancel)
    {
        try
        {
            while (true)
            {
                var frame = await cursor.NextAsync(cancel);
                await socket.SendAsync(frame.Bytes, WebSocketMessageType.Binary, endOfMessage: true, cancel);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The spectator left, or the house closes.
        }
    }

    /// <summary>Spectators may send acknowledgements and nothing else; whoever sends more is shown out.</summary>
    private static async Task Receive(WebSocket socket, SpectatorCursor cursor, Action heard, CancellationToken cancel)
    {
        var buffer = new byte[MaxMessage];
        try
        {
            while (true)
            {
                var message = await socket.ReceiveAsync(buffer.AsMemory(), cancel);
                if (message.MessageType != WebSocketMessageType.Binary || !message.EndOfMessage)
                {
                    return;
                }

                cursor.Acknowledge(MessagePackSerializer.Deserialize<HouseAck>(
                    buffer.AsMemory(0, message.Count), ContractResolver.Options, cancel).Number);
                heard();
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or MessagePackSerializationException)
        {
            // The spectator left, or sends what is no acknowledgement.
        }
    }
}
