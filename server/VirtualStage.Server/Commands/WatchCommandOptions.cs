using System.CommandLine;
using System.Net;
using VirtualStage.Server.Watching;

namespace VirtualStage.Server.Commands;

/// <summary>The options of <c>serve</c> for who watches over the theatre.</summary>
internal sealed class WatchCommandOptions
{
    private readonly Option<string?> _port = new("--metrics-port") { Description = "The port of the metrics, for Prometheus at /metrics; 0 for any free one. Without it there are none." };

    private readonly Option<string> _listen = new("--metrics-listen")
    {
        Description = "The address that metrics are read at; 0.0.0.0 for every one. Whoever reaches it may read them.",
        DefaultValueFactory = _ => "127.0.0.1",
    };

    private readonly Option<string> _logFormat = new("--log-format")
    {
        Description = "How the log is written: text, or json, which is one object a line on stderr.",
        DefaultValueFactory = _ => "text",
    };

    private readonly Option<bool> _orleans = new("--orleans-dashboard") { Description = "Let the owner look at Orleans' dashboard, at /orleans." };

    public void AddTo(Command command)
    {
        _port.Validators.Add(result => ServeCommand.Check(result, text => OscCommandOptions.PortOf(text) is not null, $"a port from 0 (any free one) to {ushort.MaxValue}"));
        _listen.Validators.Add(result => ServeCommand.Check(result, ServeCommand.IsIPv4, "an IPv4 address such as 127.0.0.1"));
        _logFormat.Validators.Add(result => ServeCommand.Check(result, text => FormatOf(text) is not null, "text or json"));
        command.Options.Add(_port);
        command.Options.Add(_listen);
        command.Options.Add(_logFormat);
        command.Options.Add(_orleans);
    }

    /// <summary>How metrics are wanted; null when they are not.</summary>
    public MetricsOptions? Metrics(ParseResult parsed) => OscCommandOptions.PortOf(parsed.GetValue(_port)) is { } port
        ? new MetricsOptions { Port = port, ListenAddress = IPAddress.Parse(parsed.GetRequiredValue(_listen)) }
        : null;

    public LogFormat Format(ParseResult parsed) => FormatOf(parsed.GetRequiredValue(_logFormat))!.Value;

    public bool OrleansDashboard(ParseResult parsed) => parsed.GetValue(_orleans);

    private static LogFormat? FormatOf(string text) => text switch
    {
        "text" => LogFormat.Text,
        "json" => LogFormat.Json,
        _ => null,
    };
}
