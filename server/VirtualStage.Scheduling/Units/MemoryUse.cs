namespace VirtualStage.Scheduling.Units;

/// <summary>What a unit takes when it starts, and frees when it ends.</summary>
public readonly record struct MemoryUse(double Takes, double Frees);
