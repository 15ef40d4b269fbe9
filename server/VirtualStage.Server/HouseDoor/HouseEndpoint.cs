using System.Net.WebSockets;
using VirtualStage.Contracts.House;
using VirtualStage.House;
using VirtualStage.Server.Console;
using VirtualStage.Server.Hosting;
using VirtualStage.Server.Stage;
using VirtualStage.Server.StageDoor.Limits;
using VirtualStage.Server.Watching;

namespace VirtualStage.Server.HouseDoor;

/// <summary>Shows spectators the stage, over WebSockets.</summary>
internal static class HouseEndpoint
{
    /// <summary>Whose first acknowledgement does not come by then never was a spectator.</summary>
    private static readonly TimeSpan _firstPatience = TimeSpan.FromSeconds(15);

    /// <summary>Who acknowledges nothing for this long is gone.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    /// <summary>A page acknowledges four frames a second, and now and then reacts or sits down.</summary>
    private static readonly Allowance _messages = new(30, 90);

    private static readonly SeatsByAddress _seats = new(HouseEntrance.MostFromOneAddress);

    public static void MapHouse(this WebApplication app) => app.MapSocket("/api/performances/{performance}/house", Enter)
        .WithSummary("A spectator, over a WebSocket; see docs/protocol.md.");

    private static Task Enter(HttpContext context, string performance, HouseEntrance entrance, ConsoleFeed feed) =>
        entrance.Enter(context, performance, _seats, async (socket, stage, stay, end) =>
        {
            stage.CountSpectator(1);
            feed.ChangedSoon(performance);
            try
            {
                await Seat(socket, stage, stay?.Displaced ?? new TaskCompletionSource().Task, end);
            }
            finally
            {
                stage.CountSpectator(-1);
                feed.ChangedSoon(performance);
            }
        });

    private static async Task Seat(WebSocket socket, StageHost stage, Task displaced, CancellationToken ends)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ends);
        using var alarm = new CancellationTokenSource(_firstPatience);
        var silent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var ringing = alarm.Token.Register(silent.SetResult);
        using var guest = stage.House.Life.Come();
        var spectator = stage.House.Follow(new SocketLine(socket));
        try
        {
            var heard = 0L;
            var reading = SpectatorLine.Read<ISpectatorMessage>(
                socket,
                _messages,
                message =>
                {
                    // The alarm is not set anew for each of thousands of acknowledgements a second.
                    if (Take(message, spectator, guest) && Environment.TickCount64 - heard > 1000)
                    {
                        heard = Environment.TickCount64;
                        alarm.CancelAfter(_patience);
                    }
                },
                end.Token);
            var first = await Task.WhenAny(reading, spectator.Left, displaced, silent.Task);
            if (first == displaced)
            {
                await SpectatorLine.ShowOut(socket, HouseCloses.Displaced, "you came in elsewhere");
                await SpectatorLine.TakeLeave(reading);
            }
            else if (first == silent.Task)
            {
                await SpectatorLine.ShowOut(socket, HouseCloses.Silent, "nothing was acknowledged for too long");
                await SpectatorLine.TakeLeave(reading);
            }

            await end.CancelAsync();
            await reading;
        }
        finally
        {
            TheatreMeter.HouseDropped.Add(guest.Dropped);
            spectator.Leave();
            if (!spectator.Left.IsCompleted)
            {
                // What somebody does not take in is sent no longer.
                socket.Abort();
            }

            await spectator.Left;
        }
    }

    /// <summary>Does what a spectator says.</summary>
    /// <returns>True for an acknowledgement.</returns>
    private static bool Take(ISpectatorMessage message, Spectator spectator, HouseGuest guest)
    {
        switch (message)
        {
            case HouseAck ack:
                spectator.Wish = ack.IsSparing ? HouseWish.Half : HouseWish.Full;
                spectator.Acknowledge(ack.Number);
                return true;
            case HouseReaction reaction:
                guest.React(reaction.Kind);
                return false;
            case SeatWish wish:
                guest.Sit(wish);
                return false;
            default:
                return false;
        }
    }

    private sealed class SocketLine(WebSocket socket) : ISpectatorLine
    {
        // Without a token to look at, a send that is done at once costs no memory.
        public ValueTask SendAsync(EncodedFrame frame) =>
            socket.SendAsync(frame.Bytes, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
    }
}
