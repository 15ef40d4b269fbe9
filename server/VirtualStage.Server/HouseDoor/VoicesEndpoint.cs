using System.Net.WebSockets;
using VirtualStage.Contracts.House;
using VirtualStage.House;
using VirtualStage.Server.Cluster;
using VirtualStage.Server.Hosting;
using VirtualStage.Server.StageDoor.Limits;

namespace VirtualStage.Server.HouseDoor;

/// <summary>Lets the house hear the stage, over a WebSocket beside the one that shows it: who wants no sound is sent none.</summary>
internal static class VoicesEndpoint
{
    /// <summary>A message is sent 30 times a second at most, and each is acknowledged.</summary>
    private static readonly Allowance _acks = new(60, 240);

    private static readonly SeatsByAddress _seats = new(HouseEntrance.MostFromOneAddress);

    public static void MapVoices(this WebApplication app) => app.MapSocket("/api/performances/{performance}/voices", Enter)
        .WithSummary("The voices of the stage for the house, over a WebSocket; see docs/protocol.md.");

    private static Task Enter(HttpContext context, string performance, HouseEntrance entrance, HouseElsewhere elsewhere, HouseRelays relays)
    {
        var isGuest = HouseEntrance.IsGuest(context);
        return StageElsewhere.Of(context) is { } stage
            ? elsewhere.Enter(context, stage, (socket, _, shownOut, end) => relays.Voices.Follow(performance, (voices, over) => Seat(socket, voices, isGuest, shownOut, over), end))
            : entrance.Attend(context, performance, _seats, (socket, stage, end) => Seat(socket, stage.Voices.House, isGuest, SpectatorLine.Never(), end));
    }

    /// <param name="shownOut">Completes when the listener has to go.</param>
    private static async Task Seat(WebSocket socket, VoiceTrack voices, bool isGuest, Task<Farewell> shownOut, CancellationToken ends)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ends);
        var listener = voices.Listen(isGuest);
        var sending = Send(socket, listener, end.Token);
        try
        {
            await SpectatorLine.Read<HouseAck>(socket, _acks, ack => listener.Acknowledge(ack.Number), shownOut, end.Token);
        }
        finally
        {
            voices.Leave(listener);
            await end.CancelAsync();
            await sending;
        }
    }

    private static async Task Send(WebSocket socket, VoiceListener listener, CancellationToken cancel)
    {
        try
        {
            while (await listener.WaitAsync())
            {
                while (listener.TryTake(out var voices))
                {
                    await socket.SendAsync(voices.Bytes, WebSocketMessageType.Binary, endOfMessage: true, cancel);
                }
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The listener left: the receiving side sees the same end.
        }
    }
}
