using VirtualStage.Contracts.Doors;
using VirtualStage.Server.Cluster;
using VirtualStage.Server.Journal;

namespace VirtualStage.Server.Hosting;

/// <summary>What a request is told that needs what is away for the moment: the database, or the server of a performance.</summary>
internal static class Outages
{
    public static void UseOutages(this WebApplication app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (JournalUnavailableException e) when (!context.Response.HasStarted)
        {
            await Tell(context, e.Message);
        }
        catch (Exception e) when (e is OrleansException or TimeoutException && !context.Response.HasStarted)
        {
            app.Logger.LogWarning("No server had an answer for the moment: {Reason}", e.Message);
            await Tell(context, StageForwarding.Moves);
        }
    });

    private static Task Tell(HttpContext context, string reason)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return context.Response.WriteAsJsonAsync(new Refusal(reason));
    }
}
