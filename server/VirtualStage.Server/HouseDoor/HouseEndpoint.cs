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
            feed.ChangedSoon(performance);
            try
            {
                await Seat(socket, stage, end);
            }
            finally
            {
                stage.CountSpectator(-1);
                feed.ChangedSoon(performance);
            }
        });

    private static async Task Seat(WebSocket socket, StageHost stage, CancellationToken ends)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ends);
        end.CancelAfter(_patience);
        var heard = Environment.TickCount64;
        var spectator = stage.House.Follow(new SocketLine(socket));
        try
        {
            var reading = HouseAcks.Read(
                socket,
                ack =>
                {
                    spectator.Wish = ack.IsSparing ? HouseWish.Half : HouseWish.Full;
                    spectator.Acknowledge(ack.Number);

                    // The alarm is not set anew for each of thousands of acknowledgements a second.
                    if (Environment.TickCount64 - heard > 1000)
                    {
                        heard = Environment.TickCount64;
                        end.CancelAfter(_patience);
                    }
                },
                end.Token);
            await Task.WhenAny(reading, spectator.Left);
            await end.CancelAsync();
            await reading;
        }
        finally
        {
            spectator.Leave();
            if (!spectator.Left.IsCompleted)
            {
                // What somebody does not take in is sent no longer.
                socket.Abort();
            }

            await spectator.Left;
        }
    }

    private sealed class SocketLine(WebSocket socket) : ISpectatorLine
    {
        // Without a token to look at, a send that is done at once costs no memory.
        public ValueTask SendAsync(EncodedFrame frame) =>
            socket.SendAsync(frame.Bytes, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
    }
}
