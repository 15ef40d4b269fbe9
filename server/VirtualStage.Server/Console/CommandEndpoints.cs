using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Doors;
using VirtualStage.Productions.Performances;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Performances;
using VirtualStage.Server.Watching;
using HttpJsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace VirtualStage.Server.Console;

/// <summary>What the director's console does, over HTTP: one endpoint a command, the command's members as JSON.</summary>
internal static class CommandEndpoints
{
    /// <summary>The header that carries a command's id: a retry with the same one does nothing twice.</summary>
    public const string IdHeader = "Idempotency-Key";

    private const int MaxId = 64;
    private const int MaxBody = 16 * 1024;

    public static void MapCommands(this WebApplication app)
    {
        var performance = app.MapGroup("/api/performances/{performance}").RequireAuthorization(TicketChecks.AnyOperator).WithTags("Calling the show");
        performance.MapGet("/state", State)
            .WithSummary("Where the performance is: what a console shows.")
            .Produces<PerformanceView>()
            .Produces<Refusal>(StatusCodes.Status404NotFound);
        performance.MapCommand<OpenHouse>("open-house", "Opens the doors: the audience may come in.");
        performance.MapCommand<SetDoors>("set-doors", "Says who may come in while the doors are open, and how many.");
        performance.MapCommand<SetReactions>("set-reactions", "Lets the house be heard, or not.");
        performance.MapCommand<SetChat>("set-chat", "Says when the audience may chat.");
        performance.MapCommand<CallBeginners>("call-beginners", "Calls the first actors to the stage.");
        performance.MapCommand<StartShow>("start", "Starts the show: show time runs.");
        performance.MapCommand<Hold>("hold", "Stops show time and everything that runs on it.");
        performance.MapCommand<Resume>("resume", "Lets a held show go on.");
        performance.MapCommand<TakeInterval>("take-interval", "Begins the interval.");
        performance.MapCommand<EndInterval>("end-interval", "Ends the interval.");
        performance.MapCommand<TakeCurtainCall>("take-curtain-call", "Begins the curtain call.");
        performance.MapCommand<CloseShow>("close", "Ends the performance for good.");
        performance.MapCommand<Warn>("warn", "Warns the departments of a cue.");
        performance.MapCommand<StandBy>("standby", "Puts a cue on standby.");
        performance.MapCommand<AcknowledgeStandby>("acknowledge", "A department says that it is ready.");
        performance.MapCommand<ReleaseStandby>("release", "Takes a warned cue, or one on standby, back.");
        performance.MapCommand<Go>("go", "GO: calls the cue that is on standby, which is named so that a stale GO is refused.");
        performance.MapCommand<MovePlayhead>("playhead", "Moves the playhead; nothing is called.");
        performance.MapCommand<SkipCue>("skip", "Passes the cue at the playhead over.");
        performance.MapCommand<FireCue>("fire", "Starts a cue of the cart at once.");
        performance.MapCommand<PauseCue>("pause-cue", "Pauses one running cue.");
        performance.MapCommand<ResumeCue>("resume-cue", "Lets one paused cue go on.");
        performance.MapCommand<StopCue>("stop-cue", "Stops one running or paused cue.");
        performance.MapCommand<ArmCue>("arm", "Arms or disarms a cue for this performance.");
        performance.MapCommand<Back>("back", "Restores the state before the last GO.");
        performance.MapCommand<GoToCue>("go-to", "Puts the playhead on a cue, with the stage as the sheet would have it there.");
        performance.MapCommand<Panic>("panic", "Fades everything to safe; a second time within the fade stops at once.");
        performance.MapCommand<Advance>("line", "Moves the current line.");
        performance.MapCommand<CastRole>("cast", "Gives a role to a person.");
        performance.MapCommand<UncastRole>("uncast", "Takes a role back.");
        performance.MapCommand<TakeCalling>("take-calling", "The ticket's holder calls the show from now on.");
        performance.MapCommand<LeaveCalling>("leave-calling", "The ticket's holder stops calling the show.");
        performance.MapCommand<HandOverCalling>("hand-over-calling", "The caller gives the show to another person.");
        performance.MapCommand<BeginRehearsal>("begin-rehearsal", "Makes the performance a rehearsal, before its house is open.");
        performance.MapCommand<EndRehearsal>("end-rehearsal", "Makes a rehearsal a performance again, in preset.");
        performance.MapCommand<ResetShow>("reset", "Takes a rehearsal back to its preset.");
        performance.MapCommand<RehearseFrom>("rehearse-from", "Rehearses from the top of a division, from a line, or from a cue.");
        performance.MapCommand<SetLoop>("loop", "Repeats some lines of a rehearsal; both null ends the loop.");
        performance.MapCommand<JumpToNextCue>("next-cue", "Cue to cue: a rehearsal goes on some lines before the next cue.");
    }

    private static void MapCommand<TCommand>(this RouteGroupBuilder group, string name, string summary)
        where TCommand : class, IPerformanceCommand
    {
        var endpoint = group.MapPost($"/{name}", Send<TCommand>)
            .WithSummary(summary)
            .WithMetadata(new RequestSizeLimitAttribute(MaxBody))
            .AddOpenApiOperationTransformer(DescribeId)
            .Produces<CommandAnswer>()
            .Produces<Refusal>(StatusCodes.Status403Forbidden)
            .Produces<Refusal>(StatusCodes.Status404NotFound)
            .Produces<Refusal>(StatusCodes.Status409Conflict)
            .Produces<Refusal>(StatusCodes.Status422UnprocessableEntity);
        if (typeof(TCommand).GetProperties().Length > 0)
        {
            endpoint.Accepts<TCommand>("application/json");
        }
    }

    private static async Task<IResult> State(string performance, Repertoire repertoire, IGrainFactory grains) =>
        repertoire.Has(performance) ? Results.Ok(await grains.GetGrain<IPerformanceGrain>(performance).View()) : NotFound();

    private static async Task<IResult> Send<TCommand>(
        string performance, HttpContext context, Repertoire repertoire, IGrainFactory grains, IOptions<HttpJsonOptions> json)
        where TCommand : class, IPerformanceCommand
    {
        if (!repertoire.Has(performance))
        {
            return NotFound();
        }

        var id = context.Request.Headers[IdHeader] is [{ } given] ? given : Guid.NewGuid().ToString();
        if (id.Length is 0 or > MaxId)
        {
            return DoorEndpoints.Refuse(StatusCodes.Status422UnprocessableEntity, $"{IdHeader} has 1 to {MaxId} characters");
        }

        var (command, trouble) = await Read<TCommand>(context, json.Value.SerializerOptions);
        if (command is null)
        {
            return DoorEndpoints.Refuse(StatusCodes.Status422UnprocessableEntity, trouble!);
        }

        var ticket = Ticket.Of(context.User);
        var scope = CommandScopes.Of(command);
        if (scope is not null && !ticket.Allows(scope))
        {
            return DoorEndpoints.Refuse(StatusCodes.Status403Forbidden, $"your ticket does not allow to {scope}");
        }

        using var trace = TheatreTraces.Arrival(performance, command);
        var answer = await grains.GetGrain<IPerformanceGrain>(performance).Send(
            new Sender(ticket.Person, ticket.Allows(Scopes.Bot)), new CommandEnvelope(id, command));
        return answer.Accepted ? Results.Ok(answer) : DoorEndpoints.Refuse(StatusCodes.Status409Conflict, answer.Reason!);
    }

    /// <summary>The command in a request's body; a command without members needs none.</summary>
    private static async Task<(TCommand? Command, string? Trouble)> Read<TCommand>(HttpContext context, JsonSerializerOptions options)
        where TCommand : class
    {
        try
        {
            var hasBody = context.Request.ContentLength is not (null or 0) || context.Request.Headers.TransferEncoding.Count > 0;
            var command = hasBody
                ? await context.Request.ReadFromJsonAsync<TCommand>(options, context.RequestAborted)
                : JsonSerializer.Deserialize<TCommand>("{}", options);
            return (command, command is null ? "the body is null and not a command" : null);
        }
        catch (JsonException e)
        {
            return (null, $"the body is not this command: {e.Message}");
        }
        catch (InvalidOperationException)
        {
            return (null, "the body is JSON: set Content-Type: application/json");
        }
    }

    private static Task DescribeId(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        (operation.Parameters ??= []).Add(new OpenApiParameter
        {
            Name = IdHeader,
            In = ParameterLocation.Header,
            Description = "The command's id, chosen by the sender: a retry with the same one gets the same answer and does nothing twice. Without it each request is a command of its own.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = MaxId },
        });
        return Task.CompletedTask;
    }

    private static IResult NotFound() => DoorEndpoints.Refuse(StatusCodes.Status404NotFound, "there is no such performance");
}
