using System.CommandLine;
using System.Text.Json;
using VirtualStage.Scheduling;
using VirtualStage.Scheduling.Drawing;

namespace VirtualStage.Server.Commands;

/// <summary><c>virtualstage schedule</c>: pipeline schedules, simulated, compared and trained under.</summary>
internal static class ScheduleCommand
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create() => new(
        "schedule",
        "Plans the work of several devices on one network.".WithExample("virtualstage schedule compare --devices 4 --micro-batches 64"))
    {
        Simulate(),
        Compare(),
        TrainCommand.Create(),
    };

    private static Command Simulate()
    {
        var kind = ShapeOptions.Schedule();
        var (shape, svg, json) = (new ShapeOptions(devices: 4, microBatches: 64), Svg("Draw the timeline into this file."), Options.Json());
        var command = new Command(
            "simulate",
            "Plays one schedule through and says what it costs.".WithExample("virtualstage schedule simulate --schedule stp --svg stp.svg"))
        {
            kind,
            svg,
            json,
        };
        shape.AddTo(command);
        command.SetAction(parsed =>
        {
            var report = ScheduleReport.Of(ScheduleNames.All[parsed.GetRequiredValue(kind)], shape.Of(parsed));
            Draw(parsed.GetValue(svg), [report]);
            System.Console.WriteLine(parsed.GetValue(json) ? JsonSerializer.Serialize(report.Json(), _json) : report.Text());
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Compare()
    {
        var (shape, svg, json) = (new ShapeOptions(devices: 4, microBatches: 64), Svg("Draw the timelines into this file, one below the other."), Options.Json());
        var command = new Command(
            "compare",
            "Plays all schedules through and lays them beside the published forms.".WithExample("virtualstage schedule compare --all-reduce 0.5"))
        {
            svg,
            json,
        };
        shape.AddTo(command);
        command.SetAction(parsed =>
        {
            // What a schedule has no form for (V-shaped ones hold two chunks) is left out, and said.
            var asked = shape.Of(parsed);
            asked.Check();
            var (reports, refusals) = (new List<ScheduleReport>(), new List<string>());
            foreach (var kind in ScheduleNames.All.Values)
            {
                try
                {
                    reports.Add(ScheduleReport.Of(kind, asked));
                }
                catch (ScheduleException e)
                {
                    refusals.Add(e.Message);
                }
            }

            Draw(parsed.GetValue(svg), reports);
            System.Console.WriteLine(parsed.GetValue(json)
                ? JsonSerializer.Serialize(reports.Select(report => report.Json()), _json)
                : ScheduleReport.Table(reports));
            refusals.ForEach(System.Console.Error.WriteLine);
            return ExitCode.Done;
        });
        return command;
    }

    private static Option<FileInfo?> Svg(string description) => new("--svg") { Description = description };

    private static void Draw(FileInfo? file, IReadOnlyList<ScheduleReport> reports)
    {
        if (file is not null)
        {
            File.WriteAllText(file.FullName, TimelineSvg.Stack([.. reports.Select(report => report.Drawing())]));
        }
    }
}
