namespace VirtualStage.Contracts.Tests;

/// <summary>Where the repository's files are, seen from a test.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "VirtualStage.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("no VirtualStage.slnx above " + AppContext.BaseDirectory);
    }
}
