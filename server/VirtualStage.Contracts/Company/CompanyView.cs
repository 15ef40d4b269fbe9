using MessagePack;

namespace VirtualStage.Contracts.Company
{
    /// <summary>
    /// A company and its run of a performance, whole at every change, as far as its reader may see it: an operator sees
    /// all, an actor the cast by name and what is their own, an auditionee their own audition. Times are Unix milliseconds.
    /// </summary>
    /// <param name="Production">The production's id.</param>
    /// <param name="Performance">The performance that is followed.</param>
    /// <param name="Revision">Number of events in the company's journal.</param>
    /// <param name="Me">The reader's id.</param>
    /// <param name="Trouble">What keeps the journal from being written; null when all is well.</param>
    /// <param name="Calls">Calls that were given, the newest last.</param>
    /// <param name="ReadyAskedMs">When everybody was asked whether they are ready; null when nobody was.</param>
    /// <param name="Departments">Names that a message can be sent to and a person can belong to.</param>
    /// <param name="Lights">The cue lights, one a department.</param>
    /// <param name="CallingLine">Who calls the show in whose absence, in order.</param>
    /// <param name="Recording">Whether the performance is recorded now.</param>
    /// <param name="Handover">The reader's handover card, while they cover a role at short notice; null for none.</param>
    [MessagePackObject]
    public sealed record CompanyView(
        [property: Key(0)] string Production,
        [property: Key(1)] string Performance,
        [property: Key(2)] int Revision,
        [property: Key(3)] string Me,
        [property: Key(4)] string? Trouble,
        [property: Key(5)] MemberView[] Members,
        [property: Key(6)] CompanyRole[] Roles,
        [property: Key(7)] GivenCall[] Calls,
        [property: Key(8)] long? ReadyAskedMs,
        [property: Key(9)] AuditionView[] Auditions,
        [property: Key(10)] LineNote[] LineNotes,
        [property: Key(11)] BanView[] Bans,
        [property: Key(12)] bool StageLocked,
        [property: Key(13)] string[] CallingLine,
        [property: Key(14)] string[] Departments,
        [property: Key(15)] CueLight[] Lights,
        [property: Key(16)] HandoverCard? Handover,
        [property: Key(17)] RecordingSign Recording);

    /// <summary>Whether a performance is recorded now.</summary>
    public enum RecordingState
    {
        /// <summary>This theatre records nothing, or the performance is over.</summary>
        Off = 0,

        /// <summary>It is recorded from when the doors open.</summary>
        Ready = 1,

        /// <summary>It is being recorded.</summary>
        On = 2,

        /// <summary>The prompt corner has it paused.</summary>
        Paused = 3,

        /// <summary>It should be recorded and cannot: a full disk, or one that is too slow. The show goes on.</summary>
        Failing = 4,
    }

    /// <summary>The on-air sign.</summary>
    /// <param name="Words">Why it fails, or what is missing in the recording; empty when all is well. For operators alone.</param>
    /// <param name="Broadcast">How the broadcast goes, for operators, and empty for all others; null while there is none.</param>
    [MessagePackObject]
    public sealed record RecordingSign(
        [property: Key(0)] RecordingState State,
        [property: Key(1)] string Words,
        [property: Key(2)] string? Broadcast = null);

    /// <summary>Somebody of the company.</summary>
    /// <param name="Name">As they want to be called; "somebody" where they gave none or were forgotten.</param>
    /// <param name="Scopes">What their ticket allows, as far as it is known; empty for readers who are no operators.</param>
    /// <param name="Connected">True while a page of theirs is open: console, stage door or audition.</param>
    /// <param name="SignedInMs">When they signed in; null before.</param>
    /// <param name="Recorded">True for who lets themselves be recorded.</param>
    [MessagePackObject]
    public sealed record MemberView(
        [property: Key(0)] string Person,
        [property: Key(1)] string Name,
        [property: Key(2)] string Pronouns,
        [property: Key(3)] string[] Roles,
        [property: Key(4)] string[] Covers,
        [property: Key(5)] string[] Departments,
        [property: Key(6)] string[] Scopes,
        [property: Key(7)] bool Connected,
        [property: Key(8)] Attendance Attendance,
        [property: Key(9)] long? SignedInMs,
        [property: Key(10)] ReadyAnswer[] Ready,
        [property: Key(11)] bool Muted,
        [property: Key(12)] bool Frozen,
        [property: Key(13)] bool Ejected,
        [property: Key(14)] bool Banned,
        [property: Key(15)] bool Recorded);

    /// <summary>Whether somebody is there for a performance.</summary>
    public enum Attendance
    {
        /// <summary>Not there, and not yet missed.</summary>
        Expected = 0,
        SignedIn = 1,
        Late = 2,
        Absent = 3,
    }

    /// <summary>What a ready check looks at.</summary>
    public enum ReadyCheck
    {
        Connection = 0,
        Microphone = 1,
        Camera = 2,
    }

    public enum ReadyState
    {
        Unknown = 0,
        Ready = 1,

        /// <summary>It works, with something to be said of it.</summary>
        Poor = 2,
        Failed = 3,

        /// <summary>This person has none, or needs none.</summary>
        NotUsed = 4,
    }

    /// <summary>An answer to a ready check.</summary>
    [MessagePackObject]
    public sealed record ReadyAnswer(
        [property: Key(0)] ReadyCheck Check,
        [property: Key(1)] ReadyState State,
        [property: Key(2)] string Word,
        [property: Key(3)] long AtMs);

    /// <summary>A role, who has it and who plays it in this performance.</summary>
    /// <param name="Person">Who has it in the company's cast; null for a bot.</param>
    /// <param name="Tonight">Who plays it in this performance; null for a bot.</param>
    /// <param name="Covers">Its understudies, in order.</param>
    /// <param name="Speeches">How often it speaks.</param>
    /// <param name="Words">How many words it has.</param>
    /// <param name="FirstLine">The line at which it first is on; null where it never is.</param>
    [MessagePackObject]
    public sealed record CompanyRole(
        [property: Key(0)] string Role,
        [property: Key(1)] string Name,
        [property: Key(2)] string? Person,
        [property: Key(3)] string? Tonight,
        [property: Key(4)] string[] Covers,
        [property: Key(5)] int Speeches,
        [property: Key(6)] int Lines,
        [property: Key(7)] int Words,
        [property: Key(8)] string? FirstLine);

    /// <summary>The calls before a show.</summary>
    public enum CompanyCall
    {
        /// <summary>Thirty-five minutes before the curtain: everybody must be there.</summary>
        Half = 0,

        /// <summary>Twenty minutes before it.</summary>
        Quarter = 1,

        /// <summary>Ten minutes before it.</summary>
        Five = 2,

        /// <summary>Five minutes before it: who begins goes to the stage.</summary>
        Beginners = 3,
    }

    /// <summary>A call that was given.</summary>
    /// <param name="By">Who gave it.</param>
    /// <param name="Called">Who was signed in and heard it.</param>
    [MessagePackObject]
    public sealed record GivenCall(
        [property: Key(0)] CompanyCall Call,
        [property: Key(1)] long AtMs,
        [property: Key(2)] string By,
        [property: Key(3)] string[] Called);

    /// <summary>What an actor did with a line.</summary>
    public enum LineNoteKind
    {
        /// <summary>Left out.</summary>
        Dropped = 0,

        /// <summary>Said in other words.</summary>
        Paraphrased = 1,

        /// <summary>Asked for.</summary>
        CalledFor = 2,
    }

    /// <summary>A note on a line.</summary>
    /// <param name="Id">Counts from 1 in the performance.</param>
    /// <param name="Person">Who played the role then; null for a bot.</param>
    [MessagePackObject]
    public sealed record LineNote(
        [property: Key(0)] int Id,
        [property: Key(1)] string Line,
        [property: Key(2)] string Role,
        [property: Key(3)] string? Person,
        [property: Key(4)] LineNoteKind Kind,
        [property: Key(5)] long AtMs);

    /// <summary>Somebody who is kept out.</summary>
    [MessagePackObject]
    public sealed record BanView(
        [property: Key(0)] string Person,
        [property: Key(1)] string Name,
        [property: Key(2)] bool WithAddress,
        [property: Key(3)] string Reason,
        [property: Key(4)] string By,
        [property: Key(5)] long AtMs);

    public enum CueLightState
    {
        Off = 0,
        Warn = 1,
        Standby = 2,

        /// <summary>Called, and its cue has not ended.</summary>
        Go = 3,
    }

    /// <summary>A department's cue light.</summary>
    /// <param name="Cue">The cue that it is for; null while it is off.</param>
    /// <param name="Acknowledged">True when the department said that it is ready.</param>
    [MessagePackObject]
    public sealed record CueLight(
        [property: Key(0)] string Department,
        [property: Key(1)] CueLightState State,
        [property: Key(2)] string? Cue,
        [property: Key(3)] bool Acknowledged);

    /// <summary>What somebody needs who takes a role over in the middle of a show.</summary>
    /// <param name="IsOn">True when the role is on stage now.</param>
    /// <param name="Mark">The mark to stand on; null where the blocking says none.</param>
    /// <param name="Entrance">The entrance to wait at, when the role is off; null where the blocking says none.</param>
    /// <param name="X">Where that is, in metres; null where the blocking says nothing.</param>
    /// <param name="CueLine">What is said right before the role's next line; null when the role has the next words.</param>
    /// <param name="NextLine">Id of the role's next line; null when it has none any more.</param>
    /// <param name="LinesUntil">How many lines of others come before it.</param>
    /// <param name="NextCue">Number of the next cue that moves or calls the role; null for none.</param>
    /// <param name="NextCueLine">Id of the line on which that cue is called.</param>
    [MessagePackObject]
    public sealed record HandoverCard(
        [property: Key(0)] string Role,
        [property: Key(1)] string RoleName,
        [property: Key(2)] bool IsOn,
        [property: Key(3)] string? Mark,
        [property: Key(4)] string? Entrance,
        [property: Key(5)] float? X,
        [property: Key(6)] float? Z,
        [property: Key(7)] float? FacingDegrees,
        [property: Key(8)] string? CueLine,
        [property: Key(9)] string? NextLine,
        [property: Key(10)] string? NextLineText,
        [property: Key(11)] int LinesUntil,
        [property: Key(12)] string? NextCue,
        [property: Key(13)] string? NextCueTitle,
        [property: Key(14)] string? NextCueLine);
}
