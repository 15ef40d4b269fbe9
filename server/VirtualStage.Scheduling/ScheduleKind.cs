namespace VirtualStage.Scheduling;

/// <summary>The schedules that there are generators for.</summary>
public enum ScheduleKind
{
    /// <summary>All forward passes, then all backward passes.</summary>
    GPipe,

    /// <summary>One forward, one backward: a device starts backward passes as soon as it can.</summary>
    OneForwardOneBackward,

    /// <summary>1F1B over several virtual stages a device, dealt out in a circle.</summary>
    Interleaved,

    /// <summary>Zero bubble, V-shaped: weight gradients are put off to fill the pipeline's bubbles.</summary>
    ZeroBubbleV,

    /// <summary>Synergistic tensor and pipeline parallelism: braided blocks on a V-shaped placement.</summary>
    Stp,
}

/// <summary>The names of schedules on command lines and in documents.</summary>
public static class ScheduleNames
{
    public static IReadOnlyDictionary<string, ScheduleKind> All { get; } = new Dictionary<string, ScheduleKind>
    {
        ["gpipe"] = ScheduleKind.GPipe,
        ["1f1b"] = ScheduleKind.OneForwardOneBackward,
        ["interleaved"] = ScheduleKind.Interleaved,
        ["zbv"] = ScheduleKind.ZeroBubbleV,
        ["stp"] = ScheduleKind.Stp,
    };

    public static string Of(ScheduleKind kind) => All.First(pair => pair.Value == kind).Key;
}
