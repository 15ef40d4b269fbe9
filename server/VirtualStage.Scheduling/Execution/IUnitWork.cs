using VirtualStage.Scheduling.Units;

namespace VirtualStage.Scheduling.Execution;

/// <summary>
/// What units really do. What a unit has made is seen by those that need it, on whatever thread they run; all else that a
/// device and rank keeps belongs to its thread alone.
/// </summary>
public interface IUnitWork
{
    /// <summary>Computes a unit, on the thread that owns the unit's device and this rank of it.</summary>
    void Compute(Unit unit, int rank, CancellationToken cancel);

    /// <summary>Carries a communication between a device's ranks, on the thread of the device's link, when all of them are there.</summary>
    void Communicate(Unit unit, CancellationToken cancel);
}
