namespace VirtualStage.Scheduling;

/// <summary>A line of a device's list: start this unit when what it needs is there and what stands before it has ended.</summary>
/// <param name="Unit">The id of a computation.</param>
/// <param name="Awaits">Whether the device then waits until its link carries nothing, as it does where nothing is braided.</param>
public readonly record struct Instruction(int Unit, bool Awaits);
