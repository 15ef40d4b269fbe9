using Microsoft.Net.Http.Headers;
using VirtualStage.Contracts.Doors;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Doors;

namespace VirtualStage.Server.Sounds;

/// <summary>Sounds over HTTP. Whoever was shown a stage's plan knows their hashes, and nobody else can guess one.</summary>
internal static class SoundEndpoint
{
    public static void MapSounds(this WebApplication app) => app.MapGet("/api/sounds/{hash}", Sound)
        .WithSummary("A sound's file by its hash, as a stage's plan names it. Ranges are answered; it never changes.")
        .Produces(StatusCodes.Status200OK)
        .Produces(StatusCodes.Status206PartialContent)
        .Produces<Refusal>(StatusCodes.Status404NotFound);

    private static IResult Sound(string hash, HttpContext context, SoundStore sounds)
    {
        if (sounds.Find(hash) is not { } bytes)
        {
            return DoorEndpoints.Refuse(StatusCodes.Status404NotFound, "there is no such sound");
        }

        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(
            bytes, SoundFormat.MediaTypeOf(bytes), enableRangeProcessing: true, entityTag: new EntityTagHeaderValue($"\"{hash}\""));
    }
}
