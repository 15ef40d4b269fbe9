using System.Net.WebSockets;

namespace VirtualStage.Server.HouseDoor;

/// <summary>With what somebody is shown out.</summary>
internal readonly record struct Farewell(WebSocketCloseStatus Status, string Reason);
