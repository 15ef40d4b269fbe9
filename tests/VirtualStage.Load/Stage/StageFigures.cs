namespace VirtualStage.Load.Stage;

/// <summary>What a crowd on one stage takes.</summary>
/// <param name="TurnMs">A turn of the theatre's loop: what came in, the tick, what goes out to everybody.</param>
/// <param name="TickMs">Of that, the stage's tick and what is written for everybody.</param>
/// <param name="AllocatedATurn">Bytes; what is read from clients is allocated, the tick and what is sent is not.</param>
/// <param name="ServerCores">Processor time of the whole server process by time.</param>
/// <param name="Peer">The same crowd on Colyseus; null when that was not asked for.</param>
internal sealed record StageFigures(
    int Actors, int OnStage, int Cores, Percentiles TurnMs, Percentiles TickMs, double AllocatedATurn, double ServerCores, CrowdFigures Clients, PeerFigures? Peer);
