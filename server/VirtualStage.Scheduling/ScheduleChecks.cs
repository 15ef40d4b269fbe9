using VirtualStage.Scheduling.Simulation;
using VirtualStage.Scheduling.Steps;
using VirtualStage.Scheduling.Units;

namespace VirtualStage.Scheduling;

/// <summary>Looks for what is wrong with a schedule and its timeline, without trust in who made them.</summary>
public static class ScheduleChecks
{
    /// <summary>The most chunks whose activations a device may hold at once.</summary>
    public static int MostActivations(ScheduleKind kind, TrainingShape shape)
    {
        var (p, m, v) = (shape.Devices, shape.MicroBatches, shape.ChunksPerDevice);
        return Math.Min(v * m, kind switch
        {
            ScheduleKind.GPipe => v * m,
            ScheduleKind.OneForwardOneBackward => v * p,
            ScheduleKind.Interleaved => ((v + 1) * p) - 1,
            ScheduleKind.ZeroBubbleV => 2 * p,
            _ => 3 * p,
        });
    }

    /// <summary>Every computation stands once in the list of its device, and nothing else stands there.</summary>
    public static IEnumerable<string> ProblemsOf(Schedule schedule)
    {
        var seen = new bool[schedule.Graph.Units.Count];
        for (var device = 0; device < schedule.Lists.Count; device++)
        {
            foreach (var instruction in schedule.Lists[device])
            {
                var unit = schedule.Graph.Units[instruction.Unit];
                if (seen[unit.Id])
                {
                    yield return $"{unit.Name} stands in the lists twice";
                }

                if (unit.Device != device || unit.IsCommunication)
                {
                    yield return $"{unit.Name} stands in the list of device {device}";
                }

                seen[unit.Id] = true;
            }
        }

        foreach (var unit in schedule.Graph.Units.Where(unit => !unit.IsCommunication && !seen[unit.Id]))
        {
            yield return $"{unit.Name} stands in no list";
        }
    }

    /// <summary>
    /// Everything ran, nothing before what it needs, nothing on a device or a link at the same time as something else, and
    /// every device in the order of its list.
    /// </summary>
    /// <param name="tolerance">How much earlier than what it needs something may have started: the clock's coarseness for a run.</param>
    public static IEnumerable<string> ProblemsOf(Schedule schedule, Timeline timeline, double tolerance = 1e-9)
    {
        foreach (var unit in schedule.Graph.Units)
        {
            var span = timeline.Spans[unit.Id];
            if (!(span.End >= span.Start))
            {
                yield return $"{unit.Name} did not run";
            }

            foreach (var need in unit.Needs.Where(need => timeline.Spans[need].End > span.Start + tolerance))
            {
                yield return $"{unit.Name} started before {schedule.Graph.Units[need].Name} had ended";
            }
        }

        foreach (var list in schedule.Lists)
        {
            foreach (var (one, next) in list.Zip(list.Skip(1)).Where(pair => Overlap(pair.First.Unit, pair.Second.Unit)))
            {
                yield return $"{schedule.Graph.Units[next.Unit].Name} started before {schedule.Graph.Units[one.Unit].Name} had ended";
            }
        }

        foreach (var link in schedule.Graph.Units.Where(unit => unit.IsCommunication).GroupBy(unit => unit.Device))
        {
            Unit[] carried = [.. link.OrderBy(unit => timeline.Spans[unit.Id].Start).ThenBy(unit => timeline.Spans[unit.Id].End)];
            foreach (var (one, next) in carried.Zip(carried.Skip(1)).Where(pair => Overlap(pair.First.Id, pair.Second.Id)))
            {
                yield return $"the link of device {link.Key} carried {one.Name} and {next.Name} at once";
            }
        }

        bool Overlap(int one, int next) => timeline.Spans[one].End > timeline.Spans[next].Start + tolerance;
    }
}
