namespace VirtualStage.Plays.Tests;

/// <summary>The real play files, which lie beside the repository and never in it.</summary>
internal static class SharedPlays
{
    public static readonly string[] Names =
    [
        "hamlet.bosak.xml", "macbeth.bosak.xml", "romeo_and_juliet.bosak.xml", "tempest.bosak.xml",
        "buechner-woyzeck.tei.xml", "lessing-emilia-galotti.tei.xml",
    ];

    public static string PathOf(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "VirtualStage.slnx")))
        {
            folder = folder.Parent;
        }

        var path = Path.Combine(folder?.FullName ?? "", "..", "shared", "data", "plays", name);
        Assert.SkipUnless(File.Exists(path), $"the play {name} is not in ../shared/data/plays beside the repository");
        return path;
    }
}
