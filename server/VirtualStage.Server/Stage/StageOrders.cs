using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Performances;
using VirtualStage.Productions.Scripts;
using VirtualStage.Stage.Effects;

namespace VirtualStage.Server.Stage;

/// <summary>What an event of a performance means on the stage: effects for the world, and words for actors.</summary>
internal static partial class StageOrders
{
    /// <summary>The world's effects of an event.</summary>
    public static IEnumerable<StageEffect> EffectsOf(Happening happening, Production production) => happening.Event switch
    {
        ShowMoved moved => [new ShowEffect(moved.To, happening.TimeMs, EndOf(moved.To, happening.TimeMs, production))],
        Panicked panicked => [new PanicEffect(panicked.StartMs, panicked.FadeMs)],
        LineAdvanced advanced => [LineOf(advanced.Line, happening.TimeMs, production)],
        CueStoodBy stoodBy => [new PreloadEffect([.. SoundsFrom(stoodBy.Cue, production).Distinct()])],
        CueStarted { Armed: true } started => EffectsOf(production.FindCue(started.Cue)!, started.StartMs, production),
        CuePaused paused => [new HoldCueEffect(paused.Cue, paused.StampMs)],
        CueResumed resumed => [new ResumeCueEffect(resumed.Cue, resumed.StampMs)],
        CueFaded faded => [new FadeSoundEffect(faded.Cue, faded.StartMs, faded.FadeMs)],
        CueStopped stopped => [new StopCueEffect(stopped.Cue, stopped.StampMs)],
        WentBack back => [SetOf(back.To, back.StartMs, back.FadeMs, production), .. PlacesOf(back.To, production.Plan, atOnce: false)],
        StageSet set =>
        [
            SetOf(set.To, set.StartMs, set.FadeMs, production) with { PropsAtPreset = true },
            LineOf(set.Line, happening.TimeMs, production),
            .. PlacesOf(set.To, production.Plan, set.AtOnce),
        ],
        ShowReset or RehearsalEnded => [new ResetEffect(), .. PlacesOf(TrackedStage.Preset(production), production.Plan, atOnce: true)],
        _ => [],
    };

    /// <summary>Where actors are asked to go by an event, one call a role.</summary>
    public static IEnumerable<BlockingCall> BlockingOf(Happening happening, Production production) => happening.Event switch
    {
        CueStarted { Armed: true } started when production.FindCue(started.Cue)!.Action is BlockingAction blocking =>
            blocking.Steps.Select(step => CallOf(step, started.StartMs, production.Plan)),
        CueStarted { Armed: true } started when production.FindCue(started.Cue) is { Action: FightAction fight } cue =>
            CallsAfter(fight.Fight, started.StartMs + cue.DurationMs, production.Plan),
        WentBack back => CallsTo(back.To, back.StartMs, production.Plan),
        StageSet set => CallsTo(set.To, set.StartMs, production.Plan),
        ShowReset or RehearsalEnded => CallsTo(TrackedStage.Preset(production), happening.TimeMs, production.Plan),
        _ => [],
    };

    /// <summary>What actors are told in words by an event: the roles (none for everybody) and the text.</summary>
    public static CallAction? CallOf(Happening happening, Production production) => ActionOf<CallAction>(happening, production);

    private static TAction? ActionOf<TAction>(Happening happening, Production production)
        where TAction : CueAction =>
        happening.Event is CueStarted { Armed: true } started ? production.FindCue(started.Cue)!.Action as TAction : null;

    /// <summary>When what began is meant to be over: an interval, where the production says how long it is.</summary>
    private static long? EndOf(ShowState show, long fromMs, Production production) =>
        show == ShowState.Interval && production.IntervalMs > 0 ? fromMs + production.IntervalMs : null;

    /// <summary>The play is at a line; null before the first.</summary>
    public static LineEffect LineOf(string? id, long timeMs, Production production)
    {
        // A line that an edit cut is not shown any more.
        if (id is null || production.FindLine(id) is not { } line)
        {
            return new LineEffect(null, []);
        }

        var speech = production.SpeechOf(id);
        var roles = production.RolesOf(speech).ToList();
        var speaker = roles.Count > 0 ? string.Join(" & ", roles.Select(role => role.Name)) : string.Join(" & ", speech.Speakers);
        return new LineEffect(new Surtitle(id, speaker, line.Text, timeMs), [.. roles.Select(role => role.Id)]);
    }
}
