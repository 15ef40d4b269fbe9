using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Doors;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Hosting;

namespace VirtualStage.Server.StageDoor;

/// <summary>Exchanges a ticket for a session on a stage, and takes browsers' actors in over WebSockets.</summary>
internal static class StageDoorEndpoints
{
    public static void MapStageDoor(this WebApplication app)
    {
        app.MapPost("/api/performances/{performance}/session", Exchange)
            .RequireAuthorization(TicketChecks.AnyActor)
            .RequireRateLimiting(DoorEndpoints.Limit)
            .WithSummary("Exchanges a ticket for a session on the stage, over UDP.")
            .Produces<StageSession>()
            .Produces<Refusal>(StatusCodes.Status403Forbidden)
            .Produces<Refusal>(StatusCodes.Status503ServiceUnavailable);
        app.MapSocket("/api/performances/{performance}/stage", SocketDoor.Enter)
            .RequireAuthorization(TicketChecks.AnyActor)
            .WithSummary("A browser's actor, over a WebSocket; see docs/protocol.md.");
        app.MapSocket("/api/performances/{performance}/backstage", BackstageDoor.Enter)
            .RequireAuthorization(TicketChecks.AnyOfCompany)
            .WithSummary("Backstage talk by department for who is not on the stage, over a WebSocket; see docs/protocol.md.");
    }

    private static async Task<IResult> Exchange(
        string performance,
        SessionRequest request,
        HttpContext context,
        Casting casting,
        StageSessions sessions,
        UdpDoor udp,
        TheatreOptions options)
    {
        var (actor, refusal) = await casting.Judge(performance, Ticket.Of(context.User), request.Role, context.Connection.RemoteIpAddress);
        if (actor is null)
        {
            return DoorEndpoints.Refuse(StatusCodes.Status403Forbidden, refusal!);
        }

        return sessions.Admit(performance, actor) is { } admission
            ? ContractAnswers.Of(context, new StageSession(
                admission.SessionId,
                admission.Key,
                options.UdpEndpoint?.Host ?? context.Request.Host.Host,
                options.UdpEndpoint?.Port ?? udp.Port,
                performance))
            : DoorEndpoints.Refuse(StatusCodes.Status503ServiceUnavailable, "too many actors are at the door; try again in a moment");
    }
}
