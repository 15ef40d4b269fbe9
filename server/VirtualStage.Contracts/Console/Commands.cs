using MessagePack;

namespace VirtualStage.Contracts.Console
{
    /// <summary>What a person (or the caller bot) may ask of a performance.</summary>
    [Union(0, typeof(OpenHouse))]
    [Union(1, typeof(CallBeginners))]
    [Union(2, typeof(StartShow))]
    [Union(3, typeof(Hold))]
    [Union(4, typeof(Resume))]
    [Union(5, typeof(TakeInterval))]
    [Union(6, typeof(EndInterval))]
    [Union(7, typeof(TakeCurtainCall))]
    [Union(8, typeof(CloseShow))]
    [Union(9, typeof(StandBy))]
    [Union(10, typeof(Go))]
    [Union(11, typeof(Panic))]
    [Union(12, typeof(Advance))]
    [Union(13, typeof(CastRole))]
    [Union(14, typeof(UncastRole))]
    [Union(15, typeof(TakeCalling))]
    [Union(16, typeof(LeaveCalling))]
    [Union(17, typeof(Warn))]
    [Union(18, typeof(AcknowledgeStandby))]
    [Union(19, typeof(ReleaseStandby))]
    [Union(20, typeof(MovePlayhead))]
    [Union(21, typeof(SkipCue))]
    [Union(22, typeof(FireCue))]
    [Union(23, typeof(PauseCue))]
    [Union(24, typeof(ResumeCue))]
    [Union(25, typeof(StopCue))]
    [Union(26, typeof(ArmCue))]
    [Union(27, typeof(Back))]
    [Union(28, typeof(GoToCue))]
    [Union(29, typeof(BeginRehearsal))]
    [Union(30, typeof(EndRehearsal))]
    [Union(31, typeof(ResetShow))]
    [Union(32, typeof(RehearseFrom))]
    [Union(33, typeof(SetLoop))]
    [Union(34, typeof(JumpToNextCue))]
    [Union(40, typeof(HandOverCalling))]
    [Union(41, typeof(PassCalling))]
    [Union(42, typeof(SetDoors))]
    [Union(43, typeof(SetReactions))]
    [Union(44, typeof(SetChat))]
    public interface IPerformanceCommand
    {
    }

    /// <summary>Opens the doors: the audience may come in.</summary>
    [MessagePackObject]
    public sealed record OpenHouse() : IPerformanceCommand;

    /// <summary>Calls the first actors to the stage.</summary>
    [MessagePackObject]
    public sealed record CallBeginners() : IPerformanceCommand;

    /// <summary>Starts the show: show time runs.</summary>
    [MessagePackObject]
    public sealed record StartShow() : IPerformanceCommand;

    /// <summary>Stops show time and everything that runs on it.</summary>
    [MessagePackObject]
    public sealed record Hold([property: Key(0)] string Reason) : IPerformanceCommand;

    /// <summary>Lets a held show go on.</summary>
    [MessagePackObject]
    public sealed record Resume() : IPerformanceCommand;

    [MessagePackObject]
    public sealed record TakeInterval() : IPerformanceCommand;

    [MessagePackObject]
    public sealed record EndInterval() : IPerformanceCommand;

    [MessagePackObject]
    public sealed record TakeCurtainCall() : IPerformanceCommand;

    /// <summary>Ends the performance for good.</summary>
    [MessagePackObject]
    public sealed record CloseShow() : IPerformanceCommand;

    /// <summary>Warns the departments of a cue, or of the cues in a chain: get ready. The playhead goes to it.</summary>
    [MessagePackObject]
    public sealed record Warn([property: Key(0)] string Cue) : IPerformanceCommand;

    /// <summary>Puts a cue on standby; the playhead goes to it.</summary>
    [MessagePackObject]
    public sealed record StandBy([property: Key(0)] string Cue) : IPerformanceCommand;

    /// <summary>A department says that it is ready for the cue that is warned or on standby.</summary>
    /// <param name="Cue">The cue that it saw; refused when it is another by now.</param>
    [MessagePackObject]
    public sealed record AcknowledgeStandby(
        [property: Key(0)] string Cue,
        [property: Key(1)] string Department) : IPerformanceCommand;

    /// <summary>Takes a warned cue, or one on standby, back: it waits again, and the playhead stays on it.</summary>
    [MessagePackObject]
    public sealed record ReleaseStandby([property: Key(0)] string Cue) : IPerformanceCommand;

    /// <summary>Calls the cue that is on standby.</summary>
    /// <param name="Cue">The standby cue that the operator saw; refused when it is another by now.</param>
    /// <param name="Revision">
    /// The performance's revision that the operator saw; refused when the cue was put on standby, or its sheet entry
    /// changed, after it. Null for a controller that sees no revision.
    /// </param>
    [MessagePackObject]
    public sealed record Go(
        [property: Key(0)] string Cue,
        [property: Key(1)] int? Revision = null) : IPerformanceCommand;

    /// <summary>Moves the playhead; nothing is called.</summary>
    [MessagePackObject]
    public sealed record MovePlayhead([property: Key(0)] string Cue) : IPerformanceCommand;

    /// <summary>Passes the cue at the playhead over: it counts as done, and the playhead goes to the next.</summary>
    /// <param name="Cue">The cue that the operator saw there; refused when it is another by now.</param>
    [MessagePackObject]
    public sealed record SkipCue([property: Key(0)] string Cue) : IPerformanceCommand;

    /// <summary>Starts a cue of the cart at once; the playhead stays.</summary>
    [MessagePackObject]
    public sealed record FireCue([property: Key(0)] string Cue) : IPerformanceCommand;

    /// <summary>Pauses one running cue.</summary>
    [MessagePackObject]
    public sealed record PauseCue([property: Key(0)] string Cue) : IPerformanceCommand;

    /// <summary>Lets one paused cue go on.</summary>
    [MessagePackObject]
    public sealed record ResumeCue([property: Key(0)] string Cue) : IPerformanceCommand;

    /// <summary>Stops one running or paused cue.</summary>
    [MessagePackObject]
    public sealed record StopCue([property: Key(0)] string Cue) : IPerformanceCommand;

    /// <summary>Arms or disarms a cue for this performance; a disarmed cue that is called does nothing, and its chain goes on.</summary>
    [MessagePackObject]
    public sealed record ArmCue(
        [property: Key(0)] string Cue,
        [property: Key(1)] bool Armed) : IPerformanceCommand;

    /// <summary>Restores the state before the last GO, and puts the playhead back. Again: the one before it.</summary>
    [MessagePackObject]
    public sealed record Back() : IPerformanceCommand;

    /// <summary>
    /// Puts the playhead on a cue, with the stage as the sheet would have it there: looks, scenery, who is on. In a live
    /// show only while it is held.
    /// </summary>
    [MessagePackObject]
    public sealed record GoToCue([property: Key(0)] string Cue) : IPerformanceCommand;

    /// <summary>Makes the performance a rehearsal, before its house is open: its doors stay closed.</summary>
    [MessagePackObject]
    public sealed record BeginRehearsal() : IPerformanceCommand;

    /// <summary>Makes a rehearsal a performance again, in preset as at its beginning.</summary>
    [MessagePackObject]
    public sealed record EndRehearsal() : IPerformanceCommand;

    /// <summary>Takes a rehearsal back to its preset: no cue called, show time at zero.</summary>
    [MessagePackObject]
    public sealed record ResetShow() : IPerformanceCommand;

    /// <summary>Rehearses from the top of a division, from a line, or from a cue: exactly one of them is named.</summary>
    [MessagePackObject]
    public sealed record RehearseFrom(
        [property: Key(0)] string? Division,
        [property: Key(1)] string? Line,
        [property: Key(2)] string? Cue) : IPerformanceCommand;

    /// <summary>A rehearsal that passes the last line of a loop goes back to its first; both null ends the loop.</summary>
    [MessagePackObject]
    public sealed record SetLoop(
        [property: Key(0)] string? FromLine,
        [property: Key(1)] string? ToLine) : IPerformanceCommand;

    /// <summary>Cue to cue: a rehearsal goes on some lines before the next cue.</summary>
    [MessagePackObject]
    public sealed record JumpToNextCue() : IPerformanceCommand;

    /// <summary>Fades everything to the safe look; a second time within the fade stops at once.</summary>
    [MessagePackObject]
    public sealed record Panic() : IPerformanceCommand;

    /// <summary>Moves the current line.</summary>
    [MessagePackObject]
    public sealed record Advance([property: Key(0)] string Line) : IPerformanceCommand;

    /// <summary>Gives a role to a person.</summary>
    [MessagePackObject]
    public sealed record CastRole(
        [property: Key(0)] string Role,
        [property: Key(1)] string Person) : IPerformanceCommand;

    /// <summary>Takes a role back; an understudy bot covers it.</summary>
    [MessagePackObject]
    public sealed record UncastRole([property: Key(0)] string Role) : IPerformanceCommand;

    /// <summary>The sender calls the show from now on; whoever did is displaced.</summary>
    [MessagePackObject]
    public sealed record TakeCalling() : IPerformanceCommand;

    /// <summary>The sender stops calling; the caller bot takes over when there is one.</summary>
    [MessagePackObject]
    public sealed record LeaveCalling() : IPerformanceCommand;

    /// <summary>Who calls the show hands it over to a person.</summary>
    [MessagePackObject]
    public sealed record HandOverCalling([property: Key(0)] string Person) : IPerformanceCommand;

    /// <summary>The theatre itself passes the show on when its caller is gone; no ticket allows it.</summary>
    /// <param name="From">Who calls it, and is gone; refused when somebody else does by now.</param>
    /// <param name="To">The next in line.</param>
    [MessagePackObject]
    public sealed record PassCalling(
        [property: Key(0)] string From,
        [property: Key(1)] string To) : IPerformanceCommand;

    /// <summary>Says who may come into the house while the show's doors are open, and how many. Nobody who is in is shown out.</summary>
    /// <param name="Capacity">How many of the audience may be in; null for any number. The company does not count.</param>
    [MessagePackObject]
    public sealed record SetDoors(
        [property: Key(0)] DoorsFor Admits,
        [property: Key(1)] int? Capacity) : IPerformanceCommand
    {
        /// <summary>Nobody has a house that is larger.</summary>
        public const int MostCapacity = 100_000;
    }

    /// <summary>Who may come into the house.</summary>
    public enum DoorsFor
    {
        Everybody = 0,

        /// <summary>Who has a ticket.</summary>
        Invited = 1,

        /// <summary>The company alone: who is late waits.</summary>
        Company = 2,
    }

    /// <summary>Lets the house be heard, or takes no reactions any more.</summary>
    [MessagePackObject]
    public sealed record SetReactions([property: Key(0)] bool Taken) : IPerformanceCommand;

    /// <summary>Says when the audience may chat.</summary>
    [MessagePackObject]
    public sealed record SetChat([property: Key(0)] ChatMode Mode) : IPerformanceCommand;

    /// <summary>When the audience may chat: never while there is none in.</summary>
    public enum ChatMode
    {
        /// <summary>Outside scenes: before the show, in the interval and at the curtain call.</summary>
        Automatic = 0,

        /// <summary>During scenes as well.</summary>
        Open = 1,

        /// <summary>Not at all.</summary>
        Closed = 2,
    }

    /// <summary>A command with the id that makes its retry harmless.</summary>
    /// <param name="Id">Chosen by the sender, unique; a retry carries the same.</param>
    /// <param name="PressedMs">
    /// Performance time at which a hand gave it, by the sender's reckoning; what a broken line held back for longer than
    /// <see cref="LateMs"/> is refused. Null for a sender without a clock.
    /// </param>
    [MessagePackObject]
    public sealed record CommandEnvelope(
        [property: Key(0)] string Id,
        [property: Key(1)] IPerformanceCommand Command,
        [property: Key(2)] long? PressedMs = null)
    {
        /// <summary>So many milliseconds of real time after the press a command is no longer what was meant.</summary>
        public const int LateMs = 1500;
    }

    /// <summary>What became of a command.</summary>
    /// <param name="Accepted">False when it was refused and changed nothing.</param>
    /// <param name="Reason">Why it was refused, for a person to read; null when accepted.</param>
    /// <param name="Revision">The performance's revision after it.</param>
    [MessagePackObject]
    public sealed record CommandAnswer(
        [property: Key(0)] bool Accepted,
        [property: Key(1)] string? Reason,
        [property: Key(2)] int Revision);
}
