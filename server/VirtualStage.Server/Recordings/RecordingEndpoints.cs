using MessagePack;
using VirtualStage.Contracts.Doors;
using VirtualStage.Contracts.Recordings;
using VirtualStage.Contracts.Stage;
using VirtualStage.Contracts.Wire;
using VirtualStage.Recordings;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Hosting;
using VirtualStage.Server.Stage;

namespace VirtualStage.Server.Recordings;

/// <summary>Recordings over HTTP: what there is, what is in it, and a few seconds of it at a time.</summary>
internal static class RecordingEndpoints
{
    private const int StretchMs = 4000;
    private const int MostStretchBytes = 8 << 20;
    private const string Base = "/api/recordings";

    public static void AddRecordings(this IServiceCollection services, TheatreOptions options, DataFolder data)
    {
        services.AddSingleton(new RecordingShelf(options.RecordingsFolder ?? Path.Combine(data.Path, "recordings")));
        services.AddSingleton<RecordingSigns>();
        services.AddSingleton<BroadcastSigns>();
        services.AddSingleton(provider => new RecordingDoor(
            (id, context) => options.RecordingsAreOpen || TicketChecks.TicketOf(context) is { IsGiven: true }
                || provider.GetRequiredService<Stages>().Find(id) is { DoorsAreOpen: true }));
        services.AddHostedService<RecordingOffice>();
    }

    public static void MapRecordings(this WebApplication app)
    {
        app.MapGet(Base, List)
            .RequireRateLimiting(DoorEndpoints.Limit)
            .WithSummary("The recordings that the asker may watch, the newest first: with a ticket all, without one those whose doors are open.")
            .Produces<RecordingList>();
        app.MapGet($"{Base}/{{recording}}", Contents)
            .RequireRateLimiting(DoorEndpoints.Limit)
            .WithSummary("What is in a recording: acts, scenes, lines, cues, and what is missing.")
            .Produces<RecordingContents>()
            .Produces<Refusal>(StatusCodes.Status403Forbidden)
            .Produces<Refusal>(StatusCodes.Status404NotFound);
        app.MapGet($"{Base}/{{recording}}/plan", Plan)
            .RequireRateLimiting(DoorEndpoints.Limit)
            .WithSummary("The stage's plan in a version that the recording holds.")
            .Produces<StagePlan>();
        app.MapGet($"{Base}/{{recording}}/stretch", Stretch)
            .RequireRateLimiting(DoorEndpoints.Limit)
            .WithSummary("A few seconds from a performance time on, as a RecordingStretch in MessagePack.");
        app.MapGet($"{Base}/{{recording}}/surtitles.vtt", Surtitles)
            .RequireRateLimiting(DoorEndpoints.Limit)
            .WithSummary("The surtitles as WebVTT.");
    }

    private static IResult List(HttpContext context, RecordingShelf shelf, RecordingDoor door) => Results.Ok(new RecordingList(
    [
        .. shelf.Ids.Where(id => door.MayWatch(id, context)).Select(id => (Id: id, shelf.Find(id)?.Index)).Where(found => found.Index is not null)
            .Select(found => new RecordingEntry(found.Id, found.Index!.Heads[0].Title, found.Index.Heads[0].AtMs, found.Index.UntilMs - found.Index.FromMs, !found.Index.IsClosed))
            .OrderByDescending(entry => entry.AtMs),
    ]));

    private static IResult Contents(string recording, HttpContext context, RecordingShelf shelf, RecordingDoor door) => Watch(
        recording,
        context,
        shelf,
        door,
        found =>
        {
            var (index, head) = (found.Index, found.Index.Heads[0]);
            return Results.Ok(new RecordingContents(
                recording, head.Title, head.AtMs, index.FromMs, index.UntilMs, head.Rate, !index.IsClosed, [.. index.Marks.Where(mark => mark.Id.Length > 0)], [.. index.Gaps]));
        });

    private static IResult Plan(string recording, int version, HttpContext context, RecordingShelf shelf, RecordingDoor door) => Watch(
        recording,
        context,
        shelf,
        door,
        found => found.Plan(version) is { } plan ? Results.Ok(plan) : DoorEndpoints.Refuse(StatusCodes.Status404NotFound, "the recording holds no plan that can be read"));

    private static IResult Stretch(string recording, long from, HttpContext context, RecordingShelf shelf, RecordingDoor door) => Watch(
        recording,
        context,
        shelf,
        door,
        found =>
        {
            var leastMs = (int)(StretchMs * Math.Clamp(found.Index.Heads[0].Rate, 1, 60));
            return Results.Bytes(MessagePackSerializer.Serialize(found.Read(from, leastMs, MostStretchBytes), ContractResolver.Options), ContractAnswers.MessagePackType);
        });

    private static IResult Surtitles(string recording, HttpContext context, RecordingShelf shelf, RecordingDoor door) =>
        Watch(recording, context, shelf, door, found => Results.Text(WebVtt.Of(found.Index), "text/vtt"));

    private static IResult Watch(string recording, HttpContext context, RecordingShelf shelf, RecordingDoor door, Func<Recording, IResult> answer)
    {
        // Whether there is one, who may not watch it is not told.
        if (!door.MayWatch(recording, context))
        {
            return DoorEndpoints.Refuse(StatusCodes.Status403Forbidden, "its doors are closed: a ticket of this theatre opens them");
        }

        return shelf.Find(recording) is { } found
            ? answer(found)
            : DoorEndpoints.Refuse(StatusCodes.Status404NotFound, "there is no such recording, or none that can be read");
    }
}

/// <summary>Who may watch a recording.</summary>
/// <param name="MayWatch">Asked with its id and the request.</param>
internal sealed record RecordingDoor(Func<string, HttpContext, bool> MayWatch);
