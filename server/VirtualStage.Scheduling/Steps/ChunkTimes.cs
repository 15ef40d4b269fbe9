namespace VirtualStage.Scheduling.Steps;

/// <summary>
/// The times of one chunk (all layers of one virtual stage) and one micro-batch: T_F, T_B and T_W are computation,
/// T_AR is all tensor-parallel all-reduces of one pass, forward or backward.
/// </summary>
public sealed record ChunkTimes(double Forward, double Backward, double Weight, double AllReduce)
{
    /// <summary>The longest time that a unit may take; with it no sum overflows.</summary>
    public const double Most = 1_000_000;
}
