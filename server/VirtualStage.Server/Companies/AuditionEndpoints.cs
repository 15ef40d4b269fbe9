using System.Security.Cryptography;
using System.Text;
using VirtualStage.Contracts.Company;
using VirtualStage.Contracts.Doors;
using VirtualStage.Productions.Companies;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Hosting;
using VirtualStage.Server.Performances;
using VirtualStage.Server.Stage;

namespace VirtualStage.Server.Companies;

/// <summary>Auditions over HTTP, for strangers with the link.</summary>
internal static class AuditionEndpoints
{
    private const string Unknown = "there is no such audition, or its link is another one";

    public static void MapAuditions(this WebApplication app)
    {
        var auditions = app.MapGroup("/api/auditions").RequireRateLimiting(DoorEndpoints.Limit).WithTags("Auditions");
        auditions.MapGet("/{audition}/{token}", Notice)
            .WithSummary("What is cast, and which slots are free.")
            .Produces<AuditionNotice>()
            .Produces<Refusal>(StatusCodes.Status404NotFound);
        auditions.MapPost("/{audition}/{token}", SignUp)
            .WithSummary("Signs up: the answer is a ticket for this audition alone.")
            .Produces<IssuedTicket>()
            .Produces<Refusal>(StatusCodes.Status400BadRequest)
            .Produces<Refusal>(StatusCodes.Status404NotFound)
            .Produces<Refusal>(StatusCodes.Status409Conflict);
        auditions.MapPost("/{audition}/ticket", Exchange)
            .RequireAuthorization(Scopes.Audition)
            .WithSummary("Exchanges the audition's ticket for an actor's, once a role was accepted.")
            .Produces<IssuedTicket>()
            .Produces<Refusal>(StatusCodes.Status403Forbidden);
    }

    private static IResult Notice(string audition, string token, CompanyRegister register, Repertoire repertoire, Stages stages) =>
        Find(audition, token, register, repertoire, stages) is var (found, performance, stage)
            ? Results.Ok(CompanyViews.NoticeOf(found, performance, stage.Production))
            : DoorEndpoints.Refuse(StatusCodes.Status404NotFound, Unknown);

    private static async Task<IResult> SignUp(
        string audition,
        string token,
        AuditionSignUp body,
        CompanyRegister register,
        Repertoire repertoire,
        Stages stages,
        IGrainFactory grains,
        People people,
        Tickets tickets,
        TheatreOptions options)
    {
        if (Find(audition, token, register, repertoire, stages) is not var (_, performance, _))
        {
            return DoorEndpoints.Refuse(StatusCodes.Status404NotFound, Unknown);
        }

        var (person, note) = (OwnerLink.NewPerson(), body.Note.Trim());
        var (known, refusal) = Person.Read(person, body.Name, body.Pronouns);
        if (known is null || Person.RefuseNote(note) is not null)
        {
            return DoorEndpoints.Refuse(StatusCodes.Status400BadRequest, refusal ?? Person.RefuseNote(note)!);
        }

        // Before the company knows of them: the pages are told at once, and see who it is.
        people.Save(known);
        people.SaveNote(person, note);
        var answer = await grains.GetGrain<ICompanyGrain>(Repertoire.ProductionOf(performance)).SignUp(audition, person, body.Wish, body.SlotMs);
        if (!answer.Accepted)
        {
            people.Erase(person);
            return DoorEndpoints.Refuse(StatusCodes.Status409Conflict, answer.Reason!);
        }

        var ticket = tickets.Issue(new Ticket(person, [Scopes.Audition], null));
        return Results.Ok(new IssuedTicket(ticket, person, options.LinkTo($"audition/{audition}", "ticket", ticket)));
    }

    private static IResult Exchange(string audition, HttpContext context, CompanyRegister register, Tickets tickets, TheatreOptions options)
    {
        var person = Ticket.Of(context.User).Person;
        if (register.FindAudition(audition) is not var (production, found)
            || found.People.GetValueOrDefault(person) is not { Step: AuditionStep.Accepted, Role: { } role }
            || !register.Of(production).Members.ContainsKey(person))
        {
            return DoorEndpoints.Refuse(StatusCodes.Status403Forbidden, "you have accepted no role in this audition");
        }

        var ticket = tickets.Issue(new Ticket(person, [Scopes.Watch, Scopes.Act], role));
        return Results.Ok(new IssuedTicket(ticket, person, options.LinkTo("stage-door", "ticket", ticket)));
    }

    private static (Audition Audition, string Performance, StageHost Stage)? Find(
        string audition, string token, CompanyRegister register, Repertoire repertoire, Stages stages) =>
        register.FindAudition(audition) is var (production, found)
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(found.Token))
            && repertoire.NewestOf(production) is { } performance
            && stages.Find(performance) is { } stage
                ? (found, performance, stage)
                : null;
}
