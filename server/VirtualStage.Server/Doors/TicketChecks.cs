using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using VirtualStage.Server.Companies;
using VirtualStage.Server.Watching;

namespace VirtualStage.Server.Doors;

/// <summary>Wires tickets into ASP.NET Core: authentication, and a policy for each scope.</summary>
internal static class TicketChecks
{
    public const string AnyOperator = "operator";

    /// <summary>Who works on a show, or auditions for it.</summary>
    public const string AnyOfCompany = "company";

    /// <summary>Who may come to the stage door: whether they are let in, the casting says.</summary>
    public const string AnyActor = "actor";

    /// <summary>Who came in by the owner's link, or has a ticket that allows all that an owner may.</summary>
    public const string Owner = "owner";

    /// <summary>Any ticket that somebody of the theatre gave.</summary>
    public const string AnyGiven = "given";

    public static IServiceCollection AddTicketChecks(this IServiceCollection services)
    {
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<Tickets>((options, tickets) =>
        {
            options.MapInboundClaims = false;
            options.TokenValidationParameters = tickets.Checks;
            options.Events = new JwtBearerEvents { OnMessageReceived = ReadFromQuery, OnTokenValidated = KeepOut };
        });
        services.AddAuthorizationBuilder()
            .AddPolicy(AnyOperator, policy => policy.RequireTicket(ticket => Scopes.Operator.Any(ticket.Allows)))
            .AddPolicy(AnyOfCompany, policy => policy.RequireTicket(ticket => ticket.IsOfCompany || ticket.Allows(Scopes.Audition)))
            .AddPolicy(AnyActor, policy => policy.RequireTicket(ticket => ticket.Allows(Scopes.Act) || ticket.Allows(Scopes.Audition)))
            .AddPolicy(Owner, policy => policy.RequireTicket(ticket => Scopes.Owner.All(ticket.Allows) && !ticket.Allows(Scopes.Bot)))
            .AddPolicy(AnyGiven, policy => policy.RequireTicket(ticket => ticket.IsGiven));
        services.AddSingleton<IAuthorizationPolicyProvider, ScopePolicies>();
        return services;
    }

    /// <summary>The ticket of a request; null for a request without one.</summary>
    public static Ticket? TicketOf(HttpContext context) =>
        context.User.Identity?.IsAuthenticated == true ? Ticket.Of(context.User) : null;

    private static void RequireTicket(this AuthorizationPolicyBuilder policy, Func<Ticket, bool> allows) => policy
        .RequireAuthenticatedUser()
        .RequireAssertion(context => context.User.Identity?.IsAuthenticated == true && allows(Ticket.Of(context.User)));

    /// <summary>Who is kept out has a ticket that is good for nothing.</summary>
    private static Task KeepOut(TokenValidatedContext context)
    {
        var person = Ticket.Of(context.Principal!).Person;
        var services = context.HttpContext.RequestServices;
        if (services.GetRequiredService<CompanyRegister>().IsKeptOut(person))
        {
            context.Fail("the holder of this ticket is kept out of this theatre");
        }
        else
        {
            services.GetRequiredService<BannedAddresses>().Seen(person, context.HttpContext.Connection.RemoteIpAddress);
        }

        return Task.CompletedTask;
    }

    /// <summary>A browser cannot set headers on a WebSocket: there the ticket comes in the query.</summary>
    private static Task ReadFromQuery(MessageReceivedContext context)
    {
        if (context.Request.Query["access_token"] is [{ Length: > 0 } ticket]
            && (context.HttpContext.WebSockets.IsWebSocketRequest || context.Request.Path.StartsWithSegments("/hub")))
        {
            context.Token = ticket;
        }
        else if (OrleansDashboard.TicketOf(context.Request) is { } owners)
        {
            context.Token = owners;
        }

        return Task.CompletedTask;
    }
}
