namespace VirtualStage.Server.Tests.Support;

/// <summary>The files of this repository.</summary>
internal static class Repository
{
    private static string Root
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!System.IO.File.Exists(Path.Combine(folder, "VirtualStage.slnx")))
            {
                folder = Path.GetDirectoryName(folder)!;
            }

            return folder;
        }
    }

    public static string File(string path) => Path.Combine(Root, path);
}
