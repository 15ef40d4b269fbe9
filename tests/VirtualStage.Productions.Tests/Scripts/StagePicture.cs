using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Tests.Scripts;

/// <summary>Who stands where while a sheet is played.</summary>
internal sealed class StagePicture
{
    private readonly Dictionary<string, string> _markByRole = [];

    public List<string> Mistakes { get; } = [];

    public IReadOnlyCollection<string> On => _markByRole.Keys;

    public IReadOnlyList<string> CrowdedMarks =>
        [.. _markByRole.GroupBy(role => role.Value).Where(mark => mark.Count() > 1).Select(mark => $"{mark.Key}: {string.Join(" and ", mark.Select(role => role.Key))}")];

    public bool IsOn(string role) => _markByRole.ContainsKey(role);

    /// <summary>Plays cues in their order.</summary>
    /// <returns>Everybody who was on stage at the beginning or came on.</returns>
    public IReadOnlySet<string> Play(IEnumerable<Cue> cues)
    {
        var seen = On.ToHashSet();
        foreach (var (cue, step) in Steps(cues))
        {
            if (IsOn(step.Role) == step.From is not null) Mistakes.Add($"{cue.Number}: {step.Role}");
            if (step.To is not null) _markByRole[step.Role] = step.To;
            if (step.By is not null) _markByRole.Remove(step.Role);
            seen.UnionWith(On);
        }

        return seen;
    }

    /// <summary>How far each role has to go in a cue, in metres.</summary>
    public IEnumerable<(BlockingStep Step, double Metres)> Walks(Cue cue, StagePlan plan)
    {
        foreach (var (_, step) in Steps([cue]))
        {
            if (step.To is null && step.By is null) continue;
            var (fromX, fromZ) = step.From is null ? Mark(plan, _markByRole[step.Role]) : Entrance(plan, step.From);
            var (toX, toZ) = step.By is null ? Mark(plan, step.To!) : Entrance(plan, step.By);
            yield return (step, Math.Sqrt(Math.Pow(toX - fromX, 2) + Math.Pow(toZ - fromZ, 2)));
        }
    }

    private static (double X, double Z) Mark(StagePlan plan, string id) => (plan.FindMark(id)!.X, plan.FindMark(id)!.Z);

    private static (double X, double Z) Entrance(StagePlan plan, string id) =>
        (plan.FindEntrance(id)!.X, plan.FindEntrance(id)!.Z);

    private static IEnumerable<(Cue Cue, BlockingStep Step)> Steps(IEnumerable<Cue> cues) =>
        from cue in cues
        from step in cue.Action switch
        {
            BlockingAction blocking => blocking.Steps,
            FightAction { Fight: var fight } => fight.Steps.Where(step => step.To is not null).GroupBy(step => step.Role).Select(steps => steps.Last())
                .Select(step => new BlockingStep(step.Role, null, step.To, null, step.Gait, null, step.Emote)),
            _ => [],
        }
        select (cue, step);
}
