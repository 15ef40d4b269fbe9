using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Performances;
using VirtualStage.Productions.Scripts;
using VirtualStage.Stage.Effects;
using Sheet = VirtualStage.Productions.Scripts;

namespace VirtualStage.Server.Stage;

internal static partial class StageOrders
{
    private static SetStageEffect SetOf(TrackedStage stage, long startMs, int fadeMs, Production production) => new(
        stage.Look,
        stage.PiecesIn,
        stage.Performers
            .Select(performer => (Role: performer.Key, Place: PerformerAt(performer.Value, production.Plan)))
            .Where(performer => performer.Place is not null)
            .ToDictionary(performer => performer.Role, performer => performer.Place!, StringComparer.Ordinal),
        startMs,
        fadeMs);

    /// <summary>
    /// Puts roles where a stage has them: all of them at once, or only those that are off, and those only while nobody
    /// sees them; the others are asked to walk.
    /// </summary>
    private static IEnumerable<PlaceEffect> PlacesOf(TrackedStage stage, Sheet.StagePlan plan, bool atOnce) =>
        from role in stage.Roles.OrderBy(role => role.Key, StringComparer.Ordinal)
        where atOnce || role.Value.Mark is null
        let place = PlaceOf(role.Value, plan)
        where place is not null
        select new PlaceEffect(role.Key, (float)place.X, (float)place.Z, (float)place.Facing, role.Value.Emote, atOnce, (float)place.Y);

    private static IEnumerable<BlockingCall> CallsTo(TrackedStage stage, long startMs, Sheet.StagePlan plan) =>
        from role in stage.Roles.OrderBy(role => role.Key, StringComparer.Ordinal)
        let place = PlaceOf(role.Value, plan)
        select new BlockingCall(
            role.Key, (float?)place?.X, (float?)place?.Z, (float?)place?.Facing, Gait.Walk, role.Value.Emote, startMs, null, (float)(place?.Y ?? 0));

    /// <summary>Where a fight leaves those who have fought, for who comes in later.</summary>
    private static IEnumerable<BlockingCall> CallsAfter(Fight fight, long endMs, Sheet.StagePlan plan) =>
        from step in fight.Steps.Where(step => step.To is not null).GroupBy(step => step.Role).Select(steps => steps.Last())
        let place = plan.FindMark(step.To!)
        where place is not null
        select new BlockingCall(
            step.Role, (float)place.X, (float)place.Z, (float)(step.Facing ?? place.Facing), step.Gait, Emote.None, endMs, null, (float)place.Y);

    private static Mark? PlaceOf(RoleSpot spot, Sheet.StagePlan plan) => spot switch
    {
        { Mark: { } mark } => plan.FindMark(mark),
        { Entrance: { } way } when plan.FindEntrance(way) is { } entrance => new Mark(entrance.Id, entrance.X, entrance.Z, 0, entrance.Y),
        _ => null,
    };

    private static BlockingCall CallOf(BlockingStep step, long startMs, Sheet.StagePlan plan)
    {
        var speed = (float?)step.Speed;
        if (step.To is { } mark)
        {
            var place = plan.FindMark(mark)!;
            return new BlockingCall(step.Role, (float)place.X, (float)place.Z, (float)place.Facing, step.Gait, step.Emote, startMs, speed, (float)place.Y);
        }

        if (step.By is { } way)
        {
            var place = plan.FindEntrance(way)!;
            return new BlockingCall(step.Role, (float)place.X, (float)place.Z, 0, step.Gait, step.Emote, startMs, speed, (float)place.Y);
        }

        return new BlockingCall(step.Role, null, null, null, step.Gait, step.Emote, startMs, speed);
    }
}
