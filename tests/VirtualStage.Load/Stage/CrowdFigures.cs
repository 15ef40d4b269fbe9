namespace VirtualStage.Load.Stage;

/// <summary>What the clients of a load saw.</summary>
/// <param name="BytesASecond">What a client received each second, with all headers but those of UDP and IP.</param>
/// <param name="TicksASecond">How many ticks the newest snapshot went on each second.</param>
/// <param name="OthersAgeMs">How old the poses of others were against the newest snapshot.</param>
/// <param name="Lost">Clients that were let go.</param>
internal sealed record CrowdFigures(int Clients, Percentiles BytesASecond, double TicksASecond, Percentiles OthersAgeMs, int Lost);
