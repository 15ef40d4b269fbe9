using VirtualStage.Contracts.Console;

namespace VirtualStage.Productions.Performances;

/// <summary>What a ticket must allow for a command to be looked at.</summary>
public static class CommandScopes
{
    public const string Call = "call";
    public const string Cast = "cast";

    /// <summary>No ticket carries it: what needs it the theatre alone does.</summary>
    public const string Theatre = "theatre";

    /// <summary>The scope that every command of a production needs.</summary>
    public const string Edit = "edit";

    /// <summary>The scope that a command needs; null for one that any operator may send.</summary>
    public static string? Of(IPerformanceCommand command) => command switch
    {
        AcknowledgeStandby => null,
        CastRole or UncastRole => Cast,
        PassCalling => Theatre,
        _ => Call,
    };
}
