using VirtualStage.Contracts.Doors;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Hosting;
using VirtualStage.Server.HouseDoor;
using VirtualStage.Server.Productions;
using VirtualStage.Server.Recordings;
using VirtualStage.Server.Stage;

namespace VirtualStage.Server.Performances;

/// <summary>What the audience reads: surtitles in other languages, the audio description and the programme, over HTTP.</summary>
internal static class CaptionEndpoints
{
    public static void MapCaptions(this WebApplication app)
    {
        app.MapGet("/api/performances/{performance}/captions", OfPerformance)
            .WithSummary("Surtitles in a language (language=de; as it is spoken where that is left out) and the audio description: for whoever may see the stage's plan. Its ETag tells the production's version.")
            .Produces<CaptionTrack>()
            .Produces(StatusCodes.Status304NotModified)
            .Produces<Refusal>(StatusCodes.Status403Forbidden)
            .Produces<Refusal>(StatusCodes.Status404NotFound);
        app.MapGet("/api/recordings/{recording}/captions", OfRecording)
            .RequireRateLimiting(DoorEndpoints.Limit)
            .WithSummary("The same for a version of the production that a recording of this theatre was played from.")
            .Produces<CaptionTrack>()
            .Produces<Refusal>(StatusCodes.Status403Forbidden)
            .Produces<Refusal>(StatusCodes.Status404NotFound);
        app.MapGet("/api/performances/{performance}/programme", Programme)
            .WithSummary("The programme: synopsis, scenes, and who is on the stage; for whoever may see the stage's plan.")
            .Produces<ProgrammeView>()
            .Produces<Refusal>(StatusCodes.Status403Forbidden)
            .Produces<Refusal>(StatusCodes.Status404NotFound);
    }

    private static IResult OfPerformance(string performance, string? language, HttpContext context, Stages stages) =>
        See(performance, context, stages, stage => Answer(context, stage.Production, language));

    private static IResult Programme(string performance, HttpContext context, Stages stages, People people) =>
        See(performance, context, stages, stage => ContractAnswers.Of(context, Programmes.Of(stage, people)));

    private static IResult OfRecording(string recording, int version, string? language, HttpContext context, RecordingDoor door, RecordingShelf shelf, Repertoire repertoire, ProductionStore productions)
    {
        if (!door.MayWatch(recording, context))
        {
            return DoorEndpoints.Refuse(StatusCodes.Status403Forbidden, "its doors are closed: a ticket of this theatre opens them");
        }

        return repertoire.Has(recording) && shelf.Find(recording) is not null && VersionOf(Repertoire.ProductionOf(recording), version, productions) is { } production
            ? Answer(context, production, language)
            : DoorEndpoints.Refuse(StatusCodes.Status404NotFound, "this theatre has not the production that was recorded");
    }

    private static Production? VersionOf(string id, int version, ProductionStore productions)
    {
        try
        {
            return productions.Load(id, version);
        }
        catch (Exception e) when (e is InvalidDataException or ProductionException)
        {
            return null;
        }
    }

    private static IResult Answer(HttpContext context, Production production, string? language) =>
        CaptionTracks.Of(production, language ?? "") is { } track
            ? Revisions.Answer(context, $"{production.Id}-{production.Version}-{track.Language}", () => track)
            : DoorEndpoints.Refuse(StatusCodes.Status404NotFound, "the production is not translated into this language");

    private static IResult See(string performance, HttpContext context, Stages stages, Func<StageHost, IResult> answer)
    {
        if (stages.Find(performance) is not { } stage)
        {
            return DoorEndpoints.Refuse(StatusCodes.Status404NotFound, "there is no such performance");
        }

        return HouseEntrance.MayRead(stage, context)
            ? answer(stage)
            : DoorEndpoints.Refuse(StatusCodes.Status403Forbidden, "the doors are closed");
    }
}
