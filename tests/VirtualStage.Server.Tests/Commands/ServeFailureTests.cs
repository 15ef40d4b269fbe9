using System.Net;
using System.Net.Sockets;
using VirtualStage.Server.Hosting;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Commands;

public sealed class ServeFailureTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task An_http_port_in_use_is_one_line()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        Fails(4, $"TCP port {port} is in use; stop what uses it, or choose another one with --http-port", await Serve("--http-port", $"{port}"));
    }

    [Fact]
    public async Task A_udp_port_in_use_is_one_line()
    {
        using var listener = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)listener.Client.LocalEndPoint!).Port;

        Fails(4, $"UDP port {port} is in use; stop what uses it, or choose another one with --udp-port", await Serve("--udp-port", $"{port}"));
    }

    [Fact]
    public async Task An_osc_port_in_use_is_one_line()
    {
        using var listener = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)listener.Client.LocalEndPoint!).Port;

        Fails(4, $"UDP port {port} is in use; stop what uses it, or choose another one with --osc-port", await Serve("--osc-port", $"{port}"));
    }

    [Theory]
    [InlineData("short", "holds no token")]
    [InlineData(null, "osc.secret")]
    public async Task An_osc_token_that_is_none_is_one_line(string? content, string words)
    {
        if (content is not null)
        {
            _folder.Write("osc.secret", content);
        }

        Fails(3, words, await Serve("--osc-port", $"{Ports.FreeTcp()}", "--osc-token-file", _folder["osc.secret"]));
    }

    [Fact]
    public async Task A_data_folder_that_another_server_holds_is_one_line()
    {
        using var held = DataFolder.Hold(_folder["data"]);

        Fails(4, "another server holds the data folder", await Serve());
    }

    [Fact]
    public async Task A_database_that_is_none_is_one_line()
    {
        Directory.CreateDirectory(_folder["data"]);
        _folder.Write("data/virtualstage.db", new string('x', 5000));

        Fails(3, "not a SQLite database", await Serve());
    }

    [Fact]
    public async Task A_signing_key_that_is_none_is_one_line()
    {
        Directory.CreateDirectory(_folder["data"]);
        _folder.Write("data/signing.key", "short");

        Fails(3, "not a key of 32", await Serve());
    }

    [Fact]
    public async Task A_disk_that_is_full_from_the_start_is_one_line()
    {
        using var disk = SmallDisk.Mount(1);
        disk.Fill();

        var ran = await Executable.Run(["serve", "--data", disk.Path, .. Free()]);

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains(disk.Path, Assert.Single(ran.ErrorLines));
        Assert.False(File.Exists(Path.Combine(disk.Path, "signing.key")));
    }

    [Fact]
    public async Task An_address_that_is_not_this_machines_is_one_line() =>
        Fails(4, "cannot be listened on at 192.0.2.1", await Serve("--listen", "192.0.2.1"));

    [Fact]
    public async Task A_production_that_is_not_there_is_named_and_no_data_folder_is_made()
    {
        Fails(3, "production.yaml", await Serve("--production", _folder["nowhere"]));
        Assert.False(Directory.Exists(_folder["data"]));
    }

    [Fact]
    public async Task Every_error_of_a_production_is_listed_with_file_and_line()
    {
        var copy = BundledProduction.CopyTo(_folder, "broken");
        var sheet = File.ReadAllText(Path.Combine(copy, "production.yaml"))
            .Replace("line: 1.1.12,", "line: 9.9.9,", StringComparison.Ordinal)
            .Replace("look: starlight", "look: sunlight", StringComparison.Ordinal)
            .Replace("number: LX 3,", "number: LX 2,", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(copy, "production.yaml"), sheet);

        var ran = await Serve("--production", copy);

        Assert.Equal(3, ran.ExitCode);
        Assert.Equal(3, ran.ErrorLines.Length);
        Assert.All(ran.ErrorLines, line => Assert.Matches(@"^production\.yaml:\d+:\d+: ", line));
        Assert.Contains("9.9.9", ran.Error);
        Assert.Contains("sunlight", ran.Error);
        Assert.Contains("LX 2", ran.Error);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("no certificate at all")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")]
    public async Task A_certificate_that_is_none_is_one_line(string? content)
    {
        if (content is not null)
        {
            _folder.Write("theatre.pem", content);
        }

        Fails(3, "theatre.pem", await Serve("--certificate", _folder["theatre.pem"]));
    }

    public void Dispose() => _folder.Dispose();

    private static string[] Free() => ["--http-port", $"{Ports.FreeTcp()}", "--udp-port", $"{Ports.FreeUdp()}"];

    private static void Fails(int code, string words, Ran ran)
    {
        Assert.Equal(code, ran.ExitCode);
        Assert.Contains(words, Assert.Single(ran.ErrorLines));
        Assert.DoesNotContain("   at ", ran.Out);
    }

    private Task<Ran> Serve(params string[] args)
    {
        string[] ports = Free();
        string[] free = [.. args.Contains("--http-port") ? [] : ports[..2], .. args.Contains("--udp-port") ? [] : ports[2..]];
        return Executable.Run(["serve", "--data", _folder["data"], .. free, .. args]);
    }
}
