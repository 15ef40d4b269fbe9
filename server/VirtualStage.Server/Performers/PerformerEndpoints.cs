using System.Net.WebSockets;
using MessagePack;
using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Performers;
using VirtualStage.Contracts.Wire;
using VirtualStage.House;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Hosting;
using VirtualStage.Server.HouseDoor;
using VirtualStage.Server.Stage;

namespace VirtualStage.Server.Performers;

/// <summary>The performers' cameras in, their pictures out, and how it goes.</summary>
internal static class PerformerEndpoints
{
    private const int MaxMessage = 64;

    private static readonly SeatsByAddress _seats = new(HouseEntrance.MostFromOneAddress);

    public static void AddPerformers(this IServiceCollection services)
    {
        services.AddSingleton(provider => new MattingHost(
            MattingProcess.Start, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<MattingHost>>()));
        services.AddHostedService(provider => provider.GetRequiredService<MattingHost>());
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

    private static Task Look(HttpContext context, string performance, HouseEntrance entrance)
    {
        var isOperator = TicketChecks.TicketOf(context) is { } ticket && Scopes.Operator.Any(ticket.Allows);
        return entrance.Enter(context, performance, _seats, (socket, stage, end) => Seat(socket, stage, isOperator, end));
    }

    private static async Task Seat(WebSocket socket, StageHost stage, bool isOperator, CancellationToken ends)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ends);
        var viewer = stage.Pictures.Look(isOperator);
        var sending = Send(socket, viewer, end.Token);
        try
        {
            await Receive(socket, viewer, end.Token);
        }
        finally
        {
            stage.Pictures.Leave(viewer);
            await end.CancelAsync();
            await sending;
        }
    }

    private static async Task Send(WebSocket socket, PictureViewer viewer, CancellationToken cancel)
    {
        try
        {
            while (await viewer.NextAsync(cancel) is { } picture)
            {
                await socket.SendAsync(picture.Bytes, WebSocketMessageType.Binary, endOfMessage: true, cancel);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The viewer left: the receiving side sees the same end.
        }
    }

    /// <summary>Viewers may send acknowledgements and nothing else; whoever sends more is shown out.</summary>
    private static async Task Receive(WebSocket socket, PictureViewer viewer, CancellationToken cancel)
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

                viewer.Acknowledge(MessagePackSerializer.Deserialize<HouseAck>(
                    buffer.AsMemory(0, message.Count), ContractResolver.Options, cancel).Number);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or MessagePackSerializationException)
        {
            // The viewer left, or sends what is no acknowledgement.
        }
    }
}
