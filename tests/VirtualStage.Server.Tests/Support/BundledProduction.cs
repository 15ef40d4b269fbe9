using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Hosting;

namespace VirtualStage.Server.Tests.Support;

/// <summary>The repository's own production, and copies of it.</summary>
internal static class BundledProduction
{
    public static string Folder => Bundled.Production;

    public static ProductionSource Hamlet => ProductionSource.FromFolder(Folder);

    /// <summary>Copies the production into a folder of another name.</summary>
    public static string CopyTo(TempFolder folder, string name)
    {
        var copy = Directory.CreateDirectory(folder[name]).FullName;
        string[] files = [.. new[] { "", "models", "sounds", "surtitles" }.SelectMany(part => Directory.GetFiles(Path.Combine(Folder, part)))];
        foreach (var file in files)
        {
            var target = Path.Combine(copy, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }
}
