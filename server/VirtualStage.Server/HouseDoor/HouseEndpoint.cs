using System.Net.WebSockets;
using VirtualStage.House;
using VirtualStage.Server.Console;
using VirtualStage.Server.Hosting;
using VirtualStage.Server.Stage;

namespace VirtualStage.Server.HouseDoor;

/// <summary>Shows spectators the stage, over WebSockets.</summary>
internal static class HouseEndpoint
{
    /// <summary>Who acknowledges nothing for this long is gone, or never was a spectator.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private static readonly SeatsByAddress _seats = new(HouseEntrance.MostFromOneAddress);

    public static void MapHouse(this WebApplication app) => app.MapSocket("/api/performances/{performance}/house", Enter)
        .WithSummary("A spectator, over a WebSocket; see docs/protocol.md.");

    private static Task Enter(HttpContext context, string performance, HouseEntrance entrance, ConsoleFeed feed) =>
        entrance.Enter(context, performance, _seats, async (socket, stage, end) =>
        {
            stage.CountSpectator(1);
            feed.Changed(performance);
            try
            {
                await Seat(socket, stage, end);
            }
            finally
            {
                stage.CountSpectator(-1);
                feed.Changed(performance);
            }
        });

    private static async Task Seat(WebSocket socket, StageHost stage, CancellationToken ends)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ends);
        var cursor = stage.House.Follow();
        end.CancelAfter(_patience);
        var sending = Send(socket, cursor, end.Token);
        var receiving = HouseAcks.Read(
            socket,
            number =>
            {
                cursor.Acknowledge(number);
                end.CancelAfter(_patience);
            },
            end.Token);
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
}
