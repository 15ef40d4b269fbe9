namespace VirtualStage.Load.Stage;

/// <summary>What the same crowd takes on Colyseus (schema deltas over WebSockets), in the same run.</summary>
/// <param name="BytesASecond">Bytes of messages that a client received each second.</param>
/// <param name="Known">How many actors a client knew at the end.</param>
internal sealed record PeerFigures(int Actors, PeerBytes BytesASecond, double ServerCores, int Known)
{
    /// <summary>Ours as a share of the peer's: bytes for a client at the median, and the server's processor time.</summary>
    public double? BytesRatio { get; init; }

    public double? CoresRatio { get; init; }
}

/// <summary>Of all clients.</summary>
internal sealed record PeerBytes(double P50, double Most);
