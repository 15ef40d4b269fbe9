namespace VirtualStage.Benchmarks;

/// <summary>Where the repository lies that the benchmarks were built from.</summary>
internal static class Repository
{
    public static string PathOf(params string[] parts)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "VirtualStage.slnx")))
        {
            folder = folder.Parent;
        }

        return Path.Combine([folder?.FullName ?? "", .. parts]);
    }
}
