using VirtualStage.Scheduling;
using VirtualStage.Scheduling.Drawing;
using VirtualStage.Scheduling.Simulation;
using VirtualStage.Scheduling.Steps;

namespace VirtualStage.Server.Commands;

/// <summary>A schedule that was simulated, for people and for programs.</summary>
internal sealed record ScheduleReport(
    ScheduleKind Kind, TrainingShape Shape, Schedule Schedule, Timeline Timeline, ScheduleFigures Figures, ClosedForms Forms)
{
    public static ScheduleReport Of(ScheduleKind kind, TrainingShape shape)
    {
        var schedule = ScheduleGenerator.Make(kind, shape);
        var timeline = Simulator.Run(schedule);
        return new ScheduleReport(kind, shape, schedule, timeline, ScheduleFigures.Of(schedule.Graph, timeline), ClosedForms.Of(kind, shape));
    }

    public Drawing Drawing() => new(
        Schedule, Timeline, $"{Schedule.Name}: {Shape.Devices} devices, {Shape.MicroBatches} micro-batches, {Figures.Makespan:0.###} long");

    public object Json() => new
    {
        schedule = Schedule.Name,
        devices = Shape.Devices,
        microBatches = Shape.MicroBatches,
        makespan = Figures.Makespan,
        idle = Figures.Idle,
        pipelineBubble = Figures.PipelineBubble,
        tensorBubble = Figures.TensorBubble,
        peakActivations = Figures.PeakActivations,
        peakDeferred = Figures.PeakDeferred,
        closedForm = Forms,
        perDevice = Figures.Devices,
    };

    public string Text() => string.Join(Environment.NewLine,
    [
        $"{Schedule.Name}, {Shape.Devices} devices, {Shape.MicroBatches} micro-batches",
        $"makespan          {Figures.Makespan,12:0.###}",
        $"idle at most      {Figures.Idle,12:0.###}",
        $"pipeline bubble   {Figures.PipelineBubble,12:0.###}   published {Forms.PipelineBubble:0.###}",
        $"tensor bubble     {Figures.TensorBubble,12:0.###}   published {Forms.TensorBubble:0.###}",
        $"peak activations  {Figures.PeakActivations,12:0.###}   published {Forms.PeakActivations:0.###}",
        $"peak deferred     {Figures.PeakDeferred,12:0.###}",
        "",
        "device         busy  tensor bubble  pipeline bubble      outside  activations  deferred",
        .. Figures.Devices.Select(device =>
            $"{device.Device,6} {device.Busy,12:0.###} {device.TensorBubble,14:0.###} {device.PipelineBubble,16:0.###} "
            + $"{device.Outside,12:0.###} {device.PeakActivations,12:0.###} {device.PeakDeferred,9:0.###}"),
    ]);

    public static string Table(IEnumerable<ScheduleReport> reports) => string.Join(Environment.NewLine,
    [
        "               makespan         idle   pipeline bubble (published)   tensor bubble (published)   peak (published)",
        .. reports.Select(report =>
            $"{report.Schedule.Name,-12} {report.Figures.Makespan,10:0.###} {report.Figures.Idle,12:0.###} "
            + $"{report.Figures.PipelineBubble,17:0.###} {$"({report.Forms.PipelineBubble:0.###})",-11} "
            + $"{report.Figures.TensorBubble,15:0.###} {$"({report.Forms.TensorBubble:0.###})",-11} "
            + $"{report.Figures.PeakActivations,6:0.###} {$"({report.Forms.PeakActivations:0.###})"}"),
    ]);
}
