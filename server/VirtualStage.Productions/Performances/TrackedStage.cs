using System.Collections.Immutable;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Performances;

/// <summary>The stage as the cues that were called have it: where they lead to, not where a fade is.</summary>
/// <param name="Look">The look's name.</param>
/// <param name="PiecesIn">Ids of the set pieces that are in, of those that fly.</param>
/// <param name="Roles">Where the blocking has each role, by its id.</param>
/// <param name="Performers">The marks of the performers who are on, by role.</param>
public sealed record TrackedStage(
    string Look,
    ImmutableHashSet<string> PiecesIn,
    ImmutableDictionary<string, RoleSpot> Roles,
    ImmutableDictionary<string, string> Performers)
{
    internal static readonly TrackedStage Bare =
        new("", [], ImmutableDictionary<string, RoleSpot>.Empty, ImmutableDictionary<string, string>.Empty);

    /// <summary>The preset. A role waits at the entrance that it comes on by first.</summary>
    public static TrackedStage Preset(Production production) => Bare with
    {
        Look = production.PresetLook,
        PiecesIn = [.. production.Plan.Pieces.Where(piece => piece.Flight is { StartsIn: true }).Select(piece => piece.Id)],
        Roles = production.Cues
            .Select(cue => cue.Action)
            .OfType<BlockingAction>()
            .SelectMany(blocking => blocking.Steps)
            .Where(step => step.From is not null)
            .DistinctBy(step => step.Role)
            .ToImmutableDictionary(step => step.Role, step => new RoleSpot(null, step.From, Emote.None)),
    };

    /// <summary>
    /// The stage as the main list has it when a cue is called: every cue before it is complete, but for those that are
    /// disarmed. Of a group that leaves it to chance, the first member stands for all.
    /// </summary>
    /// <param name="cue">The cue; null for the end of the list.</param>
    /// <param name="isArmed">Tells whether a cue does anything.</param>
    public static TrackedStage Before(string? cue, Production production, Func<Cue, bool> isArmed)
    {
        var (stage, passed) = (Preset(production), new HashSet<string>());
        foreach (var earlier in production.Cues.Where(one => one.List == CueList.Main).TakeWhile(one => one.Number != cue))
        {
            if (!isArmed(earlier) || passed.Contains(earlier.Number) || (earlier.Group is { } group && passed.Contains(group)))
            {
                passed.Add(earlier.Number);
                continue;
            }

            if (earlier.Action is GroupAction { Mode: GroupMode.Random } random)
            {
                passed.UnionWith(random.Members.Skip(1));
            }

            stage = stage.After(earlier.Action);
        }

        return stage;
    }

    /// <summary>The stage when a cue has done what it does.</summary>
    public TrackedStage After(CueAction action) => action switch
    {
        LookAction look => this with { Look = look.Look },
        FlyAction fly => this with
        {
            PiecesIn = PiecesIn
                .Except(fly.Pieces.Select(flight => flight.Piece))
                .Union(fly.Pieces.Where(flight => flight.In).Select(flight => flight.Piece)),
        },
        BlockingAction blocking => this with { Roles = Roles.SetItems(blocking.Steps.Select(step => KeyValuePair.Create(step.Role, After(step)))) },
        FightAction { Fight: var fight } => this with { Roles = Roles.SetItems(fight.Roles.Select(role => KeyValuePair.Create(role, After(role, fight)))) },
        PerformerAction { Step: PerformerStep.Leave } leaves => this with { Performers = Performers.Remove(leaves.Role) },
        PerformerAction { Mark: { } mark } moves => this with { Performers = Performers.SetItem(moves.Role, mark) },
        _ => this,
    };

    /// <summary>Where a fight leaves a role: on its last mark, and upright, unless it fell.</summary>
    private RoleSpot After(string role, Fight fight)
    {
        var steps = fight.Steps.Where(step => step.Role == role).ToList();
        var before = Roles.GetValueOrDefault(role, new RoleSpot(null, null, Emote.None));
        var last = steps.Count > 0 && steps[^1].Emote is not (Emote.Guard or Emote.Lunge or Emote.Parry or Emote.Hit) ? steps[^1].Emote : Emote.None;
        return steps.FindLast(step => step.To is not null) is { To: { } mark } ? new RoleSpot(mark, null, last) : before with { Emote = last };
    }

    private RoleSpot After(BlockingStep step) => step switch
    {
        { By: { } way } => new RoleSpot(null, way, Emote.None),
        { To: { } mark } => new RoleSpot(mark, null, step.Emote),
        _ => Roles.GetValueOrDefault(step.Role, new RoleSpot(null, null, Emote.None)) with { Emote = step.Emote },
    };
}

/// <summary>Where the blocking has a role.</summary>
/// <param name="Mark">The mark; null when it is off.</param>
/// <param name="Entrance">The entrance that it is off by; null when it is on. Both null for a role that has not moved yet.</param>
/// <param name="Emote">What it does there.</param>
public sealed record RoleSpot(string? Mark, string? Entrance, Emote Emote);
