namespace VirtualStage.Stage.Snapshots;

/// <summary>What goes around the bits of a snapshot for one actor.</summary>
/// <param name="Length">Bytes of bits written.</param>
/// <param name="BaseTick">Tick of the poses that changes of age 0 are of; 0 for none.</param>
/// <param name="LastInput">Newest input sequence of the actor that was applied in full.</param>
public readonly record struct EncodedSnapshot(int Length, uint BaseTick, uint LastInput);
