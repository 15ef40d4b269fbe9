using VirtualStage.Contracts.Console;

namespace VirtualStage.Productions.Scripts;

/// <summary>Who runs a cue.</summary>
public enum Department
{
    Lights,
    Sound,
    Scenery,
    Blocking,
    Calls,
}

/// <summary>One numbered thing to happen.</summary>
/// <param name="Number">Unique in the sheet; text, such as "1", "1.5" or "LX 12".</param>
/// <param name="Title">What it is, in a few words.</param>
/// <param name="Line">The id of the line that it is called on.</param>
/// <param name="Department">Who runs it.</param>
/// <param name="Action">What happens.</param>
/// <param name="PreWaitMs">Milliseconds from GO to the action.</param>
/// <param name="DurationMs">Milliseconds that the action takes.</param>
/// <param name="PostWaitMs">Milliseconds from the end of the pre-wait until an auto-continue starts the next cue.</param>
/// <param name="Continue">What it does with the next cue.</param>
public sealed record Cue(
    string Number,
    string Title,
    string Line,
    Department Department,
    CueAction Action,
    int PreWaitMs,
    int DurationMs,
    int PostWaitMs,
    ContinueMode Continue);
