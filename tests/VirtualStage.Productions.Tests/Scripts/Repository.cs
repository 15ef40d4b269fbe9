namespace VirtualStage.Productions.Tests.Scripts;

/// <summary>Finds the repository that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Hamlet => Path.Combine(Root, "scripts", "hamlet");

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "VirtualStage.slnx"))
            ? folder
            : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("the tests run outside of the repository"));
}
