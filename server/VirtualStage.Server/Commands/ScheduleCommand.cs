using System.CommandLine;
using System.Text.Json;
using VirtualStage.Scheduling;
using VirtualStage.Scheduling.Drawing;
using VirtualStage.Scheduling.Training;

namespace VirtualStage.Server.Commands;

/// <summary><c>virtualstage schedule</c>: pipeline schedules, simulated and compared.</summary>
internal static class ScheduleCommand
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create() => new(
        "schedule",
        "Plans the work of several devices on one network.".WithExample("virtualstage schedule compare --devices 4 --micro-batches 64"))
    {
        Simulate(),
        Compare(),
    };

    private static Command Simulate()
    {
        var kind = new Option<string>("--schedule")
        {
            Description = string.Join(", ", ScheduleNames.All.Keys) + ".",
            DefaultValueFactory = _ => "stp",
        };
        kind.AcceptOnlyFromAmong([.. ScheduleNames.All.Keys]);
        var (shape, svg, json) = (new ShapeOptions(), Svg("Draw the timeline into this file."), Options.Json());
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
        var (shape, svg, json) = (new ShapeOptions(), Svg("Draw the timelines into this file, one below the other."), Options.Json());
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

    /// <summary>The options that say what is scheduled.</summary>
    private sealed class ShapeOptions
    {
        private readonly Option<int> _devices = Whole("--devices", "p: the pipeline's devices.", 4, TrainingShape.MostDevices);
        private readonly Option<int> _microBatches = Whole("--micro-batches", "m: the micro-batches of a step.", 64, TrainingShape.MostMicroBatches);
        private readonly Option<int> _chunks = Whole("--chunks", "v: the chunks (virtual stages) of a device.", 2, TrainingShape.MostChunks);
        private readonly Option<int> _layers = Whole("--layers", "Layers of a chunk.", 1, TrainingShape.MostLayers);
        private readonly Option<double> _forward = Time("--forward", "T_F: a chunk's forward pass.", 1);
        private readonly Option<double> _backward = Time("--backward", "T_B: a chunk's activation gradient.", 1);
        private readonly Option<double> _weight = Time("--weight", "T_W: a chunk's weight gradient.", 1);
        private readonly Option<double> _allReduce = Time("--all-reduce", "T_AR: the all-reduces of one pass through a chunk.", 0.25);

        public void AddTo(Command command)
        {
            foreach (var option in new Option[] { _devices, _microBatches, _chunks, _layers, _forward, _backward, _weight, _allReduce })
            {
                command.Options.Add(option);
            }
        }

        public TrainingShape Of(ParseResult parsed) => new(
            parsed.GetValue(_devices),
            parsed.GetValue(_microBatches),
            new ChunkTimes(parsed.GetValue(_forward), parsed.GetValue(_backward), parsed.GetValue(_weight), parsed.GetValue(_allReduce)),
            parsed.GetValue(_chunks),
            parsed.GetValue(_layers));

        private static Option<int> Whole(string name, string description, int value, int most) =>
            Options.Number(name, description, value, 1, most, $"a whole number from 1 to {most}");

        private static Option<double> Time(string name, string description, double value) =>
            Options.Number(name, description, value, 0, ChunkTimes.Most, $"a time from 0 to {ChunkTimes.Most:0}");
    }
}
