using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Doors;
using VirtualStage.Scheduling;
using VirtualStage.Scheduling.Drawing;
using VirtualStage.Scheduling.Inference;
using VirtualStage.Scheduling.Steps;
using VirtualStage.Server.Commands;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Performers;

namespace VirtualStage.Server.Schedules;

/// <summary>
/// Timelines for a browser. Those of training are the same as <c>virtualstage schedule simulate --svg</c> and tell nothing of
/// the theatre, so anybody may ask, for small ones and not too often; the plan of the matting is for operators.
/// </summary>
internal static class ScheduleEndpoints
{
    private const int MostDevices = 8;
    private const int MostMicroBatches = 32;

    public static void MapSchedules(this WebApplication app)
    {
        app.MapGet("/api/schedules/{schedule}.svg", Picture)
            .RequireRateLimiting(DoorEndpoints.Limit)
            .WithSummary("Draws the timeline of a pipeline schedule.")
            .Produces(StatusCodes.Status200OK, contentType: "image/svg+xml")
            .Produces<Refusal>(StatusCodes.Status400BadRequest)
            .Produces<Refusal>(StatusCodes.Status404NotFound);
        app.MapGet("/api/schedules/matting", Matting)
            .RequireAuthorization(TicketChecks.AnyOperator)
            .WithSummary("How the frames of performers are to be shared among the machine's cores, and why so.")
            .Produces<MattingPlan>()
            .Produces<Refusal>(StatusCodes.Status400BadRequest);
    }

    private static IResult Matting(PerformersOnStages here, int performers = 1) => performers is >= 1 and <= MattingPlans.MostPerformers
        ? Results.Ok(MattingPlans.Of(here.Steps() ?? FrameSteps.MattingStandIn, performers, Environment.ProcessorCount))
        : DoorEndpoints.Refuse(StatusCodes.Status400BadRequest, $"{performers} performers: 1 to {MattingPlans.MostPerformers} are planned");

    private static IResult Picture(
        string schedule, HttpContext context, int devices = 4, int microBatches = 8,
        double forward = 1, double backward = 1, double weight = 1, double allReduce = 0.25)
    {
        if (!ScheduleNames.All.TryGetValue(schedule, out var kind))
        {
            return DoorEndpoints.Refuse(StatusCodes.Status404NotFound, $"there is no schedule of this name; there are {string.Join(", ", ScheduleNames.All.Keys)}");
        }

        if (devices > MostDevices || microBatches > MostMicroBatches)
        {
            return DoorEndpoints.Refuse(
                StatusCodes.Status400BadRequest, $"up to {MostDevices} devices and {MostMicroBatches} micro-batches are drawn here; `virtualstage schedule` draws more");
        }

        try
        {
            var shape = new TrainingShape(devices, microBatches, new ChunkTimes(forward, backward, weight, allReduce));
            var svg = TimelineSvg.Stack([ScheduleReport.Of(kind, shape).Drawing()]);
            context.Response.Headers.CacheControl = "public, max-age=3600";
            return Results.Text(svg, "image/svg+xml");
        }
        catch (ScheduleException e)
        {
            return DoorEndpoints.Refuse(StatusCodes.Status400BadRequest, e.Message);
        }
    }
}
