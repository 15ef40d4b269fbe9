using System.Text.Json;
using VirtualStage.Plays;
using VirtualStage.Scheduling.Drawing;
using VirtualStage.Scheduling.Execution;
using VirtualStage.Scheduling.Simulation;
using VirtualStage.Scheduling.Training;
using VirtualStage.Scheduling.Training.Network;
using VirtualStage.Scheduling.Training.Texts;

namespace VirtualStage.Server.Commands;

/// <summary>Trains. The one class that uses the training room, which is so loaded by its command alone.</summary>
internal static class TrainRun
{
    private const int Width = 64;
    private const int Heads = 8;
    private const int Lines = 20;

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static async Task<int> Run(TrainSettings settings, CancellationToken cancel)
    {
        var play = PlayReader.Read(settings.Play);
        var corpus = new Corpus(play);
        var shape = settings.Shape;
        shape.Check();
        var size = new NetworkSize(shape.Stages * shape.LayersPerChunk, corpus.Characters.Count, Width, Heads);
        var weights = NetworkWeights.Random(size, settings.Seed);
        var options = new ExecutionOptions(settings.Ranks) { ComputePace = settings.Pace, LinkPace = settings.Pace };
        Racer[] racers = [.. settings.Kinds.Select(kind => new Racer(new Trainer(kind, shape, size, weights, options)))];
        var random = new Random(settings.Seed);
        if (settings.Svg is { } picture)
        {
            // A file that cannot be written is said before the training, not after it.
            await File.AppendAllTextAsync(picture, "", cancel);
        }

        // With --json only the end is on standard output.
        var progress = settings.Json ? System.Console.Error : System.Console.Out;
        progress.WriteLine(
            $"{play.Title}: {corpus.Length:N0} characters. A network of {size.Layers} layers and {weights.All.Sum(matrix => matrix.Data.Length):N0} weights, "
            + $"on {shape.Devices} devices of {settings.Ranks} ranks, {shape.MicroBatches} micro-batches of {size.Rows} characters a step.");
        for (var step = 1; step <= settings.Steps; step++)
        {
            MicroBatch[] batches = [.. Enumerable.Range(0, shape.MicroBatches).Select(_ => corpus.Draw(size, random))];
            foreach (var racer in racers)
            {
                racer.Add(await racer.Trainer.Step(batches, cancel));
            }

            if (step % Math.Max(1, settings.Steps / Lines) == 0 || step == settings.Steps)
            {
                progress.WriteLine($"step {step,6} of {settings.Steps}   loss {racers[0].Last.Loss:0.000}   {Speed(racers[0].Last.Elapsed.TotalSeconds):N0} tokens/s");
            }
        }

        Draw(settings, racers[0]);
        var results = racers.Select(racer => new
        {
            schedule = racer.Trainer.Schedule.Name,
            firstLoss = racer.FirstLoss,
            loss = racer.Last.Loss,
            tokensPerSecond = Math.Round(Speed(racer.Median)),
            secondsPerStep = Math.Round(racer.Median, 4),
            timesAsLong = Math.Round(racer.Median / racers[0].Median, 4),
            timesAsLongInPlan = Math.Round(racer.Planned / racers[0].Planned, 4),
        }).ToArray();
        System.Console.WriteLine(settings.Json
            ? JsonSerializer.Serialize(results, _json)
            : string.Join(Environment.NewLine, results.Select(result =>
                $"{result.schedule,-12} loss {result.firstLoss:0.000} → {result.loss:0.000}   {result.tokensPerSecond,8:N0} tokens/s   "
                + $"{result.timesAsLong:0.000} times as long as {results[0].schedule} ({result.timesAsLongInPlan:0.000} in the plan)")));
        return ExitCode.Done;

        double Speed(double seconds) => shape.MicroBatches * size.Rows / seconds;
    }

    /// <summary>The plan, stretched to the run's unit of time, above the run.</summary>
    private static void Draw(TrainSettings settings, Racer racer)
    {
        if (settings.Svg is null)
        {
            return;
        }

        var (schedule, plan) = (racer.Trainer.Schedule, Simulator.Run(racer.Trainer.Schedule));
        var seconds = settings.Pace?.TotalSeconds ?? (racer.Last.Timeline.Makespan / plan.Makespan);
        File.WriteAllText(settings.Svg, TimelineSvg.Stack(
        [
            new(schedule, plan.Times(seconds), $"{schedule.Name}, as planned, in seconds"),
            new(schedule, racer.Last.Timeline, $"{schedule.Name}, as run by {(settings.Ranks == 1 ? "one rank" : $"{settings.Ranks} ranks")} a device, in seconds"),
        ]));
    }

    /// <summary>A schedule with the steps that it took.</summary>
    private sealed class Racer(Trainer trainer)
    {
        private readonly List<double> _seconds = [];

        public Trainer Trainer { get; } = trainer;

        public TrainedStep Last { get; private set; } = null!;

        public double FirstLoss { get; private set; }

        public double Planned { get; } = Simulator.Run(trainer.Schedule).Makespan;

        /// <summary>The step in the middle; the first one compiles, and does not count where there are others.</summary>
        public double Median => _seconds.Skip(_seconds.Count > 1 ? 1 : 0).Order().ElementAt((_seconds.Count - 1) / 2);

        public void Add(TrainedStep step)
        {
            FirstLoss = _seconds.Count == 0 ? step.Loss : FirstLoss;
            _seconds.Add(step.Elapsed.TotalSeconds);
            Last = step;
        }
    }
}
