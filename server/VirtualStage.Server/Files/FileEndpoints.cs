using Microsoft.Net.Http.Headers;
using VirtualStage.Contracts.Doors;
using VirtualStage.Productions.Models;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Doors;

namespace VirtualStage.Server.Files;

/// <summary>Sounds and models over HTTP. Whoever was shown a stage's plan knows their hashes, and nobody else can guess one.</summary>
internal static class FileEndpoints
{
    public static void MapFiles(this WebApplication app)
    {
        app.MapFile("sound", SoundFormat.MediaTypeOf);
        app.MapFile("model", bytes => ModelCheck.IsModel(bytes) ? ModelCheck.MediaType : null);
    }

    /// <param name="what">What such a file is called.</param>
    /// <param name="mediaType">What it is sent as; null for a file of another kind, which is not there.</param>
    private static void MapFile(this WebApplication app, string what, MediaTypeOf mediaType) => app
        .MapGet($"/api/{what}s/{{hash}}", (string hash, HttpContext context, FileStore files) => Answer(hash, context, files, what, mediaType))
        .WithSummary($"A {what}'s file by its hash, as a stage's plan names it. Ranges are answered; it never changes.")
        .Produces(StatusCodes.Status200OK)
        .Produces(StatusCodes.Status206PartialContent)
        .Produces<Refusal>(StatusCodes.Status404NotFound);

    private static IResult Answer(string hash, HttpContext context, FileStore files, string what, MediaTypeOf mediaType)
    {
        if (files.Find(hash) is not { } bytes || mediaType(bytes) is not { } type)
        {
            return DoorEndpoints.Refuse(StatusCodes.Status404NotFound, $"there is no such {what}");
        }

        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(bytes, type, enableRangeProcessing: true, entityTag: new EntityTagHeaderValue($"\"{hash}\""));
    }

    private delegate string? MediaTypeOf(ReadOnlySpan<byte> file);
}
