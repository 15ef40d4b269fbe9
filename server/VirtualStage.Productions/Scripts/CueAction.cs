namespace VirtualStage.Productions.Scripts;

/// <summary>What a cue does: exactly one of the five kinds below.</summary>
public abstract record CueAction
{
    private protected CueAction()
    {
    }
}

/// <summary>Fades to a look over the cue's duration.</summary>
/// <param name="Look">The look's name.</param>
public sealed record LookAction(string Look) : CueAction;

/// <summary>Plays a sound; the cue's duration is how long it lasts.</summary>
/// <param name="Sound">The sound's name.</param>
public sealed record SoundAction(string Sound) : CueAction;

/// <summary>Brings scenery in or takes it out over the cue's duration.</summary>
/// <param name="Pieces">Which pieces go where; each of them has a flight.</param>
public sealed record FlyAction(IReadOnlyList<PieceFlight> Pieces) : CueAction;

/// <summary>Where one set piece goes.</summary>
/// <param name="Piece">The piece's id.</param>
/// <param name="In">True to bring it in, false to take it out.</param>
public sealed record PieceFlight(string Piece, bool In);

/// <summary>Moves roles; all steps start together.</summary>
/// <param name="Steps">At most one for each role.</param>
public sealed record BlockingAction(IReadOnlyList<BlockingStep> Steps) : CueAction;

/// <summary>Gives a call to people backstage.</summary>
/// <param name="Roles">Ids of the roles that are called; empty for the whole company.</param>
/// <param name="Text">The words of the call.</param>
public sealed record CallAction(IReadOnlyList<string> Roles, string Text) : CueAction;
