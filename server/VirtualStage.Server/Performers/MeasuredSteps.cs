using VirtualStage.Contracts.Performers;
using VirtualStage.Scheduling.Inference;

namespace VirtualStage.Server.Performers;

/// <summary>What the matting measured of itself, as the plans reckon with it.</summary>
internal static class MeasuredSteps
{
    public const string Total = "total";

    private static readonly string[] _before = ["decode", "mask", "alignment"];
    private static readonly string[] _tiles = ["first square", "second square"];
    private static readonly string[] _after = ["blend", "colour", "encode"];

    /// <summary>The steps' names in a report, in their order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. _before, .. _tiles, .. _after, Total];

    /// <summary>The steps of a report by their medians; null for a report without them.</summary>
    public static FrameSteps? Of(IReadOnlyCollection<MattingStepTimes> report)
    {
        var medians = report.ToDictionary(step => step.Name, step => (double)step.MedianMs);
        if (!Names.All(medians.ContainsKey))
        {
            return null;
        }

        FrameStep[] Steps(string[] names) => [.. names.Select(name => new FrameStep(name, medians[name])).Where(step => step.Cost > 0)];
        var tiles = Steps(_tiles);
        return tiles.Length == 0 ? null : new FrameSteps(Steps(_before), tiles, FrameSteps.MattingStandIn.Merge, Steps(_after));
    }
}
