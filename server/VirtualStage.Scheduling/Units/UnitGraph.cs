using VirtualStage.Scheduling.Steps;

namespace VirtualStage.Scheduling.Units;

/// <summary>
/// Units and what they wait for: what there is to do, without an order. A link carries what its own device has made.
/// </summary>
public sealed class UnitGraph
{
    private readonly int[][] _dependents;

    /// <exception cref="ScheduleException">The graph has a cycle, a cost that is none, or names units that it does not have.</exception>
    public UnitGraph(IReadOnlyList<Unit> units)
    {
        Units = units;
        Devices = units.Count == 0 ? 0 : units.Max(unit => unit.Device) + 1;
        Check(units);
        _dependents = DependentsOf(units);
        CheckCycles();
    }

    public IReadOnlyList<Unit> Units { get; }

    public int Devices { get; }

    /// <summary>The units that wait for a unit.</summary>
    public ReadOnlySpan<int> DependentsOf(int unit) => _dependents[unit];

    private static void Check(IReadOnlyList<Unit> units)
    {
        for (var id = 0; id < units.Count; id++)
        {
            var unit = units[id];
            ScheduleException.ThrowIf(unit.Id != id, $"unit {unit.Name} stands at {id} and calls itself {unit.Id}");
            ScheduleException.ThrowIf(unit.Device < 0, $"unit {unit.Name} is on device {unit.Device}");
            ScheduleException.ThrowIf(
                !double.IsFinite(unit.Cost) || unit.Cost is < 0 or > ChunkTimes.Most, $"unit {unit.Name} costs {unit.Cost}; 0 to {ChunkTimes.Most} is possible");
            foreach (var need in unit.Needs)
            {
                ScheduleException.ThrowIf(need < 0 || need >= units.Count, $"unit {unit.Name} waits for unit {need}, which there is not");
                ScheduleException.ThrowIf(
                    unit.IsCommunication && units[need].Device != unit.Device, $"the link of device {unit.Device} carries {units[need].Name}, which is another device's");
            }
        }
    }

    private static int[][] DependentsOf(IReadOnlyList<Unit> units)
    {
        var counts = new int[units.Count];
        foreach (var unit in units)
        {
            foreach (var need in unit.Needs)
            {
                counts[need]++;
            }
        }

        var dependents = Array.ConvertAll(counts, count => new int[count]);
        Array.Clear(counts);
        foreach (var unit in units)
        {
            foreach (var need in unit.Needs)
            {
                dependents[need][counts[need]++] = unit.Id;
            }
        }

        return dependents;
    }

    private void CheckCycles()
    {
        var missing = Units.Select(unit => unit.Needs.Count).ToArray();
        var ready = new Stack<int>(Units.Where(unit => unit.Needs.Count == 0).Select(unit => unit.Id));
        var done = 0;
        while (ready.TryPop(out var unit))
        {
            done++;
            foreach (var dependent in _dependents[unit])
            {
                if (--missing[dependent] == 0)
                {
                    ready.Push(dependent);
                }
            }
        }

        ScheduleException.ThrowIf(done < Units.Count, $"{Units.Count - done} units wait for each other in a circle");
    }
}
