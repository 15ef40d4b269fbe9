namespace VirtualStage.Load.Audience;

/// <summary>Who serves the spectators.</summary>
internal enum PeerKind
{
    /// <summary>The theatre.</summary>
    Theatre,

    /// <summary>A loop that sends the same bytes to every WebSocket, and nothing else.</summary>
    Bare,

    /// <summary>A SignalR hub that sends the same bytes to a group, in MessagePack.</summary>
    SignalR,
}
