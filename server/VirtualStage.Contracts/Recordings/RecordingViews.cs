using MessagePack;

namespace VirtualStage.Contracts.Recordings
{
    /// <summary>The recordings that the asker may watch, the newest first. Served as JSON.</summary>
    [MessagePackObject]
    public sealed record RecordingList([property: Key(0)] RecordingEntry[] Recordings);

    /// <summary>A recording.</summary>
    /// <param name="Id">The performance's id.</param>
    /// <param name="AtMs">Unix milliseconds at which it begins.</param>
    /// <param name="DurationMs">In performance time.</param>
    /// <param name="IsGoingOn">True while more is recorded.</param>
    [MessagePackObject]
    public sealed record RecordingEntry(
        [property: Key(0)] string Id,
        [property: Key(1)] string Title,
        [property: Key(2)] long AtMs,
        [property: Key(3)] long DurationMs,
        [property: Key(4)] bool IsGoingOn);

    /// <summary>What can be found in a recording. Served as JSON.</summary>
    /// <param name="FromMs">Performance time of its beginning.</param>
    /// <param name="UntilMs">Performance time of its end.</param>
    /// <param name="Rate">Performance milliseconds in a real one, as it was played.</param>
    [MessagePackObject]
    public sealed record RecordingContents(
        [property: Key(0)] string Id,
        [property: Key(1)] string Title,
        [property: Key(2)] long AtMs,
        [property: Key(3)] long FromMs,
        [property: Key(4)] long UntilMs,
        [property: Key(5)] float Rate,
        [property: Key(6)] bool IsGoingOn,
        [property: Key(7)] RecordingMark[] Marks,
        [property: Key(8)] RecordingGap[] Gaps);

    /// <summary>What a piece of a recording is.</summary>
    public enum RecordingPieceKind
    {
        /// <summary>A HouseFrame.</summary>
        Frame = 0,

        /// <summary>A VoiceHeard.</summary>
        Voice = 1,

        /// <summary>An IPictureMessage.</summary>
        Picture = 2,
    }

    /// <summary>Something that the house was sent.</summary>
    /// <param name="TimeMs">Performance time at which it was sent.</param>
    /// <param name="Data">The message in MessagePack, the same bytes as in the house.</param>
    [MessagePackObject]
    public sealed record RecordingPiece(
        [property: Key(0)] RecordingPieceKind Kind,
        [property: Key(1)] long TimeMs,
        [property: Key(2)] byte[] Data);

    /// <summary>A few seconds of a recording, in MessagePack.</summary>
    /// <param name="FromMs">Performance time of its first keyframe: at or before the one that was asked for.</param>
    /// <param name="NextMs">Where the next stretch begins; null at the end of what is recorded.</param>
    /// <param name="Pieces">In the order in which the house was sent them.</param>
    [MessagePackObject]
    public sealed record RecordingStretch(
        [property: Key(0)] long FromMs,
        [property: Key(1)] long? NextMs,
        [property: Key(2)] RecordingPiece[] Pieces);
}
