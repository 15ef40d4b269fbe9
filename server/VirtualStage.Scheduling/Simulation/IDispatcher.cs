namespace VirtualStage.Scheduling.Simulation;

/// <summary>Says what a device that has nothing to do does next.</summary>
internal interface IDispatcher
{
    /// <returns>Null while the device waits; it is asked again whenever anything has ended.</returns>
    Instruction? Next(int device, SimulationState state);
}

/// <summary>Follows the lists of a schedule.</summary>
internal sealed class ListDispatcher(IReadOnlyList<IReadOnlyList<Instruction>> lists) : IDispatcher
{
    private readonly int[] _next = new int[lists.Count];

    public Instruction? Next(int device, SimulationState state)
    {
        if (device >= lists.Count || _next[device] == lists[device].Count)
        {
            return null;
        }

        var instruction = lists[device][_next[device]];
        if (!state.IsReady(instruction.Unit))
        {
            return null;
        }

        _next[device]++;
        return instruction;
    }

    /// <summary>What a device stands at; null at the end of its list.</summary>
    public int? StandsAt(int device) => _next[device] < lists[device].Count ? lists[device][_next[device]].Unit : null;
}
