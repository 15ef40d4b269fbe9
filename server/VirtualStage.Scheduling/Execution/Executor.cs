using VirtualStage.Scheduling.Simulation;

namespace VirtualStage.Scheduling.Execution;

/// <summary>
/// Runs a schedule on real threads: one for each rank of each device, which follows the device's list, and one for each
/// device's link. They tell each other what has ended through queues of bounded length, and share nothing else.
/// </summary>
public static class Executor
{
    /// <summary>Runs everything once.</summary>
    /// <returns>What happened when, in seconds, as each rank saw it: to be laid beside the plan.</returns>
    /// <exception cref="UnitFailedException">A unit failed; all threads have ended.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; all threads have ended.</exception>
    /// <exception cref="ScheduleException">The schedule deadlocks or is not complete; nothing was started.</exception>
    public static async Task<IReadOnlyList<Timeline>> Run(
        Schedule schedule, IUnitWork work, ExecutionOptions options, CancellationToken cancel = default)
    {
        ScheduleException.ThrowIf(
            options.Ranks is < 1 or > ExecutionOptions.MostRanks, $"{options.Ranks} ranks: 1 to {ExecutionOptions.MostRanks} are possible");
        foreach (var problem in ScheduleChecks.ProblemsOf(schedule))
        {
            throw new ScheduleException(problem);
        }

        Simulator.Run(schedule);
        if (schedule.Graph.Units.Count == 0)
        {
            return [.. Enumerable.Repeat(new Timeline([]), options.Ranks)];
        }

        using var run = new Run(schedule, work, options, cancel);
        await run.ToEnd();
        return run.Timelines();
    }
}
