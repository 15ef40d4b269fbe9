using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Hosting;

/// <summary>The files for containers, as far as they can be checked where no container runs.</summary>
public sealed partial class ContainerFilesTests
{
    [Fact]
    public async Task Compose_takes_the_file()
    {
        Process compose;
        try
        {
            compose = Process.Start(new ProcessStartInfo("docker-compose", ["--file", Repository.File("docker-compose.yml"), "config", "--quiet"])
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            })!;
        }
        catch (Win32Exception)
        {
            Assert.Skip("docker-compose is not here: apt-get install docker-compose");
            return;
        }

        using (compose)
        {
            var words = await compose.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await compose.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(compose.ExitCode == 0, words);
        }
    }

    [Fact]
    public void The_image_has_what_the_theatre_can_make_use_of_and_is_built_as_the_downloads_are()
    {
        var image = System.IO.File.ReadAllText(Repository.File("Dockerfile"));
        var wanted = PackagesPattern().Matches(System.IO.File.ReadAllText(Repository.File("server/libraries.mjs")))
            .SelectMany(match => match.Groups[1].Value.Split(',')).Select(name => name.Trim(' ', '"')).ToList();

        Assert.Contains("ffmpeg", wanted);
        Assert.All(wanted, name => Assert.Contains($" {name} ", image));
        Assert.Contains("node server/publish.mjs linux-x64 --to", image);
        Assert.Contains("USER theatre", image);
    }

    [GeneratedRegex(@"packages: \[([^\]]+)\]")]
    private static partial Regex PackagesPattern();
}
