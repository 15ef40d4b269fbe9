using System.CommandLine;
using System.CommandLine.Parsing;
using VirtualStage.Scheduling;
using VirtualStage.Scheduling.Steps;

namespace VirtualStage.Server.Commands;

/// <summary>The options that say what is scheduled.</summary>
internal sealed class ShapeOptions(int devices, int microBatches)
{
    private readonly Option<int> _devices = Whole("--devices", "p: the pipeline's devices.", devices, TrainingShape.MostDevices);
    private readonly Option<int> _microBatches = Whole("--micro-batches", "m: the micro-batches of a step.", microBatches, TrainingShape.MostMicroBatches);
    private readonly Option<int> _chunks = Whole("--chunks", "v: the chunks (virtual stages) of a device.", 2, TrainingShape.MostChunks);
    private readonly Option<int> _layers = Whole("--layers", "Layers of a chunk.", 1, TrainingShape.MostLayers);
    private readonly Option<double> _forward = Time("--forward", "T_F: a chunk's forward pass.", 1);
    private readonly Option<double> _backward = Time("--backward", "T_B: a chunk's activation gradient.", 1);
    private readonly Option<double> _weight = Time("--weight", "T_W: a chunk's weight gradient.", 1);
    private readonly Option<double> _allReduce = Time("--all-reduce", "T_AR: the all-reduces of one pass through a chunk.", 0.25);

    public static Option<string> Schedule()
    {
        var option = new Option<string>("--schedule")
        {
            Description = string.Join(", ", ScheduleNames.All.Keys) + ".",
            DefaultValueFactory = _ => "stp",
        };
        option.CompletionSources.Add([.. ScheduleNames.All.Keys]);
        option.Validators.Add(result => CheckNames(result, option.Name, result.GetValueOrDefault<string>() ?? ""));
        return option;
    }

    /// <summary>Complains of each name that is no schedule's.</summary>
    public static void CheckNames(OptionResult result, string option, params IEnumerable<string> names)
    {
        foreach (var name in names.Where(name => !ScheduleNames.All.ContainsKey(name)))
        {
            result.AddError($"{option} takes names of schedules ({string.Join(", ", ScheduleNames.All.Keys)}), not '{name}'");
        }
    }

    public static Option<int> Whole(string name, string description, int value, int most) =>
        Options.Number(name, description, value, 1, most, $"a whole number from 1 to {most}");

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

    private static Option<double> Time(string name, string description, double value) =>
        Options.Number(name, description, value, 0, ChunkTimes.Most, $"a time from 0 to {ChunkTimes.Most:0}");
}
