namespace VirtualStage.Server.Hosting;

/// <summary>What comes with the program: beside it when it was published, in the checkout when it was built there.</summary>
internal static class Bundled
{
    public static string Production => Find("scripts/hamlet");

    public static string Pages => Find("directors-console/dist");

    private static string Find(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, path);
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return Path.Combine(AppContext.BaseDirectory, path);
    }
}
