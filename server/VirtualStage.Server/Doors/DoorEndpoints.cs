using System.Threading.RateLimiting;
using VirtualStage.Contracts.Company;
using VirtualStage.Contracts.Doors;
using VirtualStage.Productions.Companies;
using VirtualStage.Server.Companies;
using VirtualStage.Server.Hosting;
using VirtualStage.Server.Performances;

namespace VirtualStage.Server.Doors;

/// <summary>Owner, names and invitations over HTTP.</summary>
internal static class DoorEndpoints
{
    /// <summary>The name of the limit on requests that anybody can make.</summary>
    public const string Limit = "doors";

    private const int RequestsInWindow = 100;
    private static readonly TimeSpan _window = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddDoorLimits(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.AddPolicy(Limit, context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = RequestsInWindow, Window = _window }));
    });

    public static void MapDoors(this WebApplication app)
    {
        app.MapPost("/api/owner", ClaimOwner)
            .RequireRateLimiting(Limit)
            .WithSummary("Exchanges the one-time key of the owner's link for the owner's ticket.")
            .Produces<IssuedTicket>()
            .Produces<Refusal>(StatusCodes.Status403Forbidden);
        app.MapGet("/api/me", Me)
            .RequireAuthorization()
            .WithSummary("Who holds the ticket that came with the request.")
            .Produces<TicketHolder>();
        app.MapPut("/api/me", Rename)
            .RequireAuthorization()
            .WithSummary("Chooses a name and pronouns.")
            .Produces<TicketHolder>()
            .Produces<Refusal>(StatusCodes.Status400BadRequest);
        app.MapPut("/api/me/appearance", Appear)
            .RequireAuthorization()
            .WithSummary("Chooses how the holder is seen on a stage, and what they wear; shown at once.")
            .Produces<TicketHolder>()
            .Produces<Refusal>(StatusCodes.Status400BadRequest);
        app.MapDelete("/api/me", Forget)
            .RequireAuthorization()
            .WithSummary("Forgets the holder's name, pronouns and note, and what they said.")
            .Produces(StatusCodes.Status204NoContent);
        app.MapPost("/api/invitations", Invite)
            .RequireAuthorization(Scopes.Cast)
            .WithSummary("Signs a ticket for somebody else; nobody gives a scope that they lack.")
            .Produces<IssuedTicket>()
            .Produces<Refusal>(StatusCodes.Status400BadRequest)
            .Produces<Refusal>(StatusCodes.Status403Forbidden);
    }

    /// <summary>A refusal in words.</summary>
    public static IResult Refuse(int status, string reason) => Results.Json(new Refusal(reason), statusCode: status);

    private static IResult ClaimOwner(OwnerKey body, OwnerLink owner, TheatreOptions options) =>
        owner.Claim(body.Key) is var (ticket, person)
            ? Results.Ok(new IssuedTicket(ticket, person, options.LinkTo("console", "ticket", ticket)))
            : Refuse(
                StatusCodes.Status403Forbidden,
                "this owner's link was used before, or a newer one was printed since; `virtualstage ticket` signs a new ticket");

    private static IResult Me(HttpContext context, People people)
    {
        var ticket = Ticket.Of(context.User);
        return Results.Ok(HolderOf(ticket, people.Find(ticket.Person), people));
    }

    private static IResult Rename(ChosenName chosen, HttpContext context, People people, Playbills playbills, IGrainFactory grains)
    {
        var ticket = Ticket.Of(context.User);
        var (person, refusal) = Person.Read(ticket.Person, chosen.Name, chosen.Pronouns);
        if (person is null)
        {
            return Refuse(StatusCodes.Status400BadRequest, refusal!);
        }

        people.Save(person);
        Show(person.Id, playbills, grains);
        return Results.Ok(HolderOf(ticket, person, people));
    }

    private static IResult Appear(ChosenAppearance chosen, HttpContext context, People people, Playbills playbills, IGrainFactory grains)
    {
        if (Appearances.Refuse(chosen) is { } reason)
        {
            return Refuse(StatusCodes.Status400BadRequest, reason);
        }

        var ticket = Ticket.Of(context.User);
        people.SaveAppearance(ticket.Person, chosen);
        Show(ticket.Person, playbills, grains);
        return Results.Ok(HolderOf(ticket, people.Find(ticket.Person), people));
    }

    private static IResult Forget(HttpContext context, People people, CompanyMessages messages, Playbills playbills, IGrainFactory grains)
    {
        var person = Ticket.Of(context.User).Person;
        people.Erase(person);
        messages.Erase(person);
        Show(person, playbills, grains);
        return Results.NoContent();
    }

    /// <summary>Whoever is on a stage is seen there as they are now.</summary>
    private static void Show(string person, Playbills playbills, IGrainFactory grains)
    {
        foreach (var performance in playbills.Staged)
        {
            // Not waited for: what is saved is saved, and a performance that is between two servers shows it when it is back.
            grains.GetGrain<IPerformanceGrain>(performance).Present(person).Ignore();
        }
    }

    /// <summary>Nobody gives away more than they hold.</summary>
    private static async Task<IResult> Invite(
        Invitation invitation, HttpContext context, People people, Tickets tickets, TheatreOptions options, Repertoire repertoire, IGrainFactory grains)
    {
        var giver = Ticket.Of(context.User);
        if (invitation.Scopes.Where(scope => !Scopes.IsKnown(scope) || !(giver.Allows(scope) || scope == Scopes.Bot)).ToList() is [var scope, ..])
        {
            return Refuse(StatusCodes.Status403Forbidden, $"you cannot give the scope '{scope}'");
        }

        var person = OwnerLink.NewPerson();
        var (invited, reason) = Person.Read(person, invitation.Name, "");
        if (invited is null)
        {
            return Refuse(StatusCodes.Status400BadRequest, reason!);
        }

        if (invitation.Role is { } role && repertoire.Current is { } performance)
        {
            var company = grains.GetGrain<ICompanyGrain>(Repertoire.ProductionOf(performance));
            var answer = await company.Join(person, invitation.Scopes);
            if (answer.Accepted)
            {
                answer = await company.Send(
                    new CompanySender(giver.Person, [.. giver.Scopes]), new CompanyEnvelope(Guid.NewGuid().ToString(), new GiveRole(role, person)));
            }

            if (!answer.Accepted)
            {
                return Refuse(StatusCodes.Status400BadRequest, answer.Reason!);
            }
        }

        people.Save(invited);
        var ticket = tickets.Issue(new Ticket(person, invitation.Scopes, invitation.Role));
        var page = invitation.Scopes.Intersect(Scopes.Operator).Any() ? "console"
            : invitation.Scopes.Contains(Scopes.Act) || invitation.Scopes.Contains(Scopes.Perform) ? "stage-door"
            : "watch";
        return Results.Ok(new IssuedTicket(ticket, person, options.LinkTo(page, "ticket", ticket)));
    }

    private static TicketHolder HolderOf(Ticket ticket, Person person, People people) =>
        new(ticket.Person, person.Name, person.Pronouns, [.. ticket.Scopes], ticket.Role, people.AppearanceOf(ticket.Person));
}
