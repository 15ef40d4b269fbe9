using MessagePack;

namespace VirtualStage.Contracts.Company
{
    /// <summary>
    /// What a person may ask of a company. The ticket must have one of the scopes that stand with the command;
    /// "self" is what anybody of the company may do for themselves. Times are Unix milliseconds.
    /// </summary>
    [Union(0, typeof(GiveRole))]
    [Union(1, typeof(TakeRoleBack))]
    [Union(2, typeof(SetCovers))]
    [Union(3, typeof(CoverRole))]
    [Union(4, typeof(UncoverRole))]
    [Union(5, typeof(SetDepartments))]
    [Union(6, typeof(RemoveMember))]
    [Union(10, typeof(OpenAudition))]
    [Union(11, typeof(CloseAudition))]
    [Union(12, typeof(ChooseSide))]
    [Union(13, typeof(CallToRead))]
    [Union(14, typeof(EndReading))]
    [Union(15, typeof(OfferRole))]
    [Union(16, typeof(WithdrawOffer))]
    [Union(17, typeof(ThankAuditionee))]
    [Union(18, typeof(AnswerOffer))]
    [Union(19, typeof(LeaveAudition))]
    [Union(20, typeof(MarkAttendance))]
    [Union(21, typeof(SignIn))]
    [Union(22, typeof(GiveCall))]
    [Union(23, typeof(AskReady))]
    [Union(24, typeof(AnswerReady))]
    [Union(30, typeof(GivePrompt))]
    [Union(31, typeof(SendMessage))]
    [Union(32, typeof(NoteLine))]
    [Union(33, typeof(TakeBackLineNote))]
    [Union(34, typeof(SendDigests))]
    [Union(40, typeof(SetMuted))]
    [Union(41, typeof(SetFrozen))]
    [Union(42, typeof(MoveToWings))]
    [Union(43, typeof(Eject))]
    [Union(44, typeof(Readmit))]
    [Union(45, typeof(Ban))]
    [Union(46, typeof(LiftBan))]
    [Union(47, typeof(LockStage))]
    [Union(50, typeof(SetCallingLine))]
    [Union(60, typeof(ConsentToRecording))]
    [Union(61, typeof(SwitchRecording))]
    public interface ICompanyCommand
    {
    }

    /// <summary>Casts a person, now and in performances to come. Scope cast.</summary>
    [MessagePackObject]
    public sealed record GiveRole(
        [property: Key(0)] string Role,
        [property: Key(1)] string Person) : ICompanyCommand;

    /// <summary>Takes a role back: its first cover, or a bot, plays it. Scope cast.</summary>
    [MessagePackObject]
    public sealed record TakeRoleBack([property: Key(0)] string Role) : ICompanyCommand;

    /// <summary>Names a role's understudies in order, instead of those named before; who covers several is a swing. Scope cast.</summary>
    [MessagePackObject]
    public sealed record SetCovers(
        [property: Key(0)] string Role,
        [property: Key(1)] string[] Persons) : ICompanyCommand;

    /// <summary>Hot swap: the person takes the role at once, in this performance alone, and gets a handover card. Scope cast or call.</summary>
    /// <param name="Person">Null for the role's first cover who is signed in.</param>
    [MessagePackObject]
    public sealed record CoverRole(
        [property: Key(0)] string Performance,
        [property: Key(1)] string Role,
        [property: Key(2)] string? Person) : ICompanyCommand;

    /// <summary>Ends a hot swap: who has the role in the company's cast plays on. Scope cast or call.</summary>
    [MessagePackObject]
    public sealed record UncoverRole(
        [property: Key(0)] string Performance,
        [property: Key(1)] string Role) : ICompanyCommand;

    /// <summary>Says which departments a person belongs to, instead of those said before. Scope cast.</summary>
    /// <param name="Departments">Names as in the prompt book's cues.</param>
    [MessagePackObject]
    public sealed record SetDepartments(
        [property: Key(0)] string Person,
        [property: Key(1)] string[] Departments) : ICompanyCommand;

    /// <summary>Takes a person out of the company: roles, covers and departments with them. Their ticket is void. Scope cast.</summary>
    [MessagePackObject]
    public sealed record RemoveMember([property: Key(0)] string Person) : ICompanyCommand;

    /// <summary>Opens an audition: its public link stands in the view. Scope cast.</summary>
    /// <param name="Title">As strangers read it.</param>
    /// <param name="Note">What they should know; may be empty.</param>
    /// <param name="Roles">Roles that are to be cast; empty for any.</param>
    /// <param name="FirstSlotMs">When the first slot begins, the others one after the other; null for a queue.</param>
    /// <param name="SlotMinutes">How long a slot, or a reading in the queue, takes.</param>
    /// <param name="Places">How many may sign up: the number of slots.</param>
    [MessagePackObject]
    public sealed record OpenAudition(
        [property: Key(0)] string Title,
        [property: Key(1)] string Note,
        [property: Key(2)] string[] Roles,
        [property: Key(3)] long? FirstSlotMs,
        [property: Key(4)] int SlotMinutes,
        [property: Key(5)] int Places) : ICompanyCommand;

    /// <summary>Closes an audition: nobody new may sign up; offers stand. Scope cast.</summary>
    [MessagePackObject]
    public sealed record CloseAudition([property: Key(0)] string Audition) : ICompanyCommand;

    /// <summary>Chooses what is read for a role, instead of what is proposed. Scope cast.</summary>
    [MessagePackObject]
    public sealed record ChooseSide(
        [property: Key(0)] string Audition,
        [property: Key(1)] string Role,
        [property: Key(2)] string FromLine,
        [property: Key(3)] string ToLine) : ICompanyCommand;

    /// <summary>Calls a person to read for a role: until the reading ends they may step on the stage in it. Scope cast.</summary>
    [MessagePackObject]
    public sealed record CallToRead(
        [property: Key(0)] string Audition,
        [property: Key(1)] string Person,
        [property: Key(2)] string Role) : ICompanyCommand;

    /// <summary>Ends a reading. Scope cast.</summary>
    [MessagePackObject]
    public sealed record EndReading(
        [property: Key(0)] string Audition,
        [property: Key(1)] string Person) : ICompanyCommand;

    /// <summary>Offers a role to a person. Scope cast.</summary>
    [MessagePackObject]
    public sealed record OfferRole(
        [property: Key(0)] string Audition,
        [property: Key(1)] string Person,
        [property: Key(2)] string Role) : ICompanyCommand;

    /// <summary>Takes an offer back before it is answered. Scope cast.</summary>
    [MessagePackObject]
    public sealed record WithdrawOffer(
        [property: Key(0)] string Audition,
        [property: Key(1)] string Person) : ICompanyCommand;

    /// <summary>Lets a person go with thanks: no role for them. Scope cast.</summary>
    [MessagePackObject]
    public sealed record ThankAuditionee(
        [property: Key(0)] string Audition,
        [property: Key(1)] string Person) : ICompanyCommand;

    /// <summary>The sender accepts or declines the role that they are offered; who accepts is cast. Self.</summary>
    [MessagePackObject]
    public sealed record AnswerOffer(
        [property: Key(0)] string Audition,
        [property: Key(1)] bool Accept) : ICompanyCommand;

    /// <summary>The sender leaves an audition. Self.</summary>
    [MessagePackObject]
    public sealed record LeaveAudition([property: Key(0)] string Audition) : ICompanyCommand;

    /// <summary>Marks whether a person is there. Scope call.</summary>
    [MessagePackObject]
    public sealed record MarkAttendance(
        [property: Key(0)] string Performance,
        [property: Key(1)] string Person,
        [property: Key(2)] Attendance Attendance) : ICompanyCommand;

    /// <summary>The sender is there: signed in, or late when the half was called. Self.</summary>
    [MessagePackObject]
    public sealed record SignIn([property: Key(0)] string Performance) : ICompanyCommand;

    /// <summary>Gives a call to everybody who is signed in. Scope call.</summary>
    [MessagePackObject]
    public sealed record GiveCall(
        [property: Key(0)] string Performance,
        [property: Key(1)] CompanyCall Call) : ICompanyCommand;

    /// <summary>Asks everybody whether they are ready; former answers are forgotten. Scope call.</summary>
    [MessagePackObject]
    public sealed record AskReady([property: Key(0)] string Performance) : ICompanyCommand;

    /// <summary>The sender's client answers a ready check. Self.</summary>
    /// <param name="Word">What there is to say of it, up to 80 characters; may be empty.</param>
    [MessagePackObject]
    public sealed record AnswerReady(
        [property: Key(0)] string Performance,
        [property: Key(1)] ReadyCheck Check,
        [property: Key(2)] ReadyState State,
        [property: Key(3)] string Word) : ICompanyCommand;

    /// <summary>
    /// Prompts a role's actor: the first words of the role's next line; pressed again at the same line more of it, then
    /// the whole line. Scope call or notes.
    /// </summary>
    [MessagePackObject]
    public sealed record GivePrompt(
        [property: Key(0)] string Performance,
        [property: Key(1)] string Role) : ICompanyCommand;

    /// <summary>Says something to a person, a department or everybody of the company. Never reaches the audience.</summary>
    /// <param name="ToKind">To everybody needs scope call.</param>
    /// <param name="To">A person's id or a department's name; empty for everybody.</param>
    /// <param name="Text">1 to 1,000 characters.</param>
    /// <param name="IsNote">A note on the show, to be read later. Needs scope notes.</param>
    [MessagePackObject]
    public sealed record SendMessage(
        [property: Key(0)] string Performance,
        [property: Key(1)] AddressKind ToKind,
        [property: Key(2)] string To,
        [property: Key(3)] string Text,
        [property: Key(4)] bool IsNote) : ICompanyCommand;

    /// <summary>Notes what an actor did with a line. Scope notes.</summary>
    [MessagePackObject]
    public sealed record NoteLine(
        [property: Key(0)] string Performance,
        [property: Key(1)] string Line,
        [property: Key(2)] string Role,
        [property: Key(3)] LineNoteKind Kind) : ICompanyCommand;

    /// <summary>Takes a line note back. Scope notes.</summary>
    [MessagePackObject]
    public sealed record TakeBackLineNote(
        [property: Key(0)] string Performance,
        [property: Key(1)] int Note) : ICompanyCommand;

    /// <summary>Sends each actor the digest of their line notes, as a note. Scope notes.</summary>
    [MessagePackObject]
    public sealed record SendDigests([property: Key(0)] string Performance) : ICompanyCommand;

    /// <summary>A muted person's messages are refused, and they speak no lines. Scope moderate.</summary>
    [MessagePackObject]
    public sealed record SetMuted(
        [property: Key(0)] string Person,
        [property: Key(1)] bool Muted,
        [property: Key(2)] string Reason) : ICompanyCommand;

    /// <summary>What a frozen person's client sends moves nothing. Scope moderate.</summary>
    [MessagePackObject]
    public sealed record SetFrozen(
        [property: Key(0)] string Person,
        [property: Key(1)] bool Frozen,
        [property: Key(2)] string Reason) : ICompanyCommand;

    /// <summary>Puts a person at the entrance that is nearest to them. Scope moderate.</summary>
    [MessagePackObject]
    public sealed record MoveToWings(
        [property: Key(0)] string Performance,
        [property: Key(1)] string Person) : ICompanyCommand;

    /// <summary>Shows a person off the stage, for this performance. Scope moderate.</summary>
    [MessagePackObject]
    public sealed record Eject(
        [property: Key(0)] string Performance,
        [property: Key(1)] string Person,
        [property: Key(2)] string Reason) : ICompanyCommand;

    /// <summary>Lets an ejected person come back. Scope moderate.</summary>
    [MessagePackObject]
    public sealed record Readmit(
        [property: Key(0)] string Performance,
        [property: Key(1)] string Person) : ICompanyCommand;

    /// <summary>Keeps a person out of the theatre: their tickets are refused at every door. Scope moderate.</summary>
    /// <param name="WithAddress">Keeps out whoever comes from the address that they were last seen at, as well.</param>
    [MessagePackObject]
    public sealed record Ban(
        [property: Key(0)] string Person,
        [property: Key(1)] bool WithAddress,
        [property: Key(2)] string Reason) : ICompanyCommand;

    /// <summary>Lifts a ban, that of the address as well. Scope moderate.</summary>
    [MessagePackObject]
    public sealed record LiftBan([property: Key(0)] string Person) : ICompanyCommand;

    /// <summary>While it is locked nobody but the cast (and bots in its place) may step on the stage. Scope moderate.</summary>
    [MessagePackObject]
    public sealed record LockStage(
        [property: Key(0)] string Performance,
        [property: Key(1)] bool Locked) : ICompanyCommand;

    /// <summary>Says who calls the show in whose absence: the next in line takes the book when its holder is gone. Scope call.</summary>
    [MessagePackObject]
    public sealed record SetCallingLine([property: Key(0)] string[] Persons) : ICompanyCommand;

    /// <summary>
    /// The sender lets themselves be recorded with look, name and voice, or takes that back; who says nothing does not. It
    /// holds for what is recorded from now on. Self.
    /// </summary>
    [MessagePackObject]
    public sealed record ConsentToRecording([property: Key(0)] bool Consents) : ICompanyCommand;

    /// <summary>Has a performance recorded, or its recording paused. Scope call.</summary>
    [MessagePackObject]
    public sealed record SwitchRecording(
        [property: Key(0)] string Performance,
        [property: Key(1)] bool IsOn) : ICompanyCommand;

    /// <summary>A command with the id that makes its retry harmless.</summary>
    [MessagePackObject]
    public sealed record CompanyEnvelope(
        [property: Key(0)] string Id,
        [property: Key(1)] ICompanyCommand Command);
}
