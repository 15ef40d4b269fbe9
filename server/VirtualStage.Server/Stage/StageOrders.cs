using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Performances;
using VirtualStage.Productions.Scripts;
using VirtualStage.Stage.Effects;
using Sheet = VirtualStage.Productions.Scripts;

namespace VirtualStage.Server.Stage;

/// <summary>What an event of a performance means on the stage: effects for the world, and words for actors.</summary>
internal static class StageOrders
{
    /// <summary>The world's effects of an event.</summary>
    public static IEnumerable<StageEffect> EffectsOf(Happening happening, Production production) => happening.Event switch
    {
        ShowMoved moved => [new ShowEffect(moved.To, happening.TimeMs)],
        Panicked panicked => [new PanicEffect(panicked.StartMs, panicked.FadeMs)],
        LineAdvanced advanced => [LineOf(advanced.Line, happening.TimeMs, production)],
        CueStoodBy stoodBy => [new PreloadEffect([.. SoundsFrom(stoodBy.Cue, production).Distinct()])],
        CueStarted started => EffectsOf(production.FindCue(started.Cue)!, started.StartMs, production),
        _ => [],
    };

    /// <summary>Where actors are asked to go by an event, one call a role.</summary>
    public static IEnumerable<BlockingCall> BlockingOf(Happening happening, Production production) =>
        happening.Event is CueStarted started && production.FindCue(started.Cue)!.Action is BlockingAction blocking
            ? blocking.Steps.Select(step => BlockingOf(step, started.StartMs, production.Plan))
            : [];

    /// <summary>What actors are told in words by an event: the roles (none for everybody) and the text.</summary>
    public static CallAction? CallOf(Happening happening, Production production) =>
        happening.Event is CueStarted started ? production.FindCue(started.Cue)!.Action as CallAction : null;

    private static IEnumerable<StageEffect> EffectsOf(Cue cue, long startMs, Production production) => cue.Action switch
    {
        LookAction look => [new LightEffect(look.Look, startMs, cue.DurationMs)],
        SoundAction sound => [new SoundEffect(sound.Sound, startMs, cue.DurationMs)],
        FlyAction fly => fly.Pieces.Select(flight => new SceneryEffect(flight.Piece, flight.In, startMs, cue.DurationMs)),
        BlockingAction blocking => blocking.Steps
            .Where(step => step.From is not null)
            .Select(step => (step.Role, Entrance: production.Plan.FindEntrance(step.From!)!))
            .Select(step => new PlaceEffect(step.Role, (float)step.Entrance.X, (float)step.Entrance.Z, 0)),
        _ => [],
    };

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

    private static LineEffect LineOf(string id, long timeMs, Production production)
    {
        var speech = production.SpeechOf(id);
        var roles = production.RolesOf(speech).ToList();
        var speaker = roles.Count > 0 ? string.Join(" & ", roles.Select(role => role.Name)) : string.Join(" & ", speech.Speakers);
        return new LineEffect(
            new Surtitle(id, speaker, production.FindLine(id)!.Text, timeMs),
            [.. roles.Select(role => role.Id)]);
    }

    private static BlockingCall BlockingOf(BlockingStep step, long startMs, Sheet.StagePlan plan)
    {
        var speed = (float?)step.Speed;
        if (step.To is { } mark)
        {
            var place = plan.FindMark(mark)!;
            return new BlockingCall(step.Role, (float)place.X, (float)place.Z, (float)place.Facing, step.Gait, step.Emote, startMs, speed);
        }

        if (step.By is { } way)
        {
            var place = plan.FindEntrance(way)!;
            return new BlockingCall(step.Role, (float)place.X, (float)place.Z, 0, step.Gait, step.Emote, startMs, speed);
        }

        return new BlockingCall(step.Role, null, null, null, step.Gait, step.Emote, startMs, speed);
    }
}
