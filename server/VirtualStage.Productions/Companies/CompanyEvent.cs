using VirtualStage.Contracts.Company;

namespace VirtualStage.Productions.Companies;

/// <summary>What happened in a company. Facts about ids: names, notes and messages stand apart, where they can be erased.</summary>
public abstract record CompanyEvent
{
    private protected CompanyEvent()
    {
    }
}

/// <summary>Somebody belongs to the company from now on.</summary>
/// <param name="Scopes">What their ticket allows.</param>
public sealed record MemberJoined(string Person, IReadOnlyList<string> Scopes) : CompanyEvent;

/// <summary>A member came with a ticket that allows more than was known.</summary>
public sealed record ScopesAdded(string Person, IReadOnlyList<string> Scopes) : CompanyEvent;

/// <summary>Somebody was taken out of the company: what was theirs is free, and their tickets are void.</summary>
public sealed record MemberRemoved(string Person) : CompanyEvent;

/// <summary>A person has a role in the company's cast.</summary>
public sealed record PartGiven(string Role, string Person) : CompanyEvent;

/// <summary>Nobody has the role any more.</summary>
public sealed record PartTakenBack(string Role) : CompanyEvent;

/// <summary>A role's understudies, in order.</summary>
public sealed record CoversSet(string Role, IReadOnlyList<string> Persons) : CompanyEvent;

/// <summary>The departments that a person belongs to.</summary>
public sealed record DepartmentsSet(string Person, IReadOnlyList<string> Departments) : CompanyEvent;

/// <summary>A person took a role over in a performance.</summary>
public sealed record RoleCovered(string Performance, string Role, string Person) : CompanyEvent;

/// <summary>The role is played in the performance as the company's cast has it.</summary>
public sealed record RoleUncovered(string Performance, string Role) : CompanyEvent;

/// <summary>An audition was opened.</summary>
/// <param name="Token">What makes its link unguessable.</param>
/// <param name="FirstSlotMs">When the first slot begins; null for a queue.</param>
public sealed record AuditionOpened(
    string Audition,
    string Token,
    string Title,
    string Note,
    IReadOnlyList<string> Roles,
    long? FirstSlotMs,
    int SlotMinutes,
    int Places) : CompanyEvent;

/// <summary>Nobody new may sign up.</summary>
public sealed record AuditionClosed(string Audition) : CompanyEvent;

/// <summary>What is read for a role.</summary>
public sealed record SideChosen(string Audition, string Role, string FromLine, string ToLine) : CompanyEvent;

/// <summary>Somebody signed up.</summary>
public sealed record AuditioneeSignedUp(string Audition, string Person, string? Wish, long? SlotMs) : CompanyEvent;

/// <summary>Somebody's audition went a step on.</summary>
/// <param name="Role">The role that it is about; null for none.</param>
public sealed record AuditionMoved(string Audition, string Person, AuditionStep Step, string? Role) : CompanyEvent;

/// <summary>Whether somebody is there for a performance.</summary>
public sealed record AttendanceMarked(string Performance, string Person, Attendance Attendance) : CompanyEvent;

/// <summary>A call was given.</summary>
/// <param name="Called">Who was signed in.</param>
public sealed record CallGiven(string Performance, CompanyCall Call, IReadOnlyList<string> Called) : CompanyEvent;

/// <summary>Everybody was asked whether they are ready.</summary>
public sealed record ReadyAsked(string Performance) : CompanyEvent;

/// <summary>Somebody's client answered.</summary>
public sealed record ReadyAnswered(string Performance, string Person, ReadyCheck Check, ReadyState State, string Word) : CompanyEvent;

/// <summary>An actor was prompted.</summary>
/// <param name="Level">1 for the first words, 2 for more, 3 for the whole line.</param>
public sealed record PromptGiven(string Performance, string Role, string Line, int Level) : CompanyEvent;

/// <summary>An actor did something with a line.</summary>
/// <param name="Person">Who played the role; null for a bot.</param>
public sealed record LineNoted(string Performance, int Note, string Line, string Role, string? Person, LineNoteKind Kind) : CompanyEvent;

/// <summary>A line note was a mistake.</summary>
public sealed record LineNoteTakenBack(string Performance, int Note) : CompanyEvent;

/// <summary>Each actor was sent the digest of their line notes.</summary>
public sealed record DigestsSent(string Performance) : CompanyEvent;

/// <summary>Somebody was muted, or may speak again.</summary>
public sealed record MuteChanged(string Person, bool Muted, string Reason) : CompanyEvent;

/// <summary>Somebody was frozen, or may move again.</summary>
public sealed record FreezeChanged(string Person, bool Frozen, string Reason) : CompanyEvent;

/// <summary>Somebody was put at an entrance.</summary>
public sealed record MovedToWings(string Performance, string Person) : CompanyEvent;

/// <summary>Somebody was shown off the stage.</summary>
public sealed record PersonEjected(string Performance, string Person, string Reason) : CompanyEvent;

/// <summary>Somebody may come back on the stage.</summary>
public sealed record PersonReadmitted(string Performance, string Person) : CompanyEvent;

/// <summary>Somebody is kept out of the theatre.</summary>
public sealed record PersonBanned(string Person, bool WithAddress, string Reason) : CompanyEvent;

/// <summary>A ban was lifted.</summary>
public sealed record BanLifted(string Person) : CompanyEvent;

/// <summary>The stage was locked for all but the cast, or opened.</summary>
public sealed record StageLockChanged(string Performance, bool Locked) : CompanyEvent;

/// <summary>Who calls the show in whose absence.</summary>
public sealed record CallingLineSet(IReadOnlyList<string> Persons) : CompanyEvent;

/// <summary>Somebody lets themselves be recorded from now on, or does not any more.</summary>
public sealed record RecordingConsentChanged(string Person, bool Consents) : CompanyEvent;

/// <summary>A performance is recorded, or its recording is paused.</summary>
public sealed record RecordingSwitched(string Performance, bool IsOn) : CompanyEvent;

/// <summary>An event with when and through whom it happened, as the journal keeps it.</summary>
/// <param name="CommandId">The command that it came of; null where there was none.</param>
/// <param name="Person">Who sent the command; null where there was none.</param>
/// <param name="AtMs">Unix milliseconds.</param>
public sealed record CompanyHappening(string? CommandId, string? Person, long AtMs, CompanyEvent Event);
