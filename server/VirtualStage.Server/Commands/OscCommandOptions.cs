using System.CommandLine;
using System.Globalization;
using System.Net;
using VirtualStage.Server.Osc;

namespace VirtualStage.Server.Commands;

/// <summary>The options of <c>serve</c> that let OSC controllers in.</summary>
internal sealed class OscCommandOptions
{
    private readonly Option<string?> _port = new("--osc-port") { Description = "The port of OSC controllers, by UDP and TCP; 0 for any free one. Without it OSC is off." };

    private readonly Option<string> _listen = new("--osc-listen")
    {
        Description = "The address that OSC is listened on; 0.0.0.0 for every one.",
        DefaultValueFactory = _ => "127.0.0.1",
    };

    private readonly Option<FileInfo?> _tokenFile = new("--osc-token-file") { Description = "A file with the token that controllers send; the theatre makes one in the data folder otherwise." };
    private readonly Option<bool> _noToken = new("--osc-no-token") { Description = "No token for this very machine's controllers." };
    private readonly Option<string?> _feedback = new("--osc-feedback") { Description = "HOST:PORT that state out and replies are sent to by UDP." };

    public void AddTo(Command command)
    {
        _port.Validators.Add(result => ServeCommand.Check(result, text => PortOf(text) is not null, $"a port from 0 (any free one) to {ushort.MaxValue}"));
        _listen.Validators.Add(result => ServeCommand.Check(result, ServeCommand.IsIPv4, "an IPv4 address such as 127.0.0.1"));
        _feedback.Validators.Add(result => ServeCommand.Check(result, text => ServeCommand.EndpointOf(text) is not null, "HOST:PORT"));
        command.Options.Add(_port);
        command.Options.Add(_listen);
        command.Options.Add(_tokenFile);
        command.Options.Add(_noToken);
        command.Options.Add(_feedback);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_noToken) && IPAddress.TryParse(result.GetValue(_listen), out var address) && !IPAddress.IsLoopback(address))
            {
                result.AddError("--osc-no-token is for controllers on this machine alone: leave it out, or leave --osc-listen out");
            }

            if (result.GetValue(_noToken) && result.GetValue(_tokenFile) is not null)
            {
                result.AddError("--osc-no-token and --osc-token-file do not go together");
            }
        });
    }

    /// <summary>How OSC is wanted; null when it is not.</summary>
    public OscOptions? Of(ParseResult parsed) => PortOf(parsed.GetValue(_port)) is { } port
        ? new OscOptions
        {
            Port = port,
            ListenAddress = IPAddress.Parse(parsed.GetRequiredValue(_listen)),
            TokenFile = parsed.GetValue(_tokenFile)?.FullName,
            NoToken = parsed.GetValue(_noToken),
            Feedback = ServeCommand.EndpointOf(parsed.GetValue(_feedback)),
        }
        : null;

    internal static int? PortOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue ? port : null;
}
