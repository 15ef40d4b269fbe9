namespace VirtualStage.Scheduling.Units;

/// <summary>
/// One piece of work that is done without a pause: a computation on a device, or a communication on a device's link.
/// Every device has one link, and both work at the same time.
/// </summary>
/// <param name="Id">The unit's place in its graph.</param>
/// <param name="Stage">The virtual stage that it belongs to.</param>
/// <param name="MicroBatch">The micro-batch, or the frame.</param>
/// <param name="Part">Its place in the pass: 0 is the first layer's attention, 1 the first layer's MLP, and so on.</param>
/// <param name="Device">The device that computes it, or whose link carries it.</param>
/// <param name="Cost">How long it takes, in any unit of time that the whole graph shares.</param>
/// <param name="Needs">The ids of the units that must have ended before it starts.</param>
/// <param name="IsCommunication">Whether it occupies the device's link instead of the device.</param>
public sealed record Unit(
    int Id, UnitKind Kind, int Stage, int MicroBatch, int Part, int Device, double Cost, IReadOnlyList<int> Needs, bool IsCommunication = false)
{
    /// <summary>Activations: a chunk's are taken by its forward pass and freed by its activation gradient.</summary>
    public MemoryUse Activations { get; init; }

    /// <summary>What is kept for weight gradients that are still to come, in chunks.</summary>
    public MemoryUse Deferred { get; init; }

    /// <summary>Such as <c>B3.12.1</c>: the activation gradient of stage 3, micro-batch 12, part 1.</summary>
    public string Name => $"{Kind.ToString()[0]}{Stage}.{MicroBatch}.{Part}{(IsCommunication ? " all-reduce" : "")}";
}
