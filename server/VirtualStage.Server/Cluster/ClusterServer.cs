using System.Net;

namespace VirtualStage.Server.Cluster;

/// <summary>How this server joins others that run the same theatre.</summary>
/// <param name="Redis">Where membership stands: redis://host:port, or rediss:// for TLS.</param>
/// <param name="RedisPassword">Null where Redis asks for none.</param>
/// <param name="Silo">Where the others reach this one: an address of the network between them, and a port that stays the same.</param>
/// <param name="InternalUrl">Where the others pass on what belongs to a stage of this one; null for its local address.</param>
/// <param name="Patience">When another server is taken for dead.</param>
public sealed record ClusterServer(Uri Redis, string? RedisPassword, IPEndPoint Silo, Uri? InternalUrl, ClusterPatience Patience)
{
    public const int UsualRedisPort = 6379;
    public const int UsualSiloPort = 11111;

    /// <summary>Where membership stands, without a secret: to be shown.</summary>
    public string ShownRedis => $"{Redis.Scheme}://{Redis.Host}:{RedisPort}";

    public int RedisPort => Redis.Port > 0 ? Redis.Port : UsualRedisPort;

    public bool IsRedisTls => Redis.Scheme == "rediss";

    /// <summary>True for an address of Redis that can be used: no password in it, and no path.</summary>
    public static bool IsRedis(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "redis" or "rediss" && url.Host.Length > 0 && url.UserInfo.Length == 0
        && url.PathAndQuery is "" or "/";
}

/// <summary>When a server is taken for dead by the others. Less finds a dead one sooner, and puts a slow one out sooner.</summary>
/// <param name="Probe">How long it may take to answer a probe; one is sent as often.</param>
/// <param name="Missed">How many probes it may miss.</param>
/// <param name="Votes">How many of the others must say so, as far as there are so many.</param>
public sealed record ClusterPatience(TimeSpan Probe, int Missed, int Votes)
{
    public const int UsualProbeMs = 1000;
    public const int UsualMissed = 2;
    public const int UsualVotes = 1;
}
