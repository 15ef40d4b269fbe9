namespace VirtualStage.Scheduling.Training.Network;

/// <summary>Sequences one behind the other, and for each character the one that comes next.</summary>
public sealed record MicroBatch(int[] Characters, int[] Next);
