using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Doors;
using VirtualStage.Contracts.Stage;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Hosting;
using VirtualStage.Server.HouseDoor;
using VirtualStage.Server.Productions;
using VirtualStage.Server.Stage;

namespace VirtualStage.Server.Performances;

/// <summary>What is on, the stage's plan and the prompt book over HTTP.</summary>
internal static class PlaybillEndpoints
{
    public static void MapPlaybill(this WebApplication app)
    {
        app.MapGet("/api/playbill", Playbill)
            .WithSummary("What is on, the newest first.")
            .Produces<Playbill>();
        app.MapGet("/api/performances/{performance}/plan", Plan)
            .WithSummary("The stage's plan: for everybody while the doors are open, with a ticket at any time.")
            .Produces<StagePlan>()
            .Produces<Refusal>(StatusCodes.Status403Forbidden)
            .Produces<Refusal>(StatusCodes.Status404NotFound);
        app.MapGet("/api/performances/{performance}/book", Book)
            .RequireAuthorization(TicketChecks.AnyGiven)
            .WithSummary("The prompt book: the text as it is played, with its cues. Its ETag tells the production's version.")
            .Produces<PromptBook>()
            .Produces(StatusCodes.Status304NotModified)
            .Produces<Refusal>(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> Playbill(HttpContext context, Playbills playbills) => ContractAnswers.Of(context, await playbills.Now());

    private static IResult Plan(string performance, HttpContext context, Stages stages)
    {
        if (stages.Find(performance) is not { } stage)
        {
            return NotFound();
        }

        return HouseEntrance.MayRead(stage, context)
            ? ContractAnswers.Of(context, stage.Plan)
            : DoorEndpoints.Refuse(StatusCodes.Status403Forbidden, "the doors are closed");
    }

    private static IResult Book(string performance, HttpContext context, Stages stages) =>
        stages.Find(performance) is { Book: var book }
            ? Revisions.Answer(context, $"{book.Production}-{book.Revision}", () => book)
            : NotFound();

    private static IResult NotFound() => DoorEndpoints.Refuse(StatusCodes.Status404NotFound, "there is no such performance");
}
