using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Productions.Performances;

/// <summary>What happened in a performance. Facts: nothing in it is computed again when it is replayed.</summary>
public abstract record PerformanceEvent
{
    private protected PerformanceEvent()
    {
    }
}

/// <summary>The performance came to be.</summary>
/// <param name="Production">The production's id.</param>
/// <param name="ProductionVersion">Version in the production's journal that it is played from.</param>
public sealed record PerformanceOpened(string Production, int ProductionVersion) : PerformanceEvent;

/// <summary>
/// The performance goes on on a server of a cluster: it was started, or took over from one that is gone. From here on the former
/// one writes nothing any more, for the journal is not where it expects it.
/// </summary>
/// <param name="Server">The server's address among the servers.</param>
public sealed record WentOn(string Server) : PerformanceEvent;

/// <summary>The show went from one state to another.</summary>
/// <param name="Trigger">What made it go.</param>
/// <param name="To">The state that it is in now.</param>
/// <param name="Reason">Why, where a person gave a reason.</param>
public sealed record ShowMoved(ShowTrigger Trigger, ShowState To, string? Reason = null) : PerformanceEvent;

/// <summary>Panic: whatever ran was stopped.</summary>
/// <param name="StartMs">Performance time at which the fade to safe starts.</param>
/// <param name="FadeMs">How long it takes; 0 stops at once.</param>
public sealed record Panicked(long StartMs, int FadeMs) : PerformanceEvent;

/// <summary>The play is at this line.</summary>
public sealed record LineAdvanced(string Line) : PerformanceEvent;

/// <summary>A role was given to a person.</summary>
public sealed record RoleGiven(string Role, string Person) : PerformanceEvent;

/// <summary>A role was taken back.</summary>
public sealed record RoleTakenBack(string Role) : PerformanceEvent;

/// <summary>An actor's client was held to the rules; how often in the minute before.</summary>
/// <param name="Person">Who played the role; null for a bot.</param>
/// <param name="TooManyMoves">Ticks of movement beyond what time allows, which moved nothing.</param>
/// <param name="Unreadable">Messages that could not be read.</param>
/// <param name="TooMuch">Packets beyond what a client may send, which were dropped.</param>
public sealed record ActorHeld(string Role, string? Person, int TooManyMoves, int Unreadable, int TooMuch) : PerformanceEvent;

/// <summary>Somebody calls the show from now on.</summary>
/// <param name="Person">The person's id; of a bot, the bot's.</param>
public sealed record CallingTaken(string Person, bool IsBot) : PerformanceEvent;

/// <summary>Nobody calls the show any more.</summary>
public sealed record CallingLeft : PerformanceEvent;

/// <summary>Who may come into the house was decided, and how many.</summary>
/// <param name="Capacity">Null for any number.</param>
public sealed record DoorsSet(DoorsFor Admits, int? Capacity) : PerformanceEvent;

/// <summary>The house is heard from now on, or not any more.</summary>
public sealed record ReactionsSet(bool Taken) : PerformanceEvent;

/// <summary>When the audience may chat was decided.</summary>
public sealed record ChatSet(ChatMode Mode) : PerformanceEvent;

/// <summary>An event with when and through whom it happened, as the journal keeps it.</summary>
/// <param name="CommandId">The command that it came of; null where something was due by itself.</param>
/// <param name="Person">Who sent the command; null where there was none.</param>
/// <param name="TimeMs">Performance time.</param>
/// <param name="ShowMs">Show time.</param>
public sealed record Happening(string? CommandId, string? Person, long TimeMs, long ShowMs, PerformanceEvent Event);
