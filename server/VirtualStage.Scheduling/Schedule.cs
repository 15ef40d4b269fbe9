using VirtualStage.Scheduling.Units;

namespace VirtualStage.Scheduling;

/// <summary>
/// What every device does in which order. Simulator and executor follow the same lists. Communications stand in no list:
/// a link carries each as soon as what it needs is there, in the order in which they become ready.
/// </summary>
public sealed record Schedule(string Name, UnitGraph Graph, IReadOnlyList<IReadOnlyList<Instruction>> Lists);
