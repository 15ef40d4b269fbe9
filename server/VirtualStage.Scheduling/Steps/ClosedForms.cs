namespace VirtualStage.Scheduling.Steps;

/// <summary>
/// What is published of a schedule for chunks of equal times: bubbles in units of time, the peak in chunks. For interleaved
/// 1F1B, ZB-V and STP with two chunks a device it is the table of "Synergistic Tensor and Pipeline Parallelism"
/// (arXiv 2510.27257); for GPipe and 1F1B the well-known forms, with a device's chunks as one stage.
/// </summary>
public sealed record ClosedForms(double PipelineBubble, double TensorBubble, double PeakActivations)
{
    public static ClosedForms Of(ScheduleKind kind, TrainingShape shape)
    {
        var (p, m, v) = (shape.Devices, shape.MicroBatches, shape.ChunksPerDevice);
        var (forward, backward, weight, allReduce) = shape.TimesOf(0);
        return kind switch
        {
            ScheduleKind.GPipe => new((p - 1) * v * (forward + allReduce + backward + weight), v * m * allReduce, v * m),
            ScheduleKind.OneForwardOneBackward => new(
                (p - 1) * v * (forward + allReduce + backward + weight), v * m * allReduce, v * Math.Min(p, m)),
            ScheduleKind.Interleaved => new((p - 1) * (forward + allReduce + backward + weight), v * m * allReduce, ((v + 1) * p) - 2),
            ScheduleKind.ZeroBubbleV => new((p - 1) * (forward + (2 * allReduce) + backward - (2 * weight)), 4 * m * allReduce, 2 * p),
            _ => new((p - 1) * (forward + allReduce + backward - weight), ((2 * p) + 1) * allReduce, 3 * p),
        };
    }
}
