namespace VirtualStage.Scheduling.Simulation;

/// <summary>When a unit started and ended.</summary>
public readonly record struct Span(double Start, double End);

/// <summary>When everything happened: of a plan by the simulator, of a run by the executor.</summary>
/// <param name="Spans">By unit id.</param>
public sealed record Timeline(IReadOnlyList<Span> Spans)
{
    /// <summary>From the start until everything has ended.</summary>
    public double Makespan { get; } = Spans.Count == 0 ? 0 : Spans.Max(span => span.End);

    /// <summary>The same in another unit of time.</summary>
    public Timeline Times(double factor) => new([.. Spans.Select(span => new Span(span.Start * factor, span.End * factor))]);
}
