using MessagePack;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Contracts.Console
{
    /// <summary>All that changes on a console during a show, whole at every change.</summary>
    /// <param name="Id">The performance's id.</param>
    /// <param name="Revision">Number of events in the journal; grows with every change of the show.</param>
    /// <param name="TimeMs">Performance time at which this view was made.</param>
    /// <param name="ShowTimeMs">Show time at that moment.</param>
    /// <param name="ShowTimeRuns">True while show time runs with performance time.</param>
    /// <param name="Rate">How fast performance time runs against real time.</param>
    /// <param name="CurrentLine">Id of the current line; null before the first.</param>
    /// <param name="Standby">Number of the cue on standby; null when none is.</param>
    /// <param name="Next">Number of the cue at the playhead, which is called next; null at a list's end.</param>
    /// <param name="Cues">Cues that are not waiting, in sheet order.</param>
    /// <param name="Caller">Who calls the show.</param>
    /// <param name="LeadMs">How far ahead effects are stamped.</param>
    /// <param name="HouseCount">Spectators connected.</param>
    /// <param name="Trouble">What keeps the journal from being written; null when all is well.</param>
    /// <param name="SheetVersion">Version of the production that is played: another one means another prompt book.</param>
    /// <param name="IsRehearsal">True for a rehearsal, whose doors stay closed.</param>
    /// <param name="Warned">Number of the cue that the departments were warned of; null when none is.</param>
    /// <param name="Ready">Departments that are ready for the cue that is warned or on standby.</param>
    /// <param name="CanGoBack">Number of the GOs that can be taken back.</param>
    /// <param name="Loop">The lines that a rehearsal repeats; null for no loop.</param>
    /// <param name="Stage">What the cues have made of the stage.</param>
    /// <param name="Disarmed">Numbers of the cues that are disarmed, by the sheet or in this performance.</param>
    /// <param name="Notice">What happened by itself that who calls the show should know, such as a standby that an edit released; null for nothing.</param>
    /// <param name="Clocks">How long the run and its parts take.</param>
    /// <param name="Doors">Who may come into the house.</param>
    [MessagePackObject]
    public sealed record PerformanceView(
        [property: Key(0)] string Id,
        [property: Key(1)] int Revision,
        [property: Key(2)] ShowState Show,
        [property: Key(3)] long TimeMs,
        [property: Key(4)] long ShowTimeMs,
        [property: Key(5)] bool ShowTimeRuns,
        [property: Key(6)] float Rate,
        [property: Key(7)] string? CurrentLine,
        [property: Key(8)] string? Standby,
        [property: Key(9)] string? Next,
        [property: Key(10)] CueView[] Cues,
        [property: Key(11)] CallerView Caller,
        [property: Key(12)] RoleView[] Roles,
        [property: Key(13)] int LeadMs,
        [property: Key(14)] int HouseCount,
        [property: Key(15)] string? Trouble,
        [property: Key(16)] int SheetVersion,
        [property: Key(17)] bool IsRehearsal,
        [property: Key(18)] string? Warned,
        [property: Key(19)] string[] Ready,
        [property: Key(20)] int CanGoBack,
        [property: Key(21)] LoopView? Loop,
        [property: Key(22)] StageView Stage,
        [property: Key(23)] string[] Disarmed,
        [property: Key(24)] string? Notice,
        [property: Key(25)] ClocksView Clocks,
        [property: Key(26)] DoorsView Doors);

    /// <summary>Who may come into the house, and how many want to.</summary>
    /// <param name="Capacity">How many of the audience may be in; null for any number.</param>
    /// <param name="Taken">How many places are taken, or kept for a moment.</param>
    /// <param name="Waiting">How many wait before a full house.</param>
    /// <param name="ReactionsTaken">True while the house is heard.</param>
    /// <param name="Chat">When the audience may chat.</param>
    [MessagePackObject]
    public sealed record DoorsView(
        [property: Key(0)] DoorsFor Admits,
        [property: Key(1)] int? Capacity,
        [property: Key(2)] int Taken,
        [property: Key(3)] int Waiting,
        [property: Key(4)] bool ReactionsTaken,
        [property: Key(5)] ChatMode Chat);

    /// <summary>The lines that a rehearsal repeats, both included.</summary>
    [MessagePackObject]
    public sealed record LoopView(
        [property: Key(0)] string FromLine,
        [property: Key(1)] string ToLine);

    /// <summary>The stage as the cues have it: where they lead to, not where a fade is.</summary>
    /// <param name="PiecesIn">Ids of the set pieces that are in, of those that fly.</param>
    /// <param name="Roles">Where the blocking has each role; before it came on, the entrance that it will come by.</param>
    /// <param name="Performers">Where the matted performers stand.</param>
    [MessagePackObject]
    public sealed record StageView(
        [property: Key(0)] string Look,
        [property: Key(1)] string[] PiecesIn,
        [property: Key(2)] RolePlace[] Roles,
        [property: Key(3)] RolePlace[] Performers);

    /// <summary>Where the cues have a role.</summary>
    /// <param name="Mark">The mark; null when it is off.</param>
    /// <param name="Entrance">The entrance that it is off by; null when it is on.</param>
    [MessagePackObject]
    public sealed record RolePlace(
        [property: Key(0)] string Role,
        [property: Key(1)] string? Mark,
        [property: Key(2)] string? Entrance);

    /// <summary>Where a cue is.</summary>
    public enum CueState
    {
        Waiting = 0,
        Standby = 1,
        PreWait = 2,
        Running = 3,
        Paused = 4,
        Done = 5,
        Failed = 6,

        /// <summary>Its departments were told to get ready.</summary>
        Warned = 7,
    }

    /// <summary>A cue that was touched.</summary>
    /// <param name="StartedMs">Show time of its GO; null before.</param>
    /// <param name="DueMs">Show time at which its present phase ends; null when nothing is due, or when that is not known (a group).</param>
    /// <param name="Reason">Why it failed; null when it did not.</param>
    /// <param name="LeftMs">While it is paused by itself: show time that is left of its present phase; its DueMs is null then.</param>
    /// <param name="FollowsMs">Show time at which it calls the next cue by itself; null when it does not, or when that is not known.</param>
    [MessagePackObject]
    public sealed record CueView(
        [property: Key(0)] string Number,
        [property: Key(1)] CueState State,
        [property: Key(2)] long? StartedMs,
        [property: Key(3)] long? DueMs,
        [property: Key(4)] string? Reason,
        [property: Key(5)] long? LeftMs,
        [property: Key(6)] long? FollowsMs);

    /// <summary>Who calls the show.</summary>
    /// <param name="Person">Id of the person; null for the bot or nobody.</param>
    /// <param name="Name">As shown.</param>
    [MessagePackObject]
    public sealed record CallerView(
        [property: Key(0)] string? Person,
        [property: Key(1)] string Name,
        [property: Key(2)] bool IsBot);

    /// <summary>A role and who is on it.</summary>
    /// <param name="Person">Id of the person cast; null when an understudy bot covers it.</param>
    /// <param name="PersonName">The person's chosen name; null when nobody is cast.</param>
    /// <param name="OnStage">True while somebody (a person or a bot) is connected in this role.</param>
    /// <param name="ByBot">True when that is a bot.</param>
    /// <param name="Away">True while the person's connection is lost: their body stands, and the role waits for them.</param>
    /// <param name="Conduct">How the client was held to the rules in the last minute; null when it kept to them.</param>
    [MessagePackObject]
    public sealed record RoleView(
        [property: Key(0)] string Role,
        [property: Key(1)] string? Person,
        [property: Key(2)] string? PersonName,
        [property: Key(3)] bool OnStage,
        [property: Key(4)] bool ByBot,
        [property: Key(5)] bool Away,
        [property: Key(6)] ClientConduct? Conduct);

    /// <summary>How an actor's client was held to the rules in a minute.</summary>
    /// <param name="TooManyMoves">Ticks of movement beyond what time allows: they moved nothing.</param>
    /// <param name="Unreadable">Messages that could not be read.</param>
    /// <param name="TooMuch">Packets beyond what a client may send: they were dropped.</param>
    [MessagePackObject]
    public sealed record ClientConduct(
        [property: Key(0)] int TooManyMoves,
        [property: Key(1)] int Unreadable,
        [property: Key(2)] int TooMuch);
}
