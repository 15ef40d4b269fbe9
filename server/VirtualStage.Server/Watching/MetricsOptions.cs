using System.Net;

namespace VirtualStage.Server.Watching;

/// <summary>Where the theatre's metrics are read.</summary>
public sealed record MetricsOptions
{
    public required int Port { get; init; }

    public IPAddress ListenAddress { get; init; } = IPAddress.Loopback;
}
