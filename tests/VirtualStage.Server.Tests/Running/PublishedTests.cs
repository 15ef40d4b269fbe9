using System.Diagnostics;
using System.Net;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>The download that needs no runtime, as containers have it as well: built, and started where there is nothing else.</summary>
public sealed class PublishedTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_runs_without_dotnet_and_leaves_nothing_at_home()
    {
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("VIRTUALSTAGE_PUBLISHED") == "1" && OperatingSystem.IsLinux(),
            "building the download takes minutes: `make soak`, or VIRTUALSTAGE_PUBLISHED=1");
        Directory.CreateDirectory(_folder["home"]);
        await CheckOut(_folder["checkout"]);
        using (var publish = Process.Start("node", [Path.Combine(_folder["checkout"], "server/publish.mjs"), "linux-x64", "--to", _folder["theatre"]]))
        {
            await publish.WaitForExitAsync(Cancel);
            Assert.Equal(0, publish.ExitCode);
        }

        var info = new ProcessStartInfo(_folder["theatre/virtualstage"], ["serve", "--data", _folder["data"], "--http-port", "0", "--udp-port", "0"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = _folder["home"],
        };
        info.Environment.Clear();
        info.Environment["HOME"] = _folder["home"];
        info.Environment["PATH"] = "/usr/bin:/bin";
        using var theatre = Process.Start(info)!;
        try
        {
            var said = "";
            while (await theatre.StandardOutput.ReadLineAsync(Cancel) is { } line && !said.Contains("carries on", StringComparison.Ordinal))
            {
                said += line + "\n";
            }

            Assert.DoesNotContain("warn", said, StringComparison.Ordinal);
            var address = said.Split('\n').First(line => line.Contains("Audience", StringComparison.Ordinal)).Trim().Split(' ')[^1];
            using var http = new HttpClient();
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri(address), Cancel)).StatusCode);
            Assert.Equal("Healthy", await http.GetStringAsync(new Uri(new Uri(address), "/health/ready"), Cancel));
            Assert.Empty(Directory.EnumerateFileSystemEntries(_folder["home"]));
        }
        finally
        {
            Executable.End(theatre);
        }
    }

    /// <summary>Copies what is kept of the project, as it stands now: nothing that was built here comes along, and helps.</summary>
    private static async Task CheckOut(string folder)
    {
        var root = Path.GetDirectoryName(Repository.File("Makefile"))!;
        using var git = Process.Start(new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = root,
        })!;
        foreach (var file in (await git.StandardOutput.ReadToEndAsync(Cancel)).Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            var copy = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(root, file), copy);
        }

        await git.WaitForExitAsync(Cancel);
        Assert.Equal(0, git.ExitCode);
    }
}
