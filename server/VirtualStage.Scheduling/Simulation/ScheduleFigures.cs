using VirtualStage.Scheduling.Units;

namespace VirtualStage.Scheduling.Simulation;

/// <summary>
/// What became of a device's time, from the start until everything has ended:
/// busy + tensor bubble + pipeline bubble + outside = makespan.
/// </summary>
/// <param name="Busy">Computing.</param>
/// <param name="TensorBubble">Computing nothing while the device's own link works, between its first unit and its last.</param>
/// <param name="PipelineBubble">Waiting for other devices, between its first unit and its last.</param>
/// <param name="Outside">Before its first unit and after its last: where the step before and the step after go on.</param>
/// <param name="PeakActivations">The most chunks whose activations it held at once.</param>
/// <param name="PeakDeferred">The most chunks whose weight gradients were still to come at once.</param>
public sealed record DeviceFigures(
    int Device, double Busy, double TensorBubble, double PipelineBubble, double Outside, double PeakActivations, double PeakDeferred);

/// <summary>What a timeline amounts to. Bubbles and peaks are the highest of the devices.</summary>
public sealed record ScheduleFigures(double Makespan, IReadOnlyList<DeviceFigures> Devices)
{
    public double PipelineBubble => Devices.Max(device => device.PipelineBubble);

    public double TensorBubble => Devices.Max(device => device.TensorBubble);

    public double PeakActivations => Devices.Max(device => device.PeakActivations);

    public double PeakDeferred => Devices.Max(device => device.PeakDeferred);

    /// <summary>The most that any device did not compute, the waiting before its first unit and after its last included.</summary>
    public double Idle => Devices.Max(device => Makespan - device.Busy);

    public static ScheduleFigures Of(UnitGraph graph, Timeline timeline) => new(
        timeline.Makespan, [.. Enumerable.Range(0, graph.Devices).Select(device => Of(graph, timeline, device))]);

    private static DeviceFigures Of(UnitGraph graph, Timeline timeline, int device)
    {
        var units = graph.Units.Where(unit => unit.Device == device).OrderBy(unit => timeline.Spans[unit.Id].Start).ToArray();
        var computed = units.Where(unit => !unit.IsCommunication).ToArray();
        if (computed.Length == 0)
        {
            return new DeviceFigures(device, 0, 0, 0, timeline.Makespan, 0, 0);
        }

        var carried = units.Where(unit => unit.IsCommunication).Select(unit => timeline.Spans[unit.Id]).ToArray();
        var (busy, tensor, pipeline) = (0.0, 0.0, 0.0);
        var first = timeline.Spans[computed[0].Id].Start;
        var (now, link) = (first, 0);
        foreach (var unit in computed)
        {
            var span = timeline.Spans[unit.Id];
            var overlapped = 0.0;
            for (; link < carried.Length && carried[link].Start < span.Start; link++)
            {
                overlapped += Math.Max(0, Math.Min(carried[link].End, span.Start) - Math.Max(carried[link].Start, now));
                if (carried[link].End > span.Start)
                {
                    break;
                }
            }

            tensor += overlapped;
            pipeline += Math.Max(0, span.Start - now) - overlapped;
            busy += span.End - span.Start;
            now = Math.Max(now, span.End);
        }

        return new DeviceFigures(
            device,
            Tidy(busy),
            Tidy(tensor),
            Tidy(pipeline),
            Tidy(first + timeline.Makespan - now),
            Peak(computed, timeline, unit => unit.Activations),
            Peak(computed, timeline, unit => unit.Deferred));
    }

    /// <summary>Sums of many small numbers, to the resolution of the simulator.</summary>
    private static double Tidy(double sum) => Math.Round(sum, 9) + 0.0;

    private static double Peak(IEnumerable<Unit> units, Timeline timeline, Func<Unit, MemoryUse> memory)
    {
        // What ends at a moment frees before what starts at it takes.
        var changes = units
            .SelectMany(unit => new[]
            {
                (Time: timeline.Spans[unit.Id].Start, Change: memory(unit).Takes),
                (Time: timeline.Spans[unit.Id].End, Change: -memory(unit).Frees),
            })
            .Where(change => change.Change != 0)
            .OrderBy(change => change.Time).ThenBy(change => change.Change);
        var (held, peak) = (0.0, 0.0);
        foreach (var (_, change) in changes)
        {
            held += change;
            peak = Math.Max(peak, held);
        }

        return Tidy(peak);
    }
}
