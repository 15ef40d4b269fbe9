using VirtualStage.Scheduling.Units;

namespace VirtualStage.Scheduling.Simulation;

/// <summary>Plays a schedule through, from one end of a unit to the next.</summary>
public static class Simulator
{
    /// <exception cref="ScheduleException">The devices wait for each other for ever, or a unit stands in no list; the message says where.</exception>
    public static Timeline Run(Schedule schedule)
    {
        var dispatcher = new ListDispatcher(schedule.Lists);
        var state = Run(schedule.Graph, dispatcher, (_, _) => { });
        ScheduleException.ThrowIf(state.Ended < schedule.Graph.Units.Count, StuckAt(schedule, dispatcher));
        return state.Timeline();
    }

    /// <summary>Lets a dispatcher decide as it goes, and writes its decisions down.</summary>
    internal static List<Instruction>[] Record(UnitGraph graph, IDispatcher dispatcher)
    {
        List<Instruction>[] lists = [.. Enumerable.Range(0, graph.Devices).Select(_ => new List<Instruction>())];
        Run(graph, dispatcher, (device, instruction) => lists[device].Add(instruction));
        return lists;
    }

    private static SimulationState Run(UnitGraph graph, IDispatcher dispatcher, Action<int, Instruction> started)
    {
        var state = new SimulationState(graph);
        do
        {
            for (var device = 0; device < graph.Devices; device++)
            {
                if (state.IsIdle(device) && dispatcher.Next(device, state) is { } instruction)
                {
                    state.Start(device, instruction);
                    started(device, instruction);
                }
            }
        }
        while (state.Advance());
        return state;
    }

    private static string StuckAt(Schedule schedule, ListDispatcher dispatcher)
    {
        var stuck = Enumerable.Range(0, schedule.Lists.Count)
            .Where(device => dispatcher.StandsAt(device) is not null)
            .Select(device => $"device {device} at {schedule.Graph.Units[dispatcher.StandsAt(device)!.Value].Name}")
            .ToArray();
        return stuck.Length == 0
            ? $"{schedule.Name} leaves units out: they stand in no list"
            : $"{schedule.Name} deadlocks: {string.Join(", ", stuck)}";
    }
}
