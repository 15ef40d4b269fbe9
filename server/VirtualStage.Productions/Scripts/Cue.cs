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
    Performers,
    Messages,

    /// <summary>The prompt corner itself: groups, waits, memos, what acts on other cues.</summary>
    StageManagement,
}

/// <summary>One numbered thing to happen.</summary>
/// <param name="Number">Unique in the production; text, such as "1", "1.5" or "LX 12".</param>
/// <param name="Title">What it is, in a few words.</param>
/// <param name="Line">The id of the line that it is called on; null where it has none (outside of the main list).</param>
/// <param name="Department">Who runs it.</param>
/// <param name="Action">What happens.</param>
/// <param name="PreWaitMs">Milliseconds from GO to the action.</param>
/// <param name="DurationMs">Milliseconds that the action takes.</param>
/// <param name="PostWaitMs">Milliseconds from the end of the pre-wait until an auto-continue starts the next cue.</param>
/// <param name="Continue">What it does with the next cue.</param>
public sealed record Cue(
    string Number,
    string Title,
    string? Line,
    Department Department,
    CueAction Action,
    int PreWaitMs,
    int DurationMs,
    int PostWaitMs,
    ContinueMode Continue)
{
    /// <summary>The list that it stands in: <see cref="CueList.Main"/>, <see cref="CueList.Cart"/> or one of the company's own.</summary>
    public string List { get; init; } = CueList.Main;

    /// <summary>The number of the group that it is a member of; null for a cue of its own.</summary>
    public string? Group { get; init; }

    /// <summary>True when the playhead can stand on it: it is in no group and not in the cart.</summary>
    public bool IsCallable => Group is null && List != CueList.Cart;

    /// <summary>False when it is to be passed over: called, it does nothing and its chain goes on.</summary>
    public bool Armed { get; init; } = true;

    /// <summary>True when somebody should look at it.</summary>
    public bool Flagged { get; init; }

    /// <summary>How it is marked in the book; null for no mark.</summary>
    public Colour? Colour { get; init; }

    /// <summary>What the operators should know; empty for nothing.</summary>
    public string Notes { get; init; } = "";
}

/// <summary>Names of cue lists.</summary>
public static class CueList
{
    /// <summary>The list that follows the text.</summary>
    public const string Main = "main";

    /// <summary>Cues without an order, fired at will.</summary>
    public const string Cart = "cart";
}
