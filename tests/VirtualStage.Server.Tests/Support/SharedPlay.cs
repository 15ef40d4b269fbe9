using VirtualStage.Server.Hosting;

namespace VirtualStage.Server.Tests.Support;

/// <summary>Whole plays that lie beside the checkout; a test without them is skipped.</summary>
internal static class SharedPlay
{
    public static string Find(string name)
    {
        var root = Directory.GetParent(Bundled.Production)!.Parent!;
        var path = Path.Combine(root.Parent!.FullName, "shared", "data", "plays", name);
        Assert.SkipUnless(File.Exists(path), $"there is no {path}");
        return path;
    }
}
