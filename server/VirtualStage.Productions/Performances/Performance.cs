using VirtualStage.Contracts.Console;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Performances;

/// <summary>
/// One run of a production: commands in, events out. It decides and never acts; its state changes by events alone,
/// which the caller writes to the journal before it commits the decision.
/// </summary>
/// <param name="productions">Gives a version of the production that is played.</param>
public sealed partial class Performance(Func<int, Production> productions)
{
    /// <summary>How long a first panic fades.</summary>
    public const int PanicFadeMs = 3000;

    /// <summary>How long lights, scenery and performers take to go where a step back, or another place in the sheet, has them.</summary>
    public const int SetFadeMs = 1000;

    private readonly Func<int, Production> _productions = productions;

    /// <summary>What is played. There is something from the first event on.</summary>
    public Production Production => State.Production;

    /// <summary>Where it is.</summary>
    public PerformanceState State { get; private set; } = PerformanceState.Empty;

    /// <summary>Performance time at which something is due by itself; null when nothing is.</summary>
    public long? NextDueMs => State.Clock.SinceMs is not null && NextDue(State) is (_, var showMs)
        ? State.Clock.TimeMsOf(showMs)
        : null;

    /// <summary>Replays an event from the journal.</summary>
    public void Replay(Happening happening) => State = State.With(happening, _productions);

    /// <summary>Commits a decision whose events are in the journal.</summary>
    public void Commit(Decision decision) => State = decision.State;

    /// <summary>Decides the first event of all.</summary>
    public Decision Open(string commandId, string? person, int productionVersion) =>
        new Draft(this, new Moment(0, 0))
            .For(commandId, person)
            .Happens(new PerformanceOpened(_productions(productionVersion).Id, productionVersion))
            .Accepted();

    /// <summary>Decides a command. Nothing changes until the decision is committed.</summary>
    public Decision Decide(string commandId, Sender sender, IPerformanceCommand command, Moment moment)
    {
        if (State.Answered.TryGetValue(commandId, out var revision))
        {
            return Decision.Repeated(State, revision);
        }

        // What was due before the command came first, even when its timer is late, and came of no command.
        var draft = new Draft(this, moment).Settle().For(commandId, sender.Person);
        var reason = Judge(draft, sender, command);
        return reason is null ? draft.Settle().Accepted() : Decision.Refused(State, reason);
    }

    /// <summary>Decides what is due at a moment; without events when nothing is.</summary>
    public Decision Elapse(Moment moment) => new Draft(this, moment).Settle().Accepted();

    /// <summary>
    /// Decides to go on with another version of the production. What runs goes on, and as it was called; a cue that is
    /// not in the sheet any more does not begin, and nothing follows it.
    /// </summary>
    /// <param name="renumbered">Cues that have another number in it: former numbers and new ones.</param>
    public Decision Revise(int version, IReadOnlyDictionary<string, string> renumbered, Moment moment) =>
        new Draft(this, moment).Settle().Revise(version, renumbered).Settle().Accepted();

    /// <summary>
    /// Decides that a cue could not do what it should, such as a message that did not arrive; nothing follows it by
    /// itself. Without events when it is not at it any more.
    /// </summary>
    /// <param name="reason">Why, for a person to read.</param>
    public Decision Fail(string cue, string reason, Moment moment) =>
        new Draft(this, moment).Settle().Fail(cue, reason.Length > MaxReason ? reason[..MaxReason] : reason).Settle().Accepted();

    /// <summary>Notes that an actor's client was held to the rules; nothing else comes of it.</summary>
    public Decision Note(ActorHeld held, Moment moment) => new Draft(this, moment).Settle().Happens(held).Accepted();

    /// <summary>Notes that the performance goes on on a server, behind what was due before; nothing else comes of it.</summary>
    public Decision GoOn(string server, Moment moment) => new Draft(this, moment).Settle().Happens(new WentOn(server)).Accepted();

    private static (string Cue, long ShowMs)? NextDue(PerformanceState state)
    {
        (string Cue, long ShowMs)? first = null;
        foreach (var (number, run) in state.Cues)
        {
            if (run.NextDueMs is { } due && (first is null || due < first.Value.ShowMs
                || (due == first.Value.ShowMs && ComesBefore(number, first.Value.Cue, state.Production))))
            {
                first = (number, due);
            }
        }

        return first;
    }

    /// <summary>What is due at the same time happens in the order of the sheet; what is not in it any more comes first.</summary>
    private static bool ComesBefore(string cue, string other, Production production)
    {
        var order = production.OrderOf(cue).CompareTo(production.OrderOf(other));
        return order < 0 || (order == 0 && string.CompareOrdinal(cue, other) < 0);
    }
}

/// <summary>When a command is decided.</summary>
/// <param name="TimeMs">Performance time.</param>
/// <param name="LeadMs">How far ahead of it an effect is stamped, so that every client can fire it in time.</param>
/// <param name="Rate">Performance milliseconds in a real one.</param>
/// <param name="DebounceMs">Real time between two GOs of persons: a shorter one is taken for the same press.</param>
public sealed record Moment(long TimeMs, int LeadMs, double Rate = 1, int DebounceMs = Moment.UsualDebounceMs)
{
    public const int UsualDebounceMs = 250;
}

/// <summary>Who sends a command.</summary>
public sealed record Sender(string Person, bool IsBot)
{
    /// <summary>The theatre itself, in what nobody asked for.</summary>
    public static readonly Sender Theatre = new("theatre", IsBot: false);
}

/// <summary>What a command comes to.</summary>
/// <param name="Events">To be written to the journal in one append; empty when refused or repeated.</param>
/// <param name="State">The state after them.</param>
/// <param name="Answer">For the sender.</param>
public sealed record Decision(IReadOnlyList<Happening> Events, PerformanceState State, CommandAnswer Answer)
{
    internal static Decision Refused(PerformanceState state, string reason) =>
        new([], state, new CommandAnswer(false, reason, state.Revision));

    internal static Decision Repeated(PerformanceState state, int revision) =>
        new([], state, new CommandAnswer(true, null, revision));
}
