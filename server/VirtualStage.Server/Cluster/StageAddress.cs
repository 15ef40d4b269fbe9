namespace VirtualStage.Server.Cluster;

/// <summary>Where a performance's stage is.</summary>
/// <param name="Silo">The server's silo.</param>
/// <param name="Url">Where that server is reached by the others.</param>
[GenerateSerializer, Immutable]
public sealed record StageAddress([property: Id(0)] string Silo, [property: Id(1)] string Url);
