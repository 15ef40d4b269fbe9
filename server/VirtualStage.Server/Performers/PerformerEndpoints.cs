using System.Net.WebSockets;
using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Performers;
using VirtualStage.House;
using VirtualStage.Server.Cluster;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Hosting;
using VirtualStage.Server.HouseDoor;
using VirtualStage.Server.StageDoor.Limits;

namespace VirtualStage.Server.Performers;

/// <summary>The performers' cameras in, their pictures out, and how it goes.</summary>
internal static class PerformerEndpoints
{
    /// <summary>Eight performers' pictures, each of which is acknowledged, and as much again after a pause.</summary>
    private static readonly Allowance _acks = new(480, 1000);

    private static readonly SeatsByAddress _seats = new(HouseEntrance.MostFromOneAddress);

    public static void AddPerformers(this IServiceCollection services)
    {
        services.AddSingleton(provider => new MattingHost(
            PipedProcess.StartMatting, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<MattingHost>>()));
        services.AddHostedService(provider => provider.GetRequiredService<MattingHost>());
        services.AddSingleton(provider => new PictureBudget(
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<TheatreOptions>().PictureBudget));
        services.AddSingleton<PerformersOnStages>();
        services.AddSingleton<PerformerDoor>();
    }

    public static void MapPerformers(this WebApplication app)
    {
        app.MapSocket("/api/performances/{performance}/performer", (HttpContext context, string performance, string role, PerformerDoor door) => door.Enter(context, performance, role))
            .RequireAuthorization(Scopes.Perform)
            .WithSummary("A performer's camera, over a WebSocket; see docs/protocol.md.");
        app.MapSocket("/api/performances/{performance}/pictures", Look)
            .WithSummary("The performers' pictures for who looks at the stage, over a WebSocket; see docs/protocol.md.");
        app.MapGet("/api/performances/{performance}/performers", (string performance, PerformersOnStages performers) => performers.Of(performance))
            .RequireAuthorization(TicketChecks.AnyOperator)
            .WithSummary("The performers whose cameras are connected, and how their matting goes.")
            .Produces<PerformersView>();
    }

    private static Task Look(
        HttpContext context, string performance, HouseEntrance entrance, PictureBudget budget, HouseElsewhere elsewhere, HouseRelays relays)
    {
        var manner = new Manner(
            TicketChecks.TicketOf(context) is { } ticket && Scopes.Operator.Any(ticket.Allows), context.Request.Query["video"] == PerformerVideo.Codec);
        return StageElsewhere.Of(context) is { } stage
            ? elsewhere.Enter(context, stage, (socket, _, shownOut, end) => relays.Pictures.Follow(performance, (pictures, over) => Show(socket, pictures, manner, budget, shownOut, over), end))
            : entrance.Attend(context, performance, _seats, (socket, stage, end) => Show(socket, stage.Pictures, manner, budget, SpectatorLine.Never(), end));
    }

    private static async Task Show(
        WebSocket socket, PictureTrack pictures, Manner manner, PictureBudget budget, Task<Farewell> shownOut, CancellationToken end)
    {
        // Who calls the show sees its performers, whatever it takes.
        using var place = manner.IsOperator ? null : budget.TryEnter();
        if (place is null && !manner.IsOperator)
        {
            await ShowOut(socket);
            return;
        }

        await Seat(socket, pictures, pictures.Look(manner.IsOperator, manner.TakesVideo), place, shownOut, end);
    }

    /// <param name="place">In the pictures' budget; null for somebody beside it.</param>
    /// <param name="shownOut">Completes when the viewer has to go.</param>
    private static async Task Seat(
        WebSocket socket, PictureTrack pictures, PictureViewer viewer, PictureBudget.Place? place, Task<Farewell> shownOut, CancellationToken ends)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ends);
        var sending = Send(socket, viewer, place, end.Token);
        try
        {
            await SpectatorLine.Read<HouseAck>(socket, _acks, ack => viewer.Acknowledge(ack.Number), shownOut, end.Token);
        }
        finally
        {
            pictures.Leave(viewer);
            await end.CancelAsync();
            await sending;
        }
    }

    private static Task ShowOut(WebSocket socket) =>
        SpectatorLine.ShowOut(socket, HouseCloses.BeyondBudget, "the theatre's line has no room for more pictures");

    private static async Task Send(WebSocket socket, PictureViewer viewer, PictureBudget.Place? place, CancellationToken cancel)
    {
        try
        {
            while (await viewer.NextAsync(cancel) is { } picture)
            {
                await socket.SendAsync(picture.Bytes, WebSocketMessageType.Binary, endOfMessage: true, cancel);
                if (place?.Take(picture.Bytes.Length) == false)
                {
                    await ShowOut(socket);
                    return;
                }
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The viewer left: the receiving side sees the same end.
        }
    }

    /// <param name="IsOperator">True for somebody who may see performers before a cue puts them on.</param>
    /// <param name="TakesVideo">True for somebody who can decode videos.</param>
    private readonly record struct Manner(bool IsOperator, bool TakesVideo);
}
