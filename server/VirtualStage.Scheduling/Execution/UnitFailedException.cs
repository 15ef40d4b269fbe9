namespace VirtualStage.Scheduling.Execution;

/// <summary>A unit failed, and the run with it.</summary>
public sealed class UnitFailedException(string unit, Exception cause) : Exception($"{unit} failed: {cause.Message}", cause)
{
    /// <summary>The unit's name.</summary>
    public string Unit { get; } = unit;
}
