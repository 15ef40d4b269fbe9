using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;

namespace VirtualStage.Server.Doors;

/// <summary>Wires tickets into ASP.NET Core: authentication, and a policy for each scope.</summary>
internal static class TicketChecks
{
    public const string AnyOperator = "operator";

    public static IServiceCollection AddTicketChecks(this IServiceCollection services)
    {
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<Tickets>((options, tickets) =>
        {
            options.MapInboundClaims = false;
            options.TokenValidationParameters = tickets.Checks;
            options.Events = new JwtBearerEvents { OnMessageReceived = ReadFromQuery };
        });
        services.AddAuthorizationBuilder()
            .AddPolicy(AnyOperator, policy => policy.RequireAssertion(context =>
                context.User.Identity?.IsAuthenticated == true && Scopes.Operator.Any(Ticket.Of(context.User).Allows)));
        services.AddSingleton<IAuthorizationPolicyProvider, ScopePolicies>();
        return services;
    }

    /// <summary>A browser cannot set headers on a WebSocket: there the ticket comes in the query.</summary>
    private static Task ReadFromQuery(MessageReceivedContext context)
    {
        if (context.Request.Query["access_token"] is [{ Length: > 0 } ticket]
            && (context.HttpContext.WebSockets.IsWebSocketRequest || context.Request.Path.StartsWithSegments("/hub")))
        {
            context.Token = ticket;
        }

        return Task.CompletedTask;
    }
}
