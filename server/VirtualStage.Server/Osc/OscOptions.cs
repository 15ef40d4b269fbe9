using System.Net;

namespace VirtualStage.Server.Osc;

/// <summary>How a theatre is reached by OSC controllers.</summary>
public sealed record OscOptions
{
    /// <summary>UDP and TCP alike.</summary>
    public required int Port { get; init; }

    public IPAddress ListenAddress { get; init; } = IPAddress.Loopback;

    /// <summary>The file of the shared token; null for the one in the data folder.</summary>
    public string? TokenFile { get; init; }

    /// <summary>True when this very machine's controllers need no token.</summary>
    public bool NoToken { get; init; }

    /// <summary>Where state out and replies go by UDP, whoever asks or not; null for nowhere.</summary>
    public DnsEndPoint? Feedback { get; init; }
}
