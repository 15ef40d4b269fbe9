using System.CommandLine;
using System.Net;
using VirtualStage.Server.Cluster;
using VirtualStage.Server.Hosting;

namespace VirtualStage.Server.Commands;

/// <summary>The options of <c>serve</c> that join this server to others.</summary>
internal sealed class ClusterCommandOptions
{
    private readonly Option<string?> _redis = new("--cluster") { Description = "redis://HOST:PORT (rediss:// for TLS): joins the servers that meet there, and that share one journal. Without it this server is alone." };
    private readonly Option<FileInfo?> _password = new("--cluster-password") { Description = "A file with the password of Redis." };

    private readonly Option<string> _silo = new("--silo")
    {
        Description = "IP:PORT where the other servers reach this one, on a network of their own; the same one after every start.",
        DefaultValueFactory = _ => $"127.0.0.1:{ClusterServer.UsualSiloPort}",
    };

    private readonly Option<string?> _internalUrl = new("--internal-url") { Description = "Where the other servers reach this one's pages, such as http://10.0.0.2:5080, where that is not the address listened on." };

    private readonly Option<int> _probe = Options.Number(
        "--cluster-probe", "Milliseconds that another server may take to answer a probe; one is sent as often.",
        ClusterPatience.UsualProbeMs, 100, 60_000, "milliseconds from 100 to 60000");

    private readonly Option<int> _missed = Options.Number(
        "--cluster-missed", "Probes that another server may miss before it is taken for dead.", ClusterPatience.UsualMissed, 1, 100, "a number from 1 to 100");

    private readonly Option<int> _votes = Options.Number(
        "--cluster-votes", "Servers that must take another one for dead, as far as there are so many.", ClusterPatience.UsualVotes, 1, 10, "a number from 1 to 10");

    public void AddTo(Command command)
    {
        _redis.Validators.Add(result => ServeCommand.Check(result, ClusterServer.IsRedis, "redis://HOST:PORT or rediss://HOST:PORT, without a password (see --cluster-password)"));
        _silo.Validators.Add(result => ServeCommand.Check(result, text => SiloOf(text) is not null, "IP:PORT with an IPv4 address that others reach, such as 10.0.0.2:11111"));
        _internalUrl.Validators.Add(result => ServeCommand.Check(
            result, text => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https", "an address such as http://10.0.0.2:5080"));
        command.Options.Add(_redis);
        command.Options.Add(_password);
        command.Options.Add(_silo);
        command.Options.Add(_internalUrl);
        command.Options.Add(_probe);
        command.Options.Add(_missed);
        command.Options.Add(_votes);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_redis) is null && (result.GetValue(_password) is not null || result.GetValue(_internalUrl) is not null))
            {
                result.AddError("--cluster-password and --internal-url are for servers that join others: name where they meet with --cluster");
            }
        });
    }

    /// <summary>How this server joins others; null where it does not.</summary>
    /// <exception cref="InvalidDataException">The password's file cannot be read, or others can read it.</exception>
    public ClusterServer? Of(ParseResult parsed) => parsed.GetValue(_redis) is { } redis
        ? new ClusterServer(
            new Uri(redis),
            parsed.GetValue(_password) is { } file ? PasswordFile.Read(file.FullName, "--cluster-password") : null,
            SiloOf(parsed.GetRequiredValue(_silo))!,
            parsed.GetValue(_internalUrl) is { } url ? new Uri(url) : null,
            new ClusterPatience(TimeSpan.FromMilliseconds(parsed.GetValue(_probe)), parsed.GetValue(_missed), parsed.GetValue(_votes)))
        : null;

    private static IPEndPoint? SiloOf(string text) =>
        text.Contains(':') && IPEndPoint.TryParse(text, out var silo) && silo.Port > 0 && ServeCommand.IsIPv4(silo.Address.ToString()) && !silo.Address.Equals(IPAddress.Any)
            ? silo
            : null;
}
