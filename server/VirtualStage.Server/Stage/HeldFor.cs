namespace VirtualStage.Server.Stage;

/// <summary>What a client was held to the rules for.</summary>
[Flags]
internal enum HeldFor
{
    None = 0,

    /// <summary>More moves than time allows.</summary>
    Moves = 1,

    /// <summary>Messages that cannot be read, or break the contract.</summary>
    Unreadable = 2,

    /// <summary>More packets than it may send.</summary>
    Flood = 4,
}
