using System.CommandLine;
using VirtualStage.Scheduling;
using VirtualStage.Scheduling.Execution;
using VirtualStage.Scheduling.Steps;

namespace VirtualStage.Server.Commands;

/// <summary><c>virtualstage schedule train</c>: a small network learns a play under a schedule.</summary>
internal static class TrainCommand
{
    private const int MostSteps = 100_000;
    private const int MostPaceMs = 1000;

    public static Command Create()
    {
        var play = new Option<FileInfo>("--play") { Description = "The play to learn: Bosak XML, TEI, Fountain or plain text.", Required = true };
        var (kind, shape, json) = (ShapeOptions.Schedule(), new ShapeOptions(devices: 2, microBatches: 8), Options.Json());
        var tensor = ShapeOptions.Whole("--tensor", "Tensor-parallel ranks of a device.", 2, ExecutionOptions.MostRanks);
        var steps = ShapeOptions.Whole("--steps", "Steps of training.", 30, MostSteps);
        var seed = Options.Number("--seed", "What chance begins with.", 1, 0, int.MaxValue, "a whole number from 0");
        var pace = Options.Number(
            "--pace",
            "Milliseconds that a time of 1 lasts at least, in computations and on links; 0 for as fast as it goes.",
            0.0, 0, MostPaceMs, $"a number from 0 to {MostPaceMs}");
        var beside = new Option<string>("--beside")
        {
            Description = "Schedules to train under in turn with it, with commas between: what each step takes is compared.",
            DefaultValueFactory = _ => "",
        };
        beside.Validators.Add(result => ShapeOptions.CheckNames(result, beside.Name, Split(result.GetValueOrDefault<string>())));
        var svg = new Option<FileInfo?>("--svg") { Description = "Draw plan and run of the last step into this file." };
        var command = new Command(
            "train",
            "Lets a small network learn the lines of a play under a schedule, on real threads."
                .WithExample("virtualstage schedule train --play hamlet.xml --schedule stp --devices 2 --tensor 2"))
        {
            play, kind, tensor, steps, seed, pace, beside, svg, json,
        };
        shape.AddTo(command);
        command.SetAction((parsed, cancel) => TrainRun.Run(
            new TrainSettings(
                parsed.GetRequiredValue(play).FullName,
                [.. Split(parsed.GetValue(beside)).Prepend(parsed.GetRequiredValue(kind)).Distinct().Select(name => ScheduleNames.All[name])],
                shape.Of(parsed),
                parsed.GetValue(tensor),
                parsed.GetValue(steps),
                parsed.GetValue(seed),
                parsed.GetValue(pace) is > 0 and var ms ? TimeSpan.FromMilliseconds(ms) : null,
                parsed.GetValue(svg)?.FullName,
                parsed.GetValue(json)),
            cancel));
        return command;
    }

    private static string[] Split(string? names) =>
        (names ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>What is trained, and how.</summary>
/// <param name="Kinds">The schedules: the first one is the one that was asked for.</param>
internal sealed record TrainSettings(
    string Play, IReadOnlyList<ScheduleKind> Kinds, TrainingShape Shape, int Ranks, int Steps, int Seed, TimeSpan? Pace, string? Svg, bool Json);
