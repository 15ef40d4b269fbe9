using VirtualStage.Scheduling.Simulation;
using VirtualStage.Scheduling.Steps;

namespace VirtualStage.Scheduling.Tests.Generators;

/// <summary>The simulation beside what is published: where they are equal, and by how much they differ where they are not.</summary>
public sealed class ClosedFormTests
{
    private const double Exactly = 1e-6;

    private static readonly int[] _devices = [1, 2, 3, 4, 6, 8];

    public static TheoryData<double, double, double, double> AnyTimes { get; } = new()
    {
        { 1, 1, 1, 0.25 }, { 1, 1, 1, 0 }, { 1, 1.3, 0.8, 0.25 }, { 2, 1, 1.5, 0.4 }, { 1, 2, 1, 0.5 },
    };

    public static TheoryData<double, double, double, double> TimesWithEqualForwardAndBackward { get; } = new()
    {
        { 1, 1, 1, 0.25 }, { 1, 1, 1, 0 }, { 1, 1, 0.8, 0.1 }, { 2, 2, 1.5, 0.2 }, { 1, 1, 1, 0.5 },
    };

    [Theory]
    [MemberData(nameof(AnyTimes))]
    public void GPipe_and_1f1b_are_as_published(double forward, double backward, double weight, double allReduce)
    {
        foreach (var kind in new[] { ScheduleKind.GPipe, ScheduleKind.OneForwardOneBackward })
        {
            foreach (var (_, figures, forms) in Runs(kind, new(forward, backward, weight, allReduce), p => [1, p, (2 * p) + 1]))
            {
                Assert.Equal(forms.PipelineBubble, figures.PipelineBubble, Exactly);
                Assert.Equal(forms.TensorBubble, figures.TensorBubble, Exactly);
                Assert.Equal(forms.PeakActivations, figures.PeakActivations);
            }
        }
    }

    /// <summary>The form counts the warm-up's passes; the first forward of the steady state comes before its backward, which makes one more.</summary>
    [Theory]
    [MemberData(nameof(AnyTimes))]
    public void Interleaved_1f1b_is_as_published_for_whole_groups_of_micro_batches_but_holds_one_chunk_more(
        double forward, double backward, double weight, double allReduce)
    {
        foreach (var (_, figures, forms) in Runs(ScheduleKind.Interleaved, new(forward, backward, weight, allReduce), p => [2 * p, 4 * p]))
        {
            Assert.Equal(forms.PipelineBubble, figures.PipelineBubble, Exactly);
            Assert.Equal(forms.TensorBubble, figures.TensorBubble, Exactly);
            Assert.Equal(forms.PeakActivations + 1, figures.PeakActivations);
        }
    }

    [Theory]
    [MemberData(nameof(AnyTimes))]
    public void A_group_that_lacks_a_micro_batch_costs_interleaved_1f1b_one_backward_pass_more(
        double forward, double backward, double weight, double allReduce)
    {
        var times = new ChunkTimes(forward, backward, weight, allReduce);
        foreach (var (_, figures, forms) in Runs(ScheduleKind.Interleaved, times, p => p == 1 ? [] : [(3 * p) - 1]))
        {
            Assert.Equal(forms.PipelineBubble + backward + weight, figures.PipelineBubble, Exactly);
            Assert.Equal(forms.TensorBubble, figures.TensorBubble, Exactly);
        }
    }

    [Theory]
    [MemberData(nameof(TimesWithEqualForwardAndBackward))]
    public void Zb_v_is_as_published_where_forward_and_backward_take_the_same_time(
        double forward, double backward, double weight, double allReduce)
    {
        foreach (var (_, figures, forms) in Runs(ScheduleKind.ZeroBubbleV, new(forward, backward, weight, allReduce), p => [2 * p, (3 * p) + 1]))
        {
            Assert.Equal(forms.PipelineBubble, figures.PipelineBubble, Exactly);
            Assert.Equal(forms.TensorBubble, figures.TensorBubble, Exactly);
            Assert.Equal(forms.PeakActivations, figures.PeakActivations);
        }
    }

    /// <summary>A gradient that takes longer than a forward pass meets a device that has used up its 2p chunks, at every hop.</summary>
    [Theory]
    [InlineData(1, 1.3, 0.8, 0.25)]
    [InlineData(1, 2, 1, 0)]
    [InlineData(1, 1.2, 1, 0.2)]
    public void Zb_v_has_a_bubble_larger_by_the_difference_of_backward_and_forward_at_every_hop(
        double forward, double backward, double weight, double allReduce)
    {
        foreach (var (shape, figures, forms) in Runs(ScheduleKind.ZeroBubbleV, new(forward, backward, weight, allReduce), p => [2 * p, 4 * p]))
        {
            Assert.Equal(forms.PipelineBubble + ((shape.Devices - 1) * (backward - forward)), figures.PipelineBubble, Exactly);
            Assert.Equal(forms.TensorBubble, figures.TensorBubble, Exactly);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    [InlineData(0.25)]
    public void Stp_idles_less_than_the_published_bubbles_by_one_or_two_all_reduces_when_all_passes_take_the_same_time(double allReduce)
    {
        foreach (var (shape, figures, forms) in Runs(ScheduleKind.Stp, new(1, 1, 1, allReduce), p => [(2 * p) - 1, 2 * p, (3 * p) - 2, 4 * p]))
        {
            var less = shape.Devices % 2 == 0 ? 2 : 1;
            Assert.Equal(forms.PipelineBubble + forms.TensorBubble - (less * allReduce), figures.Idle, Exactly);
        }
    }

    /// <summary>On the last device, whose first unit cannot start earlier, the published pipeline bubble is all the waiting for others.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    [InlineData(0.25)]
    public void The_last_device_of_stp_waits_for_others_exactly_as_long_as_published(double allReduce)
    {
        foreach (var (_, figures, forms) in Runs(ScheduleKind.Stp, new(1, 1, 1, allReduce), p => [(2 * p) - 1, 2 * p, (3 * p) - 2, 4 * p]))
        {
            Assert.Equal(forms.PipelineBubble, figures.Devices[^1].PipelineBubble + figures.Devices[^1].Outside, Exactly);
        }
    }

    [Fact]
    public void Stp_holds_exactly_the_published_peak_whatever_the_times()
    {
        foreach (var times in new ChunkTimes[] { new(1, 1, 1, 0.25), new(1, 1.3, 0.8, 0.25), new(1, 2, 1, 0.2), new(2, 1, 1, 0.1) })
        {
            foreach (var (_, figures, forms) in Runs(ScheduleKind.Stp, times, p => [3 * p, 5 * p]))
            {
                Assert.Equal(forms.PeakActivations, figures.PeakActivations);
            }
        }
    }

    /// <summary>
    /// The published bubbles are of the whole step; within a device's own span the pipeline bubble is smaller. The tensor
    /// bubble is within the published one up to four devices; above, device 0 waits a little longer in the cool-down, where
    /// gradients follow their own forward passes at once and no weight gradient is left to hide the all-reduce between.
    /// </summary>
    [Theory]
    [InlineData(2, 0.625, 1.0)]
    [InlineData(4, 2.625, 2.125)]
    [InlineData(8, 6.375, 4.5)]
    [InlineData(16, 13.125, 9.5)]
    public void The_bubbles_of_stp_at_a_quarter_of_communication(int devices, double pipeline, double tensor)
    {
        var (figures, forms) = Run(ScheduleKind.Stp, new TrainingShape(devices, 4 * devices, new ChunkTimes(1, 1, 1, 0.25)));

        Assert.Equal(pipeline, figures.PipelineBubble, Exactly);
        Assert.Equal(tensor, figures.TensorBubble, Exactly);
        Assert.True(figures.PipelineBubble < forms.PipelineBubble);
        Assert.True(figures.PipelineBubble + figures.TensorBubble < forms.PipelineBubble + forms.TensorBubble);
    }

    [Fact]
    public void More_layers_in_a_chunk_change_nothing_of_the_forms()
    {
        foreach (var kind in new[] { ScheduleKind.Interleaved, ScheduleKind.ZeroBubbleV })
        {
            var (figures, forms) = Run(kind, new TrainingShape(4, 16, new ChunkTimes(1, 1, 1, 0.25), layersPerChunk: 3));
            Assert.Equal(forms.PipelineBubble, figures.PipelineBubble, Exactly);
            Assert.Equal(forms.TensorBubble, figures.TensorBubble, Exactly);
        }
    }

    private static IEnumerable<(TrainingShape Shape, ScheduleFigures Figures, ClosedForms Forms)> Runs(
        ScheduleKind kind, ChunkTimes times, Func<int, int[]> microBatches) =>
        from devices in _devices
        from count in microBatches(devices).Distinct()
        let shape = new TrainingShape(devices, count, times)
        let run = Run(kind, shape)
        select (shape, run.Figures, run.Forms);

    private static (ScheduleFigures Figures, ClosedForms Forms) Run(ScheduleKind kind, TrainingShape shape)
    {
        var schedule = ScheduleGenerator.Make(kind, shape);
        return (ScheduleFigures.Of(schedule.Graph, Simulator.Run(schedule)), ClosedForms.Of(kind, shape));
    }
}
