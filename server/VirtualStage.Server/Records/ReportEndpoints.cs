using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Doors;
using VirtualStage.Server.Doors;

namespace VirtualStage.Server.Records;

/// <summary>Run reports over HTTP.</summary>
internal static class ReportEndpoints
{
    public static void MapReports(this WebApplication app) =>
        app.MapGet("/api/performances/{performance}/report.{format}", Report)
            .RequireAuthorization(TicketChecks.AnyOperator)
            .WithSummary("The run's report as of now: md, csv, html (a page to print) or json (a RunReport).")
            .Produces<RunReport>()
            .Produces<Refusal>(StatusCodes.Status404NotFound);

    private static IResult Report(string performance, string format, Reports reports, TimeProvider time)
    {
        if (ReportFormat.Find(format) is not { } form)
        {
            return DoorEndpoints.Refuse(
                StatusCodes.Status404NotFound, $"a report comes as {string.Join(", ", ReportFormat.All.Select(one => one.Name))}, not as {format}");
        }

        return reports.Of(performance) is { } report
            ? Results.Text(form.Write(report, time.LocalTimeZone), form.MediaType)
            : DoorEndpoints.Refuse(StatusCodes.Status404NotFound, "there is no such performance");
    }
}
