using System.Text.Json;
using BenchmarkDotNet.Attributes;
using VirtualStage.Scheduling;
using VirtualStage.Scheduling.Execution;
using VirtualStage.Scheduling.Inference;

namespace VirtualStage.Benchmarks;

/// <summary>
/// Matting the frames of 1, 2 and 4 performers on two cores: a thread for each, a plain pipeline, and the braided plan. The
/// steps are stand-ins that burn what a prototype's steps took. Throughput, latency and what the rule chooses are printed as
/// a line of JSON at the end: medians of all runs. Frames are always there.
/// </summary>
[MinWarmupCount(1), MaxWarmupCount(2), MaxIterationCount(16)]
public class FrameBenchmarks
{
    private const int Cores = 2;
    private const int Frames = 24;

    private static readonly FrameSteps _steps = FrameSteps.MattingStandIn;
    private static readonly int[] _performers = [1, 2, 4];

    private readonly Dictionary<(int Performers, string Plan), List<FrameTrial>> _trials = [];
    private BurningWork _work = null!;

    [GlobalSetup]
    public void Calibrate() => _work = new BurningWork();

    /// <summary>All plans in turn for each number of performers, so that all have the same machine.</summary>
    [Benchmark]
    public async Task MatteEverybody()
    {
        foreach (var performers in _performers)
        {
            var frames = Frames / performers;
            foreach (var plan in new[]
            {
                FramePlans.DevicePerSource(_steps, performers, frames),
                FramePlans.Stages(_steps, performers, frames, Cores),
                FramePlans.Braided(_steps, performers, frames, Cores),
            })
            {
                await Run(performers, plan);
            }
        }
    }

    [GlobalCleanup]
    public void PrintTrials()
    {
        var medians = _trials.ToDictionary(pair => pair.Key, pair => new FrameTrial(
            pair.Value.Select(trial => trial.FramesPerSecond).Order().ElementAt(pair.Value.Count / 2),
            pair.Value.Select(trial => trial.LatencyP95).Order().ElementAt(pair.Value.Count / 2)));
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            cores = Environment.ProcessorCount,
            frameMs = Math.Round(_steps.Total, 1),
            runs = _trials.Values.Max(trials => trials.Count),
            plans = medians.Select(pair => new
            {
                performers = pair.Key.Performers,
                plan = pair.Key.Plan,
                framesPerSecond = Math.Round(pair.Value.FramesPerSecond, 1),
                latencyP95Ms = Math.Round(pair.Value.LatencyP95.TotalMilliseconds, 1),
            }),
            chosen = _performers.ToDictionary(
                performers => $"{performers}", performers => FrameChoice.Of(medians[(performers, "threads")], medians[(performers, "braided")]).IsBraided ? "braided" : "threads"),
        }));
    }

    private async Task Run(int performers, Schedule plan)
    {
        var timelines = await Executor.Run(plan, _work, new ExecutionOptions());
        if (!_trials.TryGetValue((performers, plan.Name), out var trials))
        {
            _trials[(performers, plan.Name)] = trials = [];
        }

        trials.Add(FrameTrial.Of(plan.Graph, timelines[0]));
    }
}
