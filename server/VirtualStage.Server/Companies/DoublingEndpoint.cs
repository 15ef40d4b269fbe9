using VirtualStage.Contracts.Company;
using VirtualStage.Contracts.Doors;
using VirtualStage.Productions.Casting;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Stage;

namespace VirtualStage.Server.Companies;

/// <summary>The doubling matrix over HTTP.</summary>
internal static class DoublingEndpoint
{
    public static void MapDoubling(this WebApplication app) =>
        app.MapGet("/api/performances/{performance}/doubling", Doubling)
            .RequireAuthorization(TicketChecks.AnyOperator)
            .WithSummary("Which roles can share an actor, why others cannot, and the smallest cast that was found.")
            .Produces<DoublingView>()
            .Produces<Refusal>(StatusCodes.Status404NotFound);

    private static IResult Doubling(string performance, Stages stages)
    {
        if (stages.Find(performance) is not { Production: var production })
        {
            return DoorEndpoints.Refuse(StatusCodes.Status404NotFound, "there is no such performance");
        }

        var cast = CastingSheets.SmallestCastOf(production);
        return Results.Ok(new DoublingView(
            [.. CastingSheets.Of(production).Parts.Select(part => new DoublingRole(part.Id, part.Name, part.Speeches, part.Words))],
            [.. CastingSheets.DoublingOf(production).Conflicts.Select(ViewOf)],
            [.. cast.Actors.Select(roles => new DoublingActor([.. roles]))],
            [.. cast.Needed],
            cast.IsMinimal));
    }

    private static DoublingConflict ViewOf(Conflict conflict) => new(
        conflict.One, conflict.Other, conflict.Kind == ConflictKind.Together, conflict.Line, conflict.GapLines, conflict.GapMs);
}
