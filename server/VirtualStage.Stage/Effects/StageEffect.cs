using VirtualStage.Contracts.Stage;

namespace VirtualStage.Stage.Effects;

/// <summary>
/// Something that the performance does to the stage, stamped with performance time. It may be told of before its
/// stamp; the same effects in the same order give the same scene, however late they are replayed. What the stage does
/// not have (an edit took it away) is passed over.
/// </summary>
public abstract record StageEffect
{
    private protected StageEffect()
    {
    }
}

/// <summary>Fades to a look, from the levels that the lights have at the start.</summary>
/// <param name="Cue">The cue that does it: as the other effects of cues, it can be paused and stopped with it.</param>
public sealed record LightEffect(string Cue, string Look, long StartMs, int DurationMs) : StageEffect;

/// <summary>Brings a piece of scenery in or takes it out, from where it is at the start.</summary>
public sealed record SceneryEffect(string Cue, string Piece, bool In, long StartMs, int DurationMs) : StageEffect;

/// <summary>Starts a sound.</summary>
public sealed record SoundEffect(string Cue, string Sound, long StartMs, int DurationMs) : StageEffect;

/// <summary>Sounds that may start at any moment: clients load them.</summary>
/// <param name="Sounds">Ids; they take the place of those that were told before.</param>
public sealed record PreloadEffect(IReadOnlyList<string> Sounds) : StageEffect;

/// <summary>Brings a performer's picture to a place, from where it is; one that is not there appears at the place.</summary>
/// <param name="Place">Where to; null to go out of sight where it is.</param>
public sealed record PerformerEffect(string Cue, string Role, PerformerPlace? Place, long StartMs, int DurationMs) : StageEffect;

/// <summary>What a cue does stands still.</summary>
public sealed record HoldCueEffect(string Cue, long TimeMs) : StageEffect;

/// <summary>What a cue does goes on from where it was held; while the show stands, as soon as that goes on.</summary>
public sealed record ResumeCueEffect(string Cue, long TimeMs) : StageEffect;

/// <summary>What a cue does ends where it is; its sound is cut.</summary>
public sealed record StopCueEffect(string Cue, long TimeMs) : StageEffect;

/// <summary>A cue's sound fades out.</summary>
public sealed record FadeSoundEffect(string Cue, long StartMs, int FadeMs) : StageEffect;

/// <summary>Sets lights, scenery and performers at once. No hold stops it.</summary>
/// <param name="PiecesIn">Ids of the movable pieces that come in, or stay there; the others go out.</param>
/// <param name="Performers">Where the performers stand, by role; those who are not named go out of sight.</param>
/// <param name="PropsAtPreset">True to have every prop where it is at the preset; no cue moves them.</param>
public sealed record SetStageEffect(
    string Look,
    IReadOnlySet<string> PiecesIn,
    IReadOnlyDictionary<string, PerformerPlace> Performers,
    long StartMs,
    int FadeMs,
    bool PropsAtPreset = false) : StageEffect;

/// <summary>The stage is as at its preset, but for who is on it.</summary>
public sealed record ResetEffect : StageEffect;

/// <summary>Puts the actor of a role, or who will play it, at a place. Metres.</summary>
/// <param name="EvenIfSeen">False to leave an actor alone whom the audience would see vanish.</param>
public sealed record PlaceEffect(
    string Role, float X, float Z, float FacingDegrees, Emote Emote = Emote.None, bool EvenIfSeen = false, float Y = 0) : StageEffect;

/// <summary>The show's state changed: what cues do is held when it stops running, and goes on when it runs again.</summary>
/// <param name="TimeMs">Performance time of the change.</param>
/// <param name="EndsMs">Performance time at which an interval is meant to be over; null where nobody knows.</param>
public sealed record ShowEffect(ShowState Show, long TimeMs, long? EndsMs = null) : StageEffect;

/// <summary>Fades the lights to the safe look and sounds to silence, stops all else where it is. A hold does not stop this fade.</summary>
/// <param name="FadeMs">0 stops at once.</param>
public sealed record PanicEffect(long StartMs, int FadeMs) : StageEffect;

/// <summary>Another line is spoken.</summary>
/// <param name="Surtitle">What the audience reads; null for nothing.</param>
/// <param name="Roles">Ids of the roles that speak it.</param>
public sealed record LineEffect(Surtitle? Surtitle, IReadOnlyList<string> Roles) : StageEffect;
