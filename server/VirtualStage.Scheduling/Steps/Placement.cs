namespace VirtualStage.Scheduling.Steps;

/// <summary>Which device holds which virtual stage.</summary>
public enum Placement
{
    /// <summary>Neighbouring stages share a device: 0 0 1 1 2 2.</summary>
    Contiguous,

    /// <summary>Dealt out in a circle: 0 1 2 0 1 2.</summary>
    Circle,

    /// <summary>Down and up again: 0 1 2 2 1 0. Device r holds stages r and 2p−1−r.</summary>
    V,
}
