using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>The show runs, called by <c>p-caller</c>, and OSC controllers may come in.</summary>
public sealed class OscTheatre : OpenTheatre
{
    public int Port { get; } = Ports.FreeTcp();

    /// <summary>Where the theatre sends state out without being asked.</summary>
    public int FeedbackPort { get; } = Ports.FreeUdp();

    public string Token => File.ReadAllText(Path.Combine(Theatre.Data, "osc.token")).Trim();

    protected override string[] Options => ["--osc-port", $"{Port}", "--osc-feedback", $"127.0.0.1:{FeedbackPort}"];
}

[CollectionDefinition(nameof(OscTheatre))]
public sealed class OscTheatreTests : ICollectionFixture<OscTheatre>;
