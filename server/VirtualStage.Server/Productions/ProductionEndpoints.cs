using Microsoft.AspNetCore.Mvc;
using VirtualStage.Contracts.Doors;
using VirtualStage.Contracts.Productions;
using VirtualStage.Plays;
using VirtualStage.Productions.Editing;
using VirtualStage.Productions.Packing;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Doors;

namespace VirtualStage.Server.Productions;

/// <summary>Productions over HTTP: what there is, the document to edit, and how one comes in and goes out.</summary>
internal static class ProductionEndpoints
{
    private const string Binary = "application/octet-stream";

    public static void MapProductions(this WebApplication app)
    {
        app.MapGet("/api/productions", List)
            .RequireAuthorization(TicketChecks.AnyOperator)
            .WithSummary("Every production of this theatre, the newest first.")
            .Produces<ProductionList>();
        app.MapGet("/api/productions/{production}/sheet", Sheet)
            .RequireAuthorization(TicketChecks.AnyOperator)
            .WithSummary("The document that editors work on. Its ETag is the revision.")
            .Produces<ProductionSheet>()
            .Produces(StatusCodes.Status304NotModified)
            .Produces<Refusal>(StatusCodes.Status404NotFound);
        app.MapPost("/api/productions", New)
            .RequireAuthorization(Scopes.Edit)
            .WithMetadata(new RequestSizeLimitAttribute(PlayLimits.Bytes))
            .Accepts<byte[]>(Binary)
            .WithSummary("Makes a production from a play's file in the body: Bosak XML, TEI, Fountain or plain text.")
            .Produces<ProductionEntry>(StatusCodes.Status201Created)
            .Produces<Refusal>(StatusCodes.Status422UnprocessableEntity);
        app.MapPost("/api/productions/import", Import)
            .RequireAuthorization(Scopes.Edit)
            .WithMetadata(new RequestSizeLimitAttribute(ProductionPack.Largest))
            .Accepts<byte[]>(Binary)
            .WithSummary("Takes a packed production in, as a new one or as the newest version of one that is there.")
            .Produces<ProductionEntry>()
            .Produces<Refusal>(StatusCodes.Status409Conflict)
            .Produces<Refusal>(StatusCodes.Status422UnprocessableEntity);
        app.MapGet("/api/productions/{production}/export", Export)
            .RequireAuthorization(Scopes.Edit)
            .WithSummary("The whole production in one file.")
            .Produces(StatusCodes.Status200OK, contentType: Binary)
            .Produces<Refusal>(StatusCodes.Status404NotFound);
    }

    private static IResult List(ProductionStore productions) => Results.Ok(new ProductionList(
        [.. productions.Ids.Select(id => EntryOf(id, productions.StateOf(id)))]));

    private static IResult Sheet(string production, HttpContext context, ProductionStore productions)
    {
        var state = productions.StateOf(production);
        return state.Files is null
            ? NotFound()
            : Revisions.Answer(context, $"{state.Revision}", () => new ProductionSheet(production, state.Revision, state.Document.ToJson()));
    }

    private static async Task<IResult> New(
        string? file, string? title, HttpContext context, ProductionStore productions, IGrainFactory grains)
    {
        if (title?.Length > NewProduction.LongestTitle || file?.Length > NewProduction.LongestTitle)
        {
            return DoorEndpoints.Refuse(StatusCodes.Status422UnprocessableEntity, $"a title and a file's name have at most {NewProduction.LongestTitle} characters");
        }

        if (Path.GetFileName(file) is not { Length: > 0 } name)
        {
            return DoorEndpoints.Refuse(StatusCodes.Status422UnprocessableEntity, "a play's file needs a name: set ?file=NAME");
        }

        var body = await Body(context);
        return await Refusing(async () => await TakeIn(
            NewProduction.From(body, name, string.IsNullOrWhiteSpace(title) ? null : title.Trim(), null, productions.Has),
            overEdits: false,
            context,
            productions,
            grains));
    }

    private static async Task<IResult> Import(
        bool? reimport, HttpContext context, ProductionStore productions, IGrainFactory grains)
    {
        var body = await Body(context);
        return await Refusing(async () => await TakeIn(ProductionPack.Read(body), reimport == true, context, productions, grains));
    }

    private static IResult Export(string production, ProductionStore productions)
    {
        var state = productions.StateOf(production);
        return state.Files is null
            ? NotFound()
            : Results.Bytes(ProductionPack.Write(state.ToSource()), Binary, production + ProductionPack.Extension);
    }

    private static async Task<IResult> TakeIn(
        ProductionSource source, bool overEdits, HttpContext context, ProductionStore productions, IGrainFactory grains)
    {
        // Errors in the files are told by where they stand; the grain tells what stands against a production that is right.
        _ = ProductionLoader.Load(source);
        var isNew = !productions.Has(source.Id);
        var answer = await grains.GetGrain<IProductionGrain>(source.Id).Import(Ticket.Of(context.User).Person, source, overEdits);
        if (!answer.Accepted)
        {
            return DoorEndpoints.Refuse(StatusCodes.Status409Conflict, answer.Reason!);
        }

        var entry = EntryOf(source.Id, productions.StateOf(source.Id));
        return isNew ? Results.Created($"/api/productions/{source.Id}/sheet", entry) : Results.Ok(entry);
    }

    private static async Task<IResult> Refusing(Func<Task<IResult>> take)
    {
        try
        {
            return await take();
        }
        catch (Exception e) when (e is PlayFormatException or ProductionException or InvalidDataException)
        {
            return DoorEndpoints.Refuse(StatusCodes.Status422UnprocessableEntity, e.Message);
        }
    }

    private static async Task<byte[]> Body(HttpContext context)
    {
        // Kestrel holds the body to the endpoint's limit.
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return body.ToArray();
    }

    private static ProductionEntry EntryOf(string id, ProductionState state) => new(id, state.Document.Title, state.Revision);

    private static IResult NotFound() => DoorEndpoints.Refuse(StatusCodes.Status404NotFound, "there is no such production");
}
