using System.Collections.Immutable;
using VirtualStage.Contracts.Company;

namespace VirtualStage.Productions.Companies;

/// <summary>Where a company is: what its events add up to.</summary>
public sealed record CompanyState
{
    /// <summary>Before anything happened.</summary>
    public static readonly CompanyState Empty = new();

    /// <summary>Number of events so far: the journal's version.</summary>
    public int Revision { get; init; }

    public ImmutableDictionary<string, Member> Members { get; init; } = ImmutableDictionary<string, Member>.Empty;

    /// <summary>Persons by the role that they have.</summary>
    public ImmutableDictionary<string, string> Cast { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Understudies by role, in order.</summary>
    public ImmutableDictionary<string, ImmutableList<string>> Covers { get; init; } = ImmutableDictionary<string, ImmutableList<string>>.Empty;

    /// <summary>Auditions in the order in which they were opened.</summary>
    public ImmutableList<Audition> Auditions { get; init; } = [];

    public ImmutableHashSet<string> Muted { get; init; } = [];

    public ImmutableHashSet<string> Frozen { get; init; } = [];

    /// <summary>Who lets themselves be recorded with look, name and voice.</summary>
    public ImmutableHashSet<string> Recorded { get; init; } = [];

    public ImmutableDictionary<string, BanRecord> Bans { get; init; } = ImmutableDictionary<string, BanRecord>.Empty;

    /// <summary>Who was taken out of the company: their tickets are void.</summary>
    public ImmutableHashSet<string> Removed { get; init; } = [];

    /// <summary>Who calls the show in whose absence, in order.</summary>
    public ImmutableList<string> CallingLine { get; init; } = [];

    /// <summary>What is a performance's, by its id.</summary>
    public ImmutableDictionary<string, CompanyRun> Runs { get; init; } = ImmutableDictionary<string, CompanyRun>.Empty;

    /// <summary>Commands that were accepted, with the revision after them: a retry gets the same answer.</summary>
    public ImmutableDictionary<string, int> Answered { get; init; } = ImmutableDictionary<string, int>.Empty;

    public CompanyRun RunOf(string performance) => Runs.GetValueOrDefault(performance, CompanyRun.Empty);

    public Audition? FindAudition(string id) => Auditions.Find(audition => audition.Id == id);

    /// <summary>True when a person's tickets are refused at every door.</summary>
    public bool IsKeptOut(string person) => Bans.ContainsKey(person) || Removed.Contains(person);

    /// <summary>The role that a person was called to read, and reads still; null for none.</summary>
    public string? ReadingOf(string person) => Auditions
        .Select(audition => audition.People.GetValueOrDefault(person))
        .FirstOrDefault(entry => entry is { Step: AuditionStep.Reading })?.Role;

    /// <summary>True for who belongs to a department by the company's word, or to the cast by having a role.</summary>
    public bool IsIn(string department, string person) => department == CompanyDepartments.Cast
        ? Cast.ContainsValue(person) || Covers.Any(cover => cover.Value.Contains(person))
        : Members.TryGetValue(person, out var member) && member.Departments.Contains(department);
}

/// <summary>Somebody of the company.</summary>
public sealed record Member(ImmutableSortedSet<string> Scopes, ImmutableList<string> Departments);

/// <summary>Why and by whom somebody is kept out.</summary>
public sealed record BanRecord(bool WithAddress, string Reason, string? By, long AtMs);

/// <summary>An audition.</summary>
/// <param name="Sides">Passages that were chosen, by role.</param>
/// <param name="Order">Who signed up, in order.</param>
public sealed record Audition(
    string Id,
    string Token,
    string Title,
    string Note,
    ImmutableList<string> Roles,
    long? FirstSlotMs,
    int SlotMinutes,
    int Places,
    bool IsOpen,
    ImmutableDictionary<string, ChosenSide> Sides,
    ImmutableList<string> Order,
    ImmutableDictionary<string, AuditionEntry> People)
{
    /// <summary>When the slots begin; empty for a queue.</summary>
    public IEnumerable<long> Slots =>
        FirstSlotMs is { } first ? Enumerable.Range(0, Places).Select(i => first + (i * SlotMinutes * 60_000L)) : [];

    /// <summary>Who holds a place: who left holds none.</summary>
    public IEnumerable<AuditionEntry> Holding => People.Values.Where(entry => entry.Step != AuditionStep.Left);
}

/// <summary>A passage to read.</summary>
public sealed record ChosenSide(string FromLine, string ToLine);

/// <summary>Somebody in an audition.</summary>
/// <param name="Role">The role that they read or are offered; null for none.</param>
public sealed record AuditionEntry(string? Wish, long? SlotMs, AuditionStep Step, string? Role);

/// <summary>What a company has of one performance.</summary>
public sealed record CompanyRun
{
    public static readonly CompanyRun Empty = new();

    public ImmutableDictionary<string, Sign> Attendance { get; init; } = ImmutableDictionary<string, Sign>.Empty;

    public ImmutableList<GivenCall> Calls { get; init; } = [];

    public long? ReadyAskedMs { get; init; }

    public ImmutableDictionary<string, ImmutableSortedDictionary<ReadyCheck, ReadyAnswer>> Ready { get; init; } =
        ImmutableDictionary<string, ImmutableSortedDictionary<ReadyCheck, ReadyAnswer>>.Empty;

    /// <summary>Who took a role over, by role.</summary>
    public ImmutableDictionary<string, string> Covering { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The last prompt of each role.</summary>
    public ImmutableDictionary<string, PromptGiven> Prompts { get; init; } = ImmutableDictionary<string, PromptGiven>.Empty;

    public ImmutableList<LineNote> LineNotes { get; init; } = [];

    /// <summary>How many line notes were made, those that were taken back included.</summary>
    public int NotesMade { get; init; }

    /// <summary>Who was shown off the stage, with the reason.</summary>
    public ImmutableDictionary<string, string> Ejected { get; init; } = ImmutableDictionary<string, string>.Empty;

    public bool IsLocked { get; init; }

    /// <summary>True while the prompt corner has the recording paused.</summary>
    public bool IsRecordingPaused { get; init; }

    public bool IsThere(string person) => Attendance.TryGetValue(person, out var sign) && sign.Attendance is Contracts.Company.Attendance.SignedIn or Contracts.Company.Attendance.Late;
}

/// <summary>Whether somebody is there.</summary>
/// <param name="SignedInMs">When they signed in; null where they did not.</param>
public sealed record Sign(Attendance Attendance, long? SignedInMs);
