using System.Net.WebSockets;
using VirtualStage.Contracts.House;
using VirtualStage.House;
using VirtualStage.Server.Cluster;
using VirtualStage.Server.Console;
using VirtualStage.Server.Hosting;
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

    private static Task Enter(
        HttpContext context, string performance, HouseEntrance entrance, ConsoleFeed feed, HouseElsewhere elsewhere, HouseRelays relays) =>
        StageElsewhere.Of(context) is { } stage
            ? elsewhere.Enter(context, stage, (socket, say, shownOut, end) => relays.Frames.Follow(performance, (frames, over) => Seat(socket, frames, say, shownOut, over), end))
            : EnterHere(context, performance, entrance, feed);

    private static Task EnterHere(HttpContext context, string performance, HouseEntrance entrance, ConsoleFeed feed) =>
        entrance.Enter(context, performance, _seats, async (socket, stage, stay, end) =>
        {
            stage.CountSpectator(1);
            feed.ChangedSoon(performance);
            using var guest = stage.House.Life.Come();
            try
            {
                var displaced = stay is null ? SpectatorLine.Never() : Displaced(stay);
                await (entrance.IsShownElsewhere(context)
                    ? SpectatorLine.Attend<ISpectatorMessage>(socket, _messages, message => Do(message, guest), displaced, end)
                    : Seat(socket, stage.House.Frames, message => Do(message, guest), displaced, end));
            }
            finally
            {
                TheatreMeter.HouseDropped.Add(guest.Dropped);
                stage.CountSpectator(-1);
                feed.ChangedSoon(performance);
            }
        });

    private static async Task<Farewell> Displaced(HouseStay stay)
    {
        await stay.Displaced;
        return new Farewell(HouseCloses.Displaced, "you came in elsewhere");
    }

    /// <param name="say">Told what the spectator does besides watching.</param>
    /// <param name="shownOut">Completes when the spectator has to go.</param>
    private static async Task Seat(WebSocket socket, FrameTrack frames, Action<ISpectatorMessage> say, Task<Farewell> shownOut, CancellationToken ends)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ends);
        using var alarm = new CancellationTokenSource(_firstPatience);
        var silent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var ringing = alarm.Token.Register(silent.SetResult);
        var spectator = frames.Follow(new SocketLine(socket));
        try
        {
            var heard = 0L;
            var reading = SpectatorLine.Read<ISpectatorMessage>(
                socket,
                _messages,
                message =>
                {
                    if (message is not HouseAck ack)
                    {
                        say(message);
                        return;
                    }

                    spectator.Wish = ack.IsSparing ? HouseWish.Half : HouseWish.Full;
                    spectator.Acknowledge(ack.Number);
                    // The alarm is not set anew for each of thousands of acknowledgements a second.
                    if (Environment.TickCount64 - heard > 1000)
                    {
                        heard = Environment.TickCount64;
                        alarm.CancelAfter(_patience);
                    }
                },
                end.Token);
            var first = await Task.WhenAny(reading, spectator.Left, shownOut, silent.Task);
            if (first == shownOut || first == silent.Task)
            {
                var (status, reason) = first == shownOut ? await shownOut : new Farewell(HouseCloses.Silent, "nothing was acknowledged for too long");
                await SpectatorLine.ShowOut(socket, status, reason);
                await SpectatorLine.TakeLeave(reading);
            }

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

    /// <summary>Does what a spectator does besides watching.</summary>
    private static void Do(ISpectatorMessage message, HouseGuest guest)
    {
        switch (message)
        {
            case HouseReaction reaction:
                guest.React(reaction.Kind);
                break;
            case SeatWish wish:
                guest.Sit(wish);
                break;
        }
    }

    private sealed class SocketLine(WebSocket socket) : ISpectatorLine
    {
        // Without a token to look at, a send that is done at once costs no memory.
        public ValueTask SendAsync(EncodedFrame frame) =>
            socket.SendAsync(frame.Bytes, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
    }
}
