using System.Text.Json;
using BenchmarkDotNet.Attributes;
using VirtualStage.Plays;
using VirtualStage.Scheduling;
using VirtualStage.Scheduling.Execution;
using VirtualStage.Scheduling.Simulation;
using VirtualStage.Scheduling.Steps;
using VirtualStage.Scheduling.Training;
using VirtualStage.Scheduling.Training.Network;
using VirtualStage.Scheduling.Training.Texts;

namespace VirtualStage.Benchmarks;

/// <summary>
/// A small network learns the bundled play under STP, interleaved 1F1B and ZB-V, a step under each in turn, on more ranks
/// than there are cores: so units are paced. A pass through a chunk computes for 20 ms, its all-reduces take 5 ms on the
/// link; the real work in it is far shorter. How long a step takes, beside STP's and beside the plan, is printed as a line
/// of JSON at the end: medians of all runs.
/// </summary>
[MinWarmupCount(1), MaxWarmupCount(2), MaxIterationCount(16)]
public class TrainingBenchmarks
{
    private const int Ranks = 2;
    private const int PaceMs = 20;

    private static readonly TrainingShape _shape = new(4, 16, new ChunkTimes(1, 1, 1, 0.25));
    private static readonly ScheduleKind[] _kinds = [ScheduleKind.Stp, ScheduleKind.Interleaved, ScheduleKind.ZeroBubbleV];

    private readonly Random _random = new(1);
    private Corpus _corpus = null!;
    private NetworkSize _size = null!;
    private (Trainer Trainer, List<TrainedStep> Steps)[] _racers = [];

    /// <summary>A step without a pace compiles what is run, so that nobody's first step pays for it.</summary>
    [GlobalSetup]
    public async Task Begin()
    {
        _corpus = new Corpus(PlayReader.Read(Repository.PathOf("scripts", "hamlet", "hamlet.fountain")));
        _size = new NetworkSize(_shape.Stages, _corpus.Characters.Count, Width: 16, Context: 16, Sequences: 2);
        var (weights, pace) = (NetworkWeights.Random(_size, seed: 1), TimeSpan.FromMilliseconds(PaceMs));
        var options = new ExecutionOptions(Ranks) { ComputePace = pace, LinkPace = pace };
        await new Trainer(ScheduleKind.Stp, _shape, _size, weights, new ExecutionOptions(Ranks)).Step(Draw(), CancellationToken.None);
        _racers = [.. _kinds.Select(kind => (new Trainer(kind, _shape, _size, weights, options), new List<TrainedStep>()))];
    }

    [Benchmark]
    public async Task TrainAStepUnderEach()
    {
        var batches = Draw();
        foreach (var (trainer, steps) in _racers)
        {
            steps.Add(await trainer.Step(batches, CancellationToken.None));
        }
    }

    [GlobalCleanup]
    public void PrintRatios()
    {
        var seconds = _racers.Select(racer => racer.Steps.Select(step => step.Elapsed.TotalSeconds).Order().ElementAt(racer.Steps.Count / 2)).ToArray();
        var planned = _racers.Select(racer => Simulator.Run(racer.Trainer.Schedule).Makespan).ToArray();
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            cores = Environment.ProcessorCount,
            devices = _shape.Devices,
            ranks = Ranks,
            microBatches = _shape.MicroBatches,
            passMs = PaceMs * _shape.TimesOf(0).Forward,
            allReduceMs = PaceMs * _shape.TimesOf(0).AllReduce,
            runs = _racers[0].Steps.Count,
            schedules = _racers.Select((racer, i) => new
            {
                schedule = racer.Trainer.Schedule.Name,
                loss = Math.Round(racer.Steps[^1].Loss, 3),
                secondsPerStep = Math.Round(seconds[i], 3),
                secondsInPlan = Math.Round(planned[i] * PaceMs / 1000, 3),
                timesAsLongAsStp = Math.Round(seconds[i] / seconds[0], 3),
                timesAsLongInPlan = Math.Round(planned[i] / planned[0], 3),
            }),
        }));
    }

    private MicroBatch[] Draw() => [.. Enumerable.Range(0, _shape.MicroBatches).Select(_ => _corpus.Draw(_size, _random))];
}
