using Microsoft.Extensions.Primitives;
using Orleans.Dashboard;
using VirtualStage.Server.Doors;

namespace VirtualStage.Server.Watching;

/// <summary>
/// Orleans' own dashboard, where it is asked for, for the theatre's owner and nobody else. A page cannot send a ticket with each
/// of its requests: the owner's ticket is exchanged for a cookie that only the dashboard's addresses get, and that no script reads.
/// </summary>
internal static class OrleansDashboard
{
    public const string Prefix = "/orleans";

    private const string Cookie = "virtualstage-orleans";

    public static void AddOrleansDashboard(this ISiloBuilder silo, bool isWanted)
    {
        if (isWanted)
        {
            // It would send the log of everything to the page.
            silo.AddDashboard(dashboard => dashboard.HideTrace = true);
        }
    }

    public static void MapOrleansDashboard(this WebApplication app, bool isWanted)
    {
        if (!isWanted)
        {
            return;
        }

        app.MapOrleansDashboard(Prefix).RequireAuthorization(TicketChecks.Owner);
        app.MapPost("/api/orleans", Open)
            .RequireAuthorization(TicketChecks.Owner)
            .RequireRateLimiting(DoorEndpoints.Limit)
            .WithSummary("Lets the owner's browser see Orleans' dashboard at /orleans until it is closed.")
            .Produces(StatusCodes.Status204NoContent);
    }

    /// <summary>The ticket of a request of the dashboard's page; null for any other.</summary>
    public static string? TicketOf(HttpRequest request) =>
        request.Path.StartsWithSegments(Prefix) && StringValues.IsNullOrEmpty(request.Headers.Authorization) ? request.Cookies[Cookie] : null;

    private static IResult Open(HttpContext context)
    {
        var ticket = context.Request.Headers.Authorization.ToString()["Bearer ".Length..];
        context.Response.Cookies.Append(
            Cookie, ticket, new CookieOptions { Path = Prefix, HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps });
        return Results.NoContent();
    }
}
