using VirtualStage.Scheduling.Execution;
using VirtualStage.Scheduling.Simulation;
using VirtualStage.Scheduling.Steps;
using VirtualStage.Scheduling.Training.Network;
using VirtualStage.Scheduling.Training.Pipeline;

namespace VirtualStage.Scheduling.Training;

/// <summary>What one step of training came to.</summary>
/// <param name="Loss">The mean loss of its characters, in nats.</param>
/// <param name="Elapsed">The pipeline's time, from its first unit to its last.</param>
public sealed record TrainedStep(double Loss, TimeSpan Elapsed, Timeline Timeline);

/// <summary>Trains a network under a schedule: all of it by the executor, but for the weights' update between steps.</summary>
public sealed class Trainer
{
    private readonly PipelineNetwork _network;
    private readonly Adam _adam;
    private readonly ExecutionOptions _options;

    /// <exception cref="ScheduleException">The sizes do not fit, or there is no such schedule.</exception>
    public Trainer(ScheduleKind kind, TrainingShape shape, NetworkSize size, NetworkWeights weights, ExecutionOptions options)
    {
        Schedule = ScheduleGenerator.Make(kind, shape);
        _network = new PipelineNetwork(size, weights, shape, options.Ranks);
        _adam = new Adam(_network.All);
        _options = options;
    }

    public Schedule Schedule { get; }

    public async Task<TrainedStep> Step(IReadOnlyList<MicroBatch> batches, CancellationToken cancel)
    {
        _network.Begin(batches);
        var timelines = await Executor.Run(Schedule, _network, _options, cancel);
        var loss = _network.End();
        _adam.Step();
        return new TrainedStep(loss, TimeSpan.FromSeconds(timelines[0].Makespan), timelines[0]);
    }
}
