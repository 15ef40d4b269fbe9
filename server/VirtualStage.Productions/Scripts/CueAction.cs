namespace VirtualStage.Productions.Scripts;

/// <summary>What a cue does: exactly one of the kinds below.</summary>
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

/// <summary>Plays a scripted fight.</summary>
public sealed record FightAction(Fight Fight) : CueAction;

/// <summary>Gives a call to people backstage.</summary>
/// <param name="Roles">Ids of the roles that are called; empty for the whole company.</param>
/// <param name="Text">The words of the call.</param>
public sealed record CallAction(IReadOnlyList<string> Roles, string Text) : CueAction;

/// <summary>What a matted performer does.</summary>
public enum PerformerStep
{
    Enter,
    Move,
    Leave,
}

/// <summary>Brings a performer's picture on, moves it or takes it off, over the cue's duration.</summary>
/// <param name="Role">The role that the performer plays.</param>
/// <param name="Mark">Where to; null when leaving.</param>
public sealed record PerformerAction(string Role, PerformerStep Step, string? Mark) : CueAction;

/// <summary>Sends a message to a machine outside. Where the target is, the theatre's operator says, never the production.</summary>
/// <param name="To">The target's name.</param>
/// <param name="Address">The OSC address, or the path behind an HTTP target's own.</param>
public sealed record MessageAction(string To, string Address, IReadOnlyList<MessageArgument> Arguments) : CueAction;

/// <summary>The types of a message's arguments.</summary>
public enum MessageArgumentKind
{
    Integer,
    Number,
    Text,
    Truth,
}

/// <summary>An argument of a message, as written; a text that looks like a number is written {text: "1"}.</summary>
public sealed record MessageArgument(MessageArgumentKind Kind, string Value);

/// <summary>How a group goes through its members.</summary>
public enum GroupMode
{
    /// <summary>All start together.</summary>
    Simultaneous,

    /// <summary>Each starts when the one before it is complete.</summary>
    Sequence,

    /// <summary>One of them starts, chosen by chance.</summary>
    Random,
}

/// <summary>Starts other cues; it is complete when they are.</summary>
/// <param name="Members">Numbers of the members, in order. They stand in <see cref="Production.Cues"/> right behind the group.</param>
public sealed record GroupAction(GroupMode Mode, IReadOnlyList<string> Members) : CueAction;

/// <summary>Moves the playhead.</summary>
/// <param name="Cue">The number of the cue that is next from then on.</param>
public sealed record GoToAction(string Cue) : CueAction;

/// <summary>Does nothing for the cue's duration.</summary>
public sealed record WaitAction : CueAction;

/// <summary>Does nothing: a word to whoever calls.</summary>
public sealed record MemoAction(string Text) : CueAction;

/// <summary>What a cue does to another one.</summary>
public enum CueControl
{
    /// <summary>It stands still where it is.</summary>
    Pause,

    /// <summary>It goes on.</summary>
    Resume,

    /// <summary>It stops at once.</summary>
    Stop,

    /// <summary>It fades out over this cue's duration, and stops.</summary>
    Fade,
}

/// <summary>Acts on another cue that runs; does nothing when it does not run.</summary>
/// <param name="Cue">The number of the other cue.</param>
public sealed record ControlAction(CueControl Control, string Cue) : CueAction;
