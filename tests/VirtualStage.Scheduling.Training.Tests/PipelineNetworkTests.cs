using System.Numerics.Tensors;
using VirtualStage.Scheduling.Execution;
using VirtualStage.Scheduling.Steps;
using VirtualStage.Scheduling.Training.Network;
using VirtualStage.Scheduling.Training.Pipeline;

namespace VirtualStage.Scheduling.Training.Tests;

/// <summary>Split over stages and ranks, under every schedule, the network learns what it would unsplit.</summary>
public sealed class PipelineNetworkTests
{
    private static readonly ChunkTimes _times = new(1, 1, 1, 0.25);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<ScheduleKind, int, int, int> Splits { get; } = new(
        from kind in Enum.GetValues<ScheduleKind>()
        from split in new[] { (1, 1, 3), (1, 4, 2), (2, 1, 5), (2, 2, 4), (3, 2, 7), (4, 1, 9) }
        select new TheoryDataRow<ScheduleKind, int, int, int>(kind, split.Item1, split.Item2, split.Item3));

    [Theory]
    [MemberData(nameof(Splits))]
    public async Task Loss_and_gradients_are_those_of_the_unsplit_network(ScheduleKind kind, int devices, int ranks, int microBatches)
    {
        var shape = new TrainingShape(devices, microBatches, _times);
        var size = Texts.Size(shape.Stages);
        var (weights, batches) = (NetworkWeights.Random(size, seed: 3), Texts.Draw(size, microBatches));
        var network = new PipelineNetwork(size, weights, shape, ranks);

        network.Begin(batches);
        await Executor.Run(ScheduleGenerator.Make(kind, shape), network, new ExecutionOptions(ranks), Cancel);
        var loss = network.End();

        AssertEqual(Reference.Step(size, weights, batches), (loss, network.Gradients()));
    }

    [Fact]
    public async Task A_chunk_may_have_several_layers_and_a_second_step_is_right_too()
    {
        var shape = new TrainingShape(2, 4, _times, layersPerChunk: 2);
        var size = Texts.Size(layers: 8);
        var weights = NetworkWeights.Random(size, seed: 3);
        var network = new PipelineNetwork(size, weights, shape, ranks: 2);
        foreach (var seed in new[] { 1, 2 })
        {
            var batches = Texts.Draw(size, 4, seed);
            network.Begin(batches);
            await Executor.Run(ScheduleGenerator.Make(ScheduleKind.Stp, shape), network, new ExecutionOptions(2), Cancel);

            AssertEqual(Reference.Step(size, weights, batches), (network.End(), network.Gradients()));
        }
    }

    [Fact]
    public async Task Trained_under_every_schedule_the_losses_are_the_same_and_fall()
    {
        var shape = new TrainingShape(2, 6, _times);
        var size = Texts.Size(shape.Stages);
        var losses = new Dictionary<ScheduleKind, List<double>>();
        foreach (var kind in Enum.GetValues<ScheduleKind>())
        {
            var trainer = new Trainer(kind, shape, size, NetworkWeights.Random(size, seed: 3), new ExecutionOptions(2));
            losses[kind] = [];
            for (var step = 0; step < 25; step++)
            {
                losses[kind].Add((await trainer.Step(Texts.Draw(size, 6, step), Cancel)).Loss);
            }
        }

        Assert.All(losses.Values, curve => Assert.All(curve.Zip(losses[ScheduleKind.GPipe]), pair => Assert.Equal(1, pair.First / pair.Second, 1e-3)));
        Assert.True(losses[ScheduleKind.Stp].TakeLast(5).Average() < 0.75 * losses[ScheduleKind.Stp][0]);
    }

    [Theory]
    [InlineData(4, 3, "do not part into 3")]
    [InlineData(6, 2, "not 4 chunks of 1")]
    public void What_does_not_part_is_refused_with_the_reason(int layers, int ranks, string reason)
    {
        var (size, shape) = (Texts.Size(layers), new TrainingShape(2, 4, _times));

        var refusal = Assert.Throws<ScheduleException>(() => new PipelineNetwork(size, NetworkWeights.Random(size, 1), shape, ranks));

        Assert.Contains(reason, refusal.Message);
    }

    private static void AssertEqual((double Loss, NetworkWeights Gradients) expected, (double Loss, NetworkWeights Gradients) actual)
    {
        Assert.Equal(1, actual.Loss / expected.Loss, 1e-4);
        Assert.Equal(expected.Gradients.All.Count(), actual.Gradients.All.Count());
        Assert.All(expected.Gradients.All.Zip(actual.Gradients.All), pair =>
        {
            Assert.Equal((pair.First.Rows, pair.First.Columns), (pair.Second.Rows, pair.Second.Columns));
            var distance = TensorPrimitives.Distance<float>(pair.First.Data, pair.Second.Data);
            Assert.True(distance <= 1e-4 * TensorPrimitives.Norm<float>(pair.First.Data), $"{distance} of {TensorPrimitives.Norm<float>(pair.First.Data)}");
        });
    }
}
