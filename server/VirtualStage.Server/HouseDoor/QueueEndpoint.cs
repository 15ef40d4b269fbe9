using System.Net.WebSockets;
using MessagePack;
using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Wire;
using VirtualStage.House;
using VirtualStage.Server.Hosting;

namespace VirtualStage.Server.HouseDoor;

/// <summary>The queue before a full house, over a WebSocket: who waits is told their place once a second at most when it changed, every two seconds else, and when to come in.</summary>
internal static class QueueEndpoint
{
    private static readonly TimeSpan _lookEvery = TimeSpan.FromSeconds(1);

    private static readonly SeatsByAddress _seats = new(HouseEntrance.MostFromOneAddress);

    public static void MapQueue(this WebApplication app) => app.MapSocket("/api/performances/{performance}/queue", Enter)
        .WithSummary("A place in the queue before a full house, over a WebSocket; see docs/protocol.md.");

    private static Task Enter(HttpContext context, string performance, HouseEntrance entrance) =>
        entrance.Wait(context, performance, _seats, async (socket, stage, key, ends) =>
        {
            using var wait = stage.Places.Wait(key);
            if (wait is null)
            {
                await SpectatorLine.ShowOut(socket, HouseCloses.QueueFull, "too many wait already");
                return;
            }

            using var end = CancellationTokenSource.CreateLinkedTokenSource(ends);
            var reading = Listen(socket, end.Token);
            var telling = Tell(socket, wait, () => HouseEntrance.Refusal(stage, context), end.Token);
            await Task.WhenAny(reading, telling);
            await SpectatorLine.TakeLeave(reading);
            await end.CancelAsync();
            await Task.WhenAll(reading, telling);
        });

    private static async Task Tell(WebSocket socket, HouseWait wait, Func<(WebSocketCloseStatus, string)?> refusal, CancellationToken cancel)
    {
        try
        {
            QueuePlace? told = null;
            for (var looks = 0; ; looks++)
            {
                if (!wait.Called.IsCompleted && refusal() is var (status, reason))
                {
                    await SpectatorLine.ShowOut(socket, status, reason);
                    return;
                }

                var (number, waiting) = wait.Look();
                var place = new QueuePlace(number, waiting);
                if (place != told || looks % 2 == 0)
                {
                    told = place;
                    await socket.SendAsync(MessagePackSerializer.Serialize(place, ContractResolver.Options, cancel), WebSocketMessageType.Binary, true, cancel);
                }

                if (place.Number == 0)
                {
                    await SpectatorLine.ShowOut(socket, WebSocketCloseStatus.NormalClosure, "come in");
                    return;
                }

                await Task.WhenAny(wait.Called, Task.Delay(_lookEvery, cancel));
                cancel.ThrowIfCancellationRequested();
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // They left: the receiving side sees the same end.
        }
    }

    /// <summary>Who waits says nothing.</summary>
    private static async Task Listen(WebSocket socket, CancellationToken cancel)
    {
        try
        {
            var message = await socket.ReceiveAsync(new byte[1].AsMemory(), cancel);
            if (message.MessageType != WebSocketMessageType.Close)
            {
                await SpectatorLine.ShowOut(socket, WebSocketCloseStatus.PolicyViolation, "who waits sends nothing");
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // They left.
        }
    }
}
