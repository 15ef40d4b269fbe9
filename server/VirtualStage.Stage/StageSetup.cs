using VirtualStage.Contracts.Stage;

namespace VirtualStage.Stage;

/// <summary>What a stage is before the show. Another one takes its place when the production is edited.</summary>
/// <param name="Plan">The stage as clients build it.</param>
/// <param name="Looks">For each look one level a lamp, in the plan's order of lamps.</param>
/// <param name="PresetLook">The look that it starts with.</param>
/// <param name="SafeLook">The look that a panic fades to.</param>
/// <param name="PiecesOut">Ids of the movable pieces that are out at the preset.</param>
/// <param name="Props">Where the props are at the preset; null for none.</param>
/// <param name="Rate">How fast performance time runs against real time: 1, or the rehearsal's speed.</param>
public sealed record StageSetup(
    StagePlan Plan,
    IReadOnlyDictionary<string, LampLevel[]> Looks,
    string PresetLook,
    string SafeLook,
    IReadOnlySet<string> PiecesOut,
    float Rate = 1,
    IReadOnlyList<PropPlace>? Props = null)
{
    /// <summary>The levels of a look.</summary>
    /// <exception cref="ArgumentException">There is no such look.</exception>
    public LampLevel[] Levels(string look) => Looks.TryGetValue(look, out var levels)
        ? levels
        : throw new ArgumentException($"the stage has no look '{look}'", nameof(look));
}
