namespace VirtualStage.Server.Tests.Running;

/// <summary>The folder that a theatre was started in is none of its business.</summary>
[Collection(nameof(OpenTheatre))]
public sealed class StartFolderTests(OpenTheatre open)
{
    [Fact]
    public void No_folder_is_watched()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "watches are counted in /proc");
        var watches = Directory.GetFiles($"/proc/{open.Theatre.ProcessId}/fdinfo").SelectMany(LinesOf).Count(line => line.StartsWith("inotify", StringComparison.Ordinal));
        Assert.Equal(0, watches);
    }

    private static string[] LinesOf(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (IOException)
        {
            // It was closed meanwhile.
            return [];
        }
    }
}
