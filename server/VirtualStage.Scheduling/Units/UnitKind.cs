namespace VirtualStage.Scheduling.Units;

/// <summary>What a unit does. A pipeline without a backward pass has steps alone.</summary>
public enum UnitKind
{
    /// <summary>F: a part of a chunk's forward pass.</summary>
    Forward,

    /// <summary>B: the gradient of a part's activations, which the stage before waits for.</summary>
    Backward,

    /// <summary>W: the gradient of a part's weights, which nobody waits for before the end.</summary>
    Weight,

    /// <summary>Anything else.</summary>
    Step,
}
