using System.Net.WebSockets;

namespace VirtualStage.Server.HouseDoor;

/// <summary>With which codes the house closes a connection, beside those of RFC 6455.</summary>
internal static class HouseCloses
{
    public const WebSocketCloseStatus DoorsClosed = (WebSocketCloseStatus)4403;
    public const WebSocketCloseStatus NoSuchPerformance = (WebSocketCloseStatus)4404;

    /// <summary>Nothing was acknowledged for too long.</summary>
    public const WebSocketCloseStatus Silent = (WebSocketCloseStatus)4408;

    /// <summary>Somebody came in with the same key.</summary>
    public const WebSocketCloseStatus Displaced = (WebSocketCloseStatus)4409;

    /// <summary>More messages than a spectator may send.</summary>
    public const WebSocketCloseStatus TooMuch = (WebSocketCloseStatus)4420;

    /// <summary>More was said than somebody read.</summary>
    public const WebSocketCloseStatus TooSlow = (WebSocketCloseStatus)4421;

    /// <summary>Too many come from one address.</summary>
    public const WebSocketCloseStatus CrowdedAddress = (WebSocketCloseStatus)4429;

    /// <summary>Pictures of performers take as much of the theatre's line as they may.</summary>
    public const WebSocketCloseStatus BeyondBudget = (WebSocketCloseStatus)4430;

    /// <summary>The house has its capacity: there is a queue.</summary>
    public const WebSocketCloseStatus HouseFull = (WebSocketCloseStatus)4432;

    /// <summary>So many wait that no more may.</summary>
    public const WebSocketCloseStatus QueueFull = (WebSocketCloseStatus)4431;
}
