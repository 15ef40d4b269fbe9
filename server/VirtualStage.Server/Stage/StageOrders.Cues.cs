using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Scripts;
using VirtualStage.Stage.Effects;
using Sheet = VirtualStage.Productions.Scripts;

namespace VirtualStage.Server.Stage;

internal static partial class StageOrders
{
    private static IEnumerable<StageEffect> EffectsOf(Cue cue, long startMs, Production production) => cue.Action switch
    {
        LookAction look => [new LightEffect(cue.Number, look.Look, startMs, cue.DurationMs)],
        SoundAction sound => [new SoundEffect(cue.Number, sound.Sound, startMs, cue.DurationMs)],
        FlyAction fly => fly.Pieces.Select(flight => new SceneryEffect(cue.Number, flight.Piece, flight.In, startMs, cue.DurationMs)),
        FightAction fight => [FightOf(fight.Fight, cue, startMs, production.Plan)],
        PerformerAction performer => [new PerformerEffect(cue.Number, performer.Role, PerformerAt(performer.Mark, production.Plan), startMs, cue.DurationMs)],
        BlockingAction blocking => blocking.Steps
            .Where(step => step.From is not null)
            .Select(step => (step.Role, Entrance: production.Plan.FindEntrance(step.From!)!))
            .Select(step => new PlaceEffect(step.Role, (float)step.Entrance.X, (float)step.Entrance.Z, 0, Y: (float)step.Entrance.Y)),
        _ => [],
    };

    private static FightEffect FightOf(Fight fight, Cue cue, long startMs, Sheet.StagePlan plan) => new(
        cue.Number,
        fight.Id,
        [.. fight.Roles.Select(role => new FightPart(
            role,
            fight.Props.GetValueOrDefault(role),
            [.. fight.Steps.Where(step => step.Role == role).Select(step => MoveOf(step, plan))]))],
        startMs,
        cue.DurationMs);

    private static FightMove MoveOf(FightStep step, Sheet.StagePlan plan) => new(
        step.AtMs,
        step.Emote,
        step.Gait,
        step.To is { } mark && plan.FindMark(mark) is { } place ? new FightPlace(place.X, place.Z) : null,
        step.Facing is { } facing ? ActorBody.FacingOf(facing) : null);

    private static PerformerPlace? PerformerAt(string? mark, Sheet.StagePlan plan) =>
        mark is not null && plan.FindMark(mark) is { } place ? new PerformerPlace((float)place.X, (float)place.Z, (float)place.Facing, 1) : null;

    /// <summary>The sounds of a cue and of those that follow it by themselves.</summary>
    private static IEnumerable<string> SoundsFrom(string number, Production production)
    {
        for (var cue = production.FindCue(number); cue is not null; cue = production.CueAfter(cue.Number))
        {
            foreach (var sound in SoundsOf(cue, production))
            {
                yield return sound;
            }

            if (cue.Continue == ContinueMode.None)
            {
                yield break;
            }
        }
    }

    private static IEnumerable<string> SoundsOf(Cue cue, Production production) => cue.Action switch
    {
        SoundAction sound => [sound.Sound],
        GroupAction group => group.Members.SelectMany(member => SoundsOf(production.FindCue(member)!, production)),
        _ => [],
    };
}
