using System.Globalization;

namespace VirtualStage.Scheduling.Inference;

/// <summary>Which plan the rule takes.</summary>
/// <param name="Reason">Why, for people.</param>
public sealed record FrameChoice(bool IsBraided, string Reason)
{
    /// <summary>By how much braiding must be faster before it is worth its complication, and may be later.</summary>
    public const double Margin = 0.1;

    /// <summary>
    /// The rule: each source has a thread of its own, unless braiding does at least a tenth more frames a second on this
    /// machine, and keeps them no more than a tenth longer.
    /// </summary>
    public static FrameChoice Of(FrameTrial threads, FrameTrial braided)
    {
        var (gain, delay) = (braided.FramesPerSecond / threads.FramesPerSecond, braided.LatencyP95 / threads.LatencyP95);
        var found = string.Create(
            CultureInfo.InvariantCulture,
            $"braiding does {braided.FramesPerSecond:0.0} frames a second where threads do {threads.FramesPerSecond:0.0}, "
            + $"and keeps a frame {braided.LatencyP95.TotalMilliseconds:0.0} ms where they keep it {threads.LatencyP95.TotalMilliseconds:0.0} ms");
        return gain < 1 + Margin ? new(false, $"{found}: not a tenth faster")
            : delay > 1 + Margin ? new(false, $"{found}: faster, but more than a tenth later")
            : new(true, $"{found}: at least a tenth faster, and not more than a tenth later");
    }
}
