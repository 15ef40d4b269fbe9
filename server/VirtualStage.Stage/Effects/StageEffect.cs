using VirtualStage.Contracts.Stage;

namespace VirtualStage.Stage.Effects;

/// <summary>
/// Something that the performance does to the stage, stamped with performance time. It may be told of before its
/// stamp; the same effects in the same order give the same scene, however late they are replayed.
/// </summary>
public abstract record StageEffect
{
    private protected StageEffect()
    {
    }
}

/// <summary>Fades to a look, from the levels that the lights have at the start.</summary>
public sealed record LightEffect(string Look, long StartMs, int DurationMs) : StageEffect;

/// <summary>Brings a piece of scenery in or takes it out, from where it is at the start.</summary>
public sealed record SceneryEffect(string Piece, bool In, long StartMs, int DurationMs) : StageEffect;

/// <summary>Starts a sound.</summary>
public sealed record SoundEffect(string Sound, long StartMs, int DurationMs) : StageEffect;

/// <summary>Sounds that may start at any moment: clients load them.</summary>
/// <param name="Sounds">Ids; they take the place of those that were told before.</param>
public sealed record PreloadEffect(IReadOnlyList<string> Sounds) : StageEffect;

/// <summary>Puts the actor of a role, or who will play it, at a place if the audience does not see it happen. Metres.</summary>
public sealed record PlaceEffect(string Role, float X, float Z, float FacingDegrees) : StageEffect;

/// <summary>The show's state changed: what runs is held when it stops running, and goes on when it runs again.</summary>
/// <param name="TimeMs">Performance time of the change.</param>
public sealed record ShowEffect(ShowState Show, long TimeMs) : StageEffect;

/// <summary>Fades the lights to the safe look, stops scenery where it is and sounds altogether. A hold does not stop this fade.</summary>
/// <param name="FadeMs">0 stops at once.</param>
public sealed record PanicEffect(long StartMs, int FadeMs) : StageEffect;

/// <summary>Another line is spoken.</summary>
/// <param name="Surtitle">What the audience reads; null for nothing.</param>
/// <param name="Roles">Ids of the roles that speak it.</param>
public sealed record LineEffect(Surtitle? Surtitle, IReadOnlyList<string> Roles) : StageEffect;
