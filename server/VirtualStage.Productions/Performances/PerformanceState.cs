using System.Collections.Immutable;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Performances;

/// <summary>Where a performance is: what its events add up to.</summary>
public sealed record PerformanceState
{
    /// <summary>Before anything happened.</summary>
    public static readonly PerformanceState Empty = new();

    /// <summary>Number of events so far: the journal's version.</summary>
    public int Revision { get; init; }

    /// <summary>What is played, in the version that is played now. There is one from the first event on.</summary>
    public Production Production { get; init; } = null!;

    public ShowState Show { get; init; } = ShowState.Preset;

    public ShowClock Clock { get; init; } = ShowClock.Zero;

    /// <summary>True for a rehearsal: its doors stay closed.</summary>
    public bool IsRehearsal { get; init; }

    /// <summary>The lines that a rehearsal repeats; null for none.</summary>
    public Loop? Loop { get; init; }

    /// <summary>Cues that were touched, by number.</summary>
    public ImmutableDictionary<string, CueRun> Cues { get; init; } = ImmutableDictionary<string, CueRun>.Empty;

    /// <summary>The cue that is called next; null behind a list's last one.</summary>
    public string? Playhead { get; init; }

    /// <summary>The cue that the departments were warned of; null when none is, and while one is on standby.</summary>
    public string? Warned { get; init; }

    /// <summary>The cue on standby; null when none is.</summary>
    public string? Standby { get; init; }

    /// <summary>The revision at which the cue on standby was put there.</summary>
    public int StandbyRevision { get; init; }

    /// <summary>Departments that are ready for the cue that is warned or on standby.</summary>
    public ImmutableHashSet<string> Ready { get; init; } = [];

    /// <summary>Cues that were armed or disarmed in this performance, whatever the sheet says.</summary>
    public ImmutableDictionary<string, bool> ArmedHere { get; init; } = ImmutableDictionary<string, bool>.Empty;

    /// <summary>Performance time of the last GO of a person; null before the first.</summary>
    public long? LastGoMs { get; init; }

    /// <summary>What the cues have made of the stage.</summary>
    public TrackedStage Stage { get; init; } = TrackedStage.Bare;

    /// <summary>What the GOs by hand found, the last one on top.</summary>
    public ImmutableStack<BackPoint> BackPoints { get; init; } = [];

    public string? CurrentLine { get; init; }

    /// <summary>Performance time at which the current line became so.</summary>
    public long CurrentLineMs { get; init; }

    /// <summary>Persons by the role that they play.</summary>
    public ImmutableDictionary<string, string> Casting { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Who calls the show; null when nobody does.</summary>
    public Caller? Caller { get; init; }

    /// <summary>Who may come into the house while the show's doors are open.</summary>
    public DoorsFor Admits { get; init; } = DoorsFor.Everybody;

    /// <summary>How many of the audience may be in; null for any number.</summary>
    public int? Capacity { get; init; }

    /// <summary>True while the house is heard.</summary>
    public bool ReactionsTaken { get; init; } = true;

    /// <summary>When the audience may chat.</summary>
    public ChatMode Chat { get; init; }

    /// <summary>Performance time until which a second panic stops at once; 0 when there is nothing to stop.</summary>
    public long PanicUntilMs { get; init; }

    /// <summary>What happened by itself that who calls should know; null for nothing.</summary>
    public string? Notice { get; init; }

    /// <summary>Commands that were accepted, with the revision after them: a retry gets the same answer.</summary>
    public ImmutableDictionary<string, int> Answered { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>How far a cue is.</summary>
    public CueRun RunOf(string cue) => Cues.GetValueOrDefault(cue, CueRun.Untouched);

    /// <summary>The state of a cue.</summary>
    public CueState StateOf(string cue) => RunOf(cue).State;

    /// <summary>False for a cue that does nothing when it is called.</summary>
    public bool IsArmed(Cue cue) => ArmedHere.GetValueOrDefault(cue.Number, cue.Armed);

    /// <summary>The cues that a group called and that are not done.</summary>
    internal IEnumerable<string> ActiveMembersOf(string group) =>
        Cues.Where(pair => pair.Value.Group == group && pair.Value.IsActive).Select(pair => pair.Key);
}

/// <summary>Who calls the show.</summary>
public sealed record Caller(string Person, bool IsBot);

/// <summary>The lines that a rehearsal repeats, both included.</summary>
public sealed record Loop(string FromLine, string ToLine);

/// <summary>What a GO by hand found, and what going back restores.</summary>
/// <param name="Cue">The cue that was called.</param>
/// <param name="Revision">The revision of the GO: what came of it carries it.</param>
public sealed record BackPoint(
    string Cue, int Revision, string? Playhead, TrackedStage Stage, ImmutableDictionary<string, CueRun> Cues);
