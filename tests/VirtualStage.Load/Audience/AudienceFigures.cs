namespace VirtualStage.Load.Audience;

/// <summary>What the spectators of a load saw.</summary>
/// <param name="MessagesASecond">For one of them.</param>
/// <param name="BytesASecond">For one of them, with WebSocket headers.</param>
/// <param name="P50Ms">How late messages came, from the tick to the receipt, beyond the one that was quickest of all.</param>
/// <param name="Stalls">Gaps of more than half a second between two messages.</param>
/// <param name="Lost">Connections that ended.</param>
internal sealed record AudienceFigures(
    int Spectators, long Messages, double MessagesASecond, double BytesASecond, double P50Ms, double P95Ms, double P99Ms, long Stalls, int Lost);
