using MessagePack;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Contracts.Recordings
{
    /// <summary>What a recording can be looked up by.</summary>
    public enum RecordingMarkKind
    {
        Act = 0,
        Scene = 1,
        Line = 2,
        Cue = 3,

        /// <summary>The show went on to another state; its id is the name of a <see cref="ShowState"/>.</summary>
        Show = 4,
    }

    /// <summary>A place in a recording.</summary>
    /// <param name="TimeMs">Performance time.</param>
    /// <param name="Id">The id of the division or line, the cue's number, or the show's state.</param>
    /// <param name="Text">The heading, the line as it is spoken, the cue's title.</param>
    /// <param name="Speaker">Who speaks a line, as the audience reads it; empty for all else.</param>
    [MessagePackObject]
    public sealed record RecordingMark(
        [property: Key(0)] RecordingMarkKind Kind,
        [property: Key(1)] long TimeMs,
        [property: Key(2)] string Id,
        [property: Key(3)] string Text,
        [property: Key(4)] string Speaker);

    /// <summary>A stretch of a recording in which something is missing.</summary>
    /// <param name="FromMs">Performance time.</param>
    /// <param name="Reason">Why, for people to read.</param>
    [MessagePackObject]
    public sealed record RecordingGap(
        [property: Key(0)] long FromMs,
        [property: Key(1)] long UntilMs,
        [property: Key(2)] string Reason);

    /// <summary>What a recording's index tells besides where blocks are.</summary>
    [MessagePackObject]
    public sealed record RecordingTable(
        [property: Key(0)] RecordingHead[] Heads,
        [property: Key(1)] RecordingMark[] Marks,
        [property: Key(2)] RecordingGap[] Gaps);

    /// <summary>What stands at the head of each piece that was recorded without a break.</summary>
    /// <param name="Performance">The performance's id.</param>
    /// <param name="Production">The production's id.</param>
    /// <param name="Title">The play, as the playbill has it.</param>
    /// <param name="AtMs">Unix milliseconds at which it begins.</param>
    /// <param name="FromMs">Performance time at which it begins.</param>
    /// <param name="Rate">Performance milliseconds in a real one.</param>
    [MessagePackObject]
    public sealed record RecordingHead(
        [property: Key(0)] string Performance,
        [property: Key(1)] string Production,
        [property: Key(2)] string Title,
        [property: Key(3)] long AtMs,
        [property: Key(4)] long FromMs,
        [property: Key(5)] float Rate);
}
