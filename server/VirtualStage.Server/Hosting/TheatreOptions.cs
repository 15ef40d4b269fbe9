using System.Net;
using VirtualStage.Productions.Performances;
using VirtualStage.Server.Cluster;
using VirtualStage.Server.Journal;
using VirtualStage.Server.Messages;
using VirtualStage.Server.Osc;
using VirtualStage.Server.Watching;

namespace VirtualStage.Server.Hosting;

/// <summary>How a theatre is run: what the command line says.</summary>
public sealed record TheatreOptions
{
    public const int UsualGraceSeconds = 30;
    public const int MostGraceSeconds = 600;
    public const long UsualReserveMegabytes = 256;
    public const int UsualPictureMegabits = 200;

    public IPAddress ListenAddress { get; init; } = IPAddress.Loopback;

    public int HttpPort { get; init; } = 5080;

    public int UdpPort { get; init; } = 5090;

    /// <summary>The folder of the journal, the people and the signing key.</summary>
    public required string DataFolder { get; init; }

    /// <summary>A file with the key of all tickets, which servers of a cluster share; null for the data folder's own.</summary>
    public string? SigningKey { get; init; }

    /// <summary>The folder of recordings, which servers of a cluster share; null for the data folder's own.</summary>
    public string? RecordingsFolder { get; init; }

    /// <summary>The PostgreSQL that the journal and the people are in; null for SQLite in the data folder.</summary>
    public PostgresAddress? Journal { get; init; }

    /// <summary>The folder of the production that is played, or the id of one that the data folder holds.</summary>
    public required string Production { get; init; }

    /// <summary>Whether the folder's files are taken in although the production was edited since.</summary>
    public bool Reimport { get; init; }

    /// <summary>The folder of the built web pages.</summary>
    public required string PagesFolder { get; init; }

    /// <summary>The address that people open; null for the one that is listened on.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>A PEM or PKCS#12 file for HTTPS; null for HTTP.</summary>
    public string? Certificate { get; init; }

    /// <summary>The key of a PEM certificate when it stands in a file of its own.</summary>
    public string? CertificateKey { get; init; }

    /// <summary>Where the proxies are that are believed whom they come for; empty where there is none.</summary>
    public IReadOnlyList<System.Net.IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>Host and port that actors' clients connect to; null for the one that is listened on.</summary>
    public DnsEndPoint? UdpEndpoint { get; init; }

    /// <summary>How OSC controllers come in; null when they do not.</summary>
    public OscOptions? Osc { get; init; }

    /// <summary>Where metrics are read; null when they are not.</summary>
    public MetricsOptions? Metrics { get; init; }

    public LogFormat LogFormat { get; init; }

    /// <summary>Whether the owner may look at Orleans' own dashboard.</summary>
    public bool OrleansDashboard { get; init; }

    /// <summary>The machines outside that cues may send messages to.</summary>
    public IReadOnlyList<MessageTarget> MessageTargets { get; init; } = [];

    /// <summary>How this server joins others; null where it is alone.</summary>
    public ClusterServer? Cluster { get; init; }

    public double Speed { get; init; } = 1;

    /// <summary>Real time between two GOs of persons: a shorter one is taken for the same press.</summary>
    public int GoDebounceMs { get; init; } = Moment.UsualDebounceMs;

    /// <summary>How long a role waits for a person whose connection was lost; zero for not at all.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(UsualGraceSeconds);

    /// <summary>Whether understudy bots and a caller bot play what nobody plays.</summary>
    public bool Bots { get; init; } = true;

    /// <summary>Whether understudy bots speak aloud.</summary>
    public bool BotsSpeak { get; init; }

    /// <summary>Whether performances are recorded from when the doors open.</summary>
    public bool Records { get; init; } = true;

    /// <summary>Whether anybody may watch recordings; else who has a ticket, and others while the doors are open.</summary>
    public bool RecordingsAreOpen { get; init; }

    /// <summary>What a recording leaves free on the disk, in bytes: the journal needs room more.</summary>
    public long RecordingReserve { get; init; } = UsualReserveMegabytes << 20;

    /// <summary>What pictures of performers may take of the line for all guests together, in bytes a second.</summary>
    public long PictureBudget { get; init; } = UsualPictureMegabits * 125_000L;

    public string Scheme => Certificate is null ? "http" : "https";

    /// <summary>The address that this machine reaches the theatre by.</summary>
    public Uri LocalUrl => new($"{Scheme}://{(ListenAddress.Equals(IPAddress.Any) ? IPAddress.Loopback : ListenAddress)}:{HttpPort}");

    /// <summary>The address to print on tickets.</summary>
    public string ShownUrl => (PublicUrl ?? LocalUrl).ToString().TrimEnd('/');

    /// <summary>A page with a secret behind the '#', which browsers never send.</summary>
    public string LinkTo(string page, string name, string secret) => $"{ShownUrl}/{page}#{name}={secret}";
}

/// <summary>A port that cannot be listened on: mostly because something else does.</summary>
public sealed class PortInUseException(string protocol, int port, string option, string trouble = "is in use; stop what uses it")
    : Exception($"{protocol} port {port} {trouble}, or choose another one with {option}");
