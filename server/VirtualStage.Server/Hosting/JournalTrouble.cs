using VirtualStage.Contracts.Doors;
using VirtualStage.Server.Journal;

namespace VirtualStage.Server.Hosting;

/// <summary>What a request is told that needs the database while that is away.</summary>
internal static class JournalTrouble
{
    public static void UseJournalTrouble(this WebApplication app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (JournalUnavailableException e) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            await context.Response.WriteAsJsonAsync(new Refusal(e.Message));
        }
    });
}
