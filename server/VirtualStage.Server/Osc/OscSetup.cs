using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Doors;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Hosting;

namespace VirtualStage.Server.Osc;

/// <summary>Puts OSC into a theatre that wants it.</summary>
internal static class OscSetup
{
    public static void AddOsc(this IServiceCollection services, OscOptions options, string dataFolder)
    {
        services.AddSingleton(options);
        services.AddSingleton(OscToken.Read(options, dataFolder));
        services.AddSingleton<OscCounters>();
        services.AddSingleton<OscSessions>();
        services.AddSingleton<OscFeedback>();
        services.AddSingleton<OscDesk>();
        services.AddSingleton<OscReception>();
        services.AddSingleton<OscUdpDoor>();
        services.AddSingleton<OscTcpDoor>();
        services.AddHostedService(provider => provider.GetRequiredService<OscDesk>());
        services.AddHostedService<OscDoor>();
    }

    public static void MapOsc(this WebApplication app) => app.MapGet("/api/osc", Status)
        .RequireAuthorization(TicketChecks.AnyOperator)
        .WithTags("Calling the show")
        .WithSummary("What came in by OSC since the theatre was opened.")
        .Produces<OscStatus>()
        .Produces<Refusal>(StatusCodes.Status404NotFound);

    private static IResult Status(TheatreOptions options, IServiceProvider services)
    {
        if (options.Osc is not { } osc)
        {
            return DoorEndpoints.Refuse(StatusCodes.Status404NotFound, "OSC is off: the theatre was started without --osc-port");
        }

        var counters = services.GetRequiredService<OscCounters>();
        return Results.Ok(new OscStatus(
            $"{osc.ListenAddress}:{osc.Port}",
            services.GetRequiredService<OscSessions>().Count,
            counters.Packets,
            counters.Malformed,
            counters.Strangers,
            counters.Accepted,
            counters.Refused,
            counters.Dropped));
    }
}
