using System.Collections.Concurrent;
using VirtualStage.Contracts.Performers;
using VirtualStage.Scheduling.Inference;
using VirtualStage.Server.Schedules;

namespace VirtualStage.Server.Performers;

/// <summary>The performers whose cameras are connected. From any thread.</summary>
internal sealed class PerformersOnStages(MattingHost matting)
{
    private readonly ConcurrentDictionary<(string Performance, string Role), PerformerLink> _performers = new();

    /// <summary>Lets a performer in, or says why not.</summary>
    public string? Refuse(string performance, PerformerLink performer)
    {
        if (_performers.Count >= MattingPlans.MostPerformers)
        {
            return $"{MattingPlans.MostPerformers} performers are here already, and this server cuts out no more";
        }

        return _performers.TryAdd((performance, performer.Cast.Role), performer)
            ? null
            : "a camera is connected for this role already: close the other page first";
    }

    public void Remove(string performance, PerformerLink performer) =>
        _performers.TryRemove(new KeyValuePair<(string, string), PerformerLink>((performance, performer.Cast.Role), performer));

    public int CountOf(string performance) => _performers.Count(entry => entry.Key.Performance == performance);

    public PerformersView Of(string performance) => new(
        matting.Trouble,
        [.. _performers.Where(entry => entry.Key.Performance == performance).OrderBy(entry => entry.Key.Role, StringComparer.Ordinal).Select(entry => entry.Value.View)]);

    /// <summary>What the matting of somebody who is here takes; null while nobody is.</summary>
    public FrameSteps? Steps() => _performers.Values.Select(performer => MeasuredSteps.Of(performer.View.Steps)).FirstOrDefault(steps => steps is not null);
}
