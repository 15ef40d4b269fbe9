using System.Xml.Linq;
using ArchUnitNET.Domain.Dependencies;
using ArchUnitNET.Loader;
using Assembly = System.Reflection.Assembly;

namespace VirtualStage.Architecture.Tests;

/// <summary>The rooms of the house and which of them each may use: the table of the architecture, which these tests hold.</summary>
internal static class Rooms
{
    /// <summary>The assemblies of rooms that a room may use, by the room's assembly.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> MayUse = new Dictionary<string, string[]>
    {
        ["VirtualStage.Contracts"] = [],
        ["VirtualStage.Plays"] = [],
        ["VirtualStage.Osc"] = [],
        ["VirtualStage.Scheduling"] = [],
        ["VirtualStage.Scheduling.Training"] = ["VirtualStage.Scheduling", "VirtualStage.Plays"],
        ["VirtualStage.Matting"] = ["VirtualStage.Scheduling"],
        ["VirtualStage.Productions"] = ["VirtualStage.Plays", "VirtualStage.Contracts"],
        ["VirtualStage.Stage"] = ["VirtualStage.Contracts"],
        ["VirtualStage.House"] = ["VirtualStage.Contracts", "VirtualStage.Stage"],
        ["VirtualStage.Recordings"] = ["VirtualStage.Contracts"],
        ["VirtualStage.Client.Core"] = ["VirtualStage.Contracts"],
        ["VirtualStage.Bots"] = ["VirtualStage.Contracts", "VirtualStage.Client.Core"],
        ["virtualstage"] =
        [
            "VirtualStage.Contracts", "VirtualStage.Plays", "VirtualStage.Productions", "VirtualStage.Stage",
            "VirtualStage.House", "VirtualStage.Client.Core", "VirtualStage.Bots", "VirtualStage.Osc", "VirtualStage.Scheduling",
            "VirtualStage.Scheduling.Training", "VirtualStage.Matting", "VirtualStage.Recordings",
        ],
    };

    /// <summary>All rooms as they were compiled.</summary>
    public static ArchUnitNET.Domain.Architecture House { get; } =
        new ArchLoader().LoadAssemblies([.. MayUse.Keys.Select(Assembly.Load)]).Build();

    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>The project files of rooms; the contracts' generator is a tool of the build and no room.</summary>
    public static IEnumerable<string> Projects => new[] { "server", "client-unity" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories))
        .Where(project => Path.GetFileNameWithoutExtension(project) != "VirtualStage.Contracts.Generator");

    /// <summary>The assembly that a project file makes.</summary>
    public static string AssemblyOf(string project) =>
        XDocument.Load(project).Descendants("AssemblyName").FirstOrDefault()?.Value ?? Path.GetFileNameWithoutExtension(project);

    /// <summary>What the types of a room use, in their bodies too.</summary>
    public static IEnumerable<ITypeDependency> UsesOf(string room) => House.Types
        .Where(type => type.Assembly.Name.Split(',')[0] == room)
        .SelectMany(type => type.Dependencies);

    private static string FindRoot(string folder) => File.Exists(Path.Combine(folder, "VirtualStage.slnx"))
        ? folder
        : FindRoot(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("the tests run outside of the repository"));
}
