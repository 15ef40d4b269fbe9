using System.Text.RegularExpressions;
using VirtualStage.Contracts.Doors;
using VirtualStage.Contracts.Recordings;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Stage;

namespace VirtualStage.Server.Recordings;

/// <summary>Broadcasts: as files for players of HTTP Live Streaming, and the word of who makes them.</summary>
internal static partial class BroadcastEndpoints
{
    /// <summary>In the data folder, a folder for each performance.</summary>
    public const string Folder = "broadcast";

    public static void MapBroadcasts(this WebApplication app, string data)
    {
        var folder = Path.Combine(Path.GetFullPath(data), Folder);
        app.MapGet($"/{Folder}/{{performance}}/{{file}}", (string performance, string file, HttpContext context, RecordingDoor door) => Answer(folder, performance, file, context, door))
            .WithSummary("A broadcast for players of HTTP Live Streaming: index.m3u8 is what they open.")
            .Produces(StatusCodes.Status200OK)
            .Produces<Refusal>(StatusCodes.Status403Forbidden)
            .Produces<Refusal>(StatusCodes.Status404NotFound);
        app.MapPost("/api/performances/{performance}/broadcast", Report)
            .RequireAuthorization(TicketChecks.AnyOperator)
            .WithSummary("Says that a performance is broadcast, as a program does every few seconds: the on-air sign is lit while it does.")
            .Produces(StatusCodes.Status204NoContent)
            .Produces<Refusal>(StatusCodes.Status400BadRequest)
            .Produces<Refusal>(StatusCodes.Status404NotFound);
    }

    /// <summary>What a file of a broadcast is sent as; null for a name that none has.</summary>
    internal static string? MediaTypeOf(string file) => FilePattern().IsMatch(file)
        ? Path.GetExtension(file) switch
        {
            ".m3u8" => "application/vnd.apple.mpegurl",
            ".ts" => "video/mp2t",
            _ => "text/vtt",
        }
        : null;

    private static IResult Answer(string folder, string performance, string file, HttpContext context, RecordingDoor door)
    {
        if (!door.MayWatch(performance, context))
        {
            return DoorEndpoints.Refuse(StatusCodes.Status403Forbidden, "its doors are closed: a ticket of this theatre opens them");
        }

        var path = RecordingFiles.IsId(performance) ? Path.Combine(folder, performance, file) : "";
        if (MediaTypeOf(file) is not { } type || !File.Exists(path))
        {
            return DoorEndpoints.Refuse(StatusCodes.Status404NotFound, "there is no such broadcast, or this part of it is gone");
        }

        // A later broadcast of the performance uses the same names.
        context.Response.Headers.CacheControl = type == "video/mp2t" ? "no-cache" : "no-store";
        return Results.File(path, type, lastModified: File.GetLastWriteTimeUtc(path), enableRangeProcessing: true);
    }

    private static IResult Report(string performance, BroadcastReport report, Stages stages, BroadcastSigns signs)
    {
        if (stages.Find(performance) is null)
        {
            return DoorEndpoints.Refuse(StatusCodes.Status404NotFound, "there is no such performance");
        }

        if (report.To.Length is 0 or > BroadcastReport.MaxTo || report.To.Any(char.IsControl) || !double.IsFinite(report.PicturesASecond))
        {
            return DoorEndpoints.Refuse(StatusCodes.Status400BadRequest, $"a broadcast says where it goes, in {BroadcastReport.MaxTo} letters at most");
        }

        signs.Report(performance, report);
        return Results.NoContent();
    }

    [GeneratedRegex(@"\A(?:(?:index|pictures|surtitles)\.m3u8|(?:pictures-[0-9]{6,9}\.ts)|(?:surtitles-[0-9]{6,9}\.vtt))\z")]
    private static partial Regex FilePattern();
}
