using VirtualStage.Plays;
using VirtualStage.Productions.Tests.Scripts;

namespace VirtualStage.Productions.Tests.FirstDraft;

/// <summary>Whole plays that lie beside the checkout; a test without them is skipped.</summary>
internal static class SharedPlays
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(Repository.Root)!, "shared", "data", "plays");

    public static TheoryData<string> Names { get; } =
        Directory.Exists(Folder) ? [.. Directory.GetFiles(Folder, "*.xml").Select(path => Path.GetFileName(path)).Order()] : ["hamlet.bosak.xml"];

    public static byte[] Bytes(string name)
    {
        var path = Path.Combine(Folder, name);
        Assert.SkipUnless(File.Exists(path), $"{name} does not lie in {Folder}");
        return File.ReadAllBytes(path);
    }

    public static Play Read(string name) => PlayReader.Read(Bytes(name), name);
}
