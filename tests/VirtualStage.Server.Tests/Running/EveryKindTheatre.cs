using VirtualStage.Productions.Tests.Performances;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>A running show, called by <c>p-caller</c>, whose sheet has a cue of every kind, at ten times the speed.</summary>
public class EveryKindTheatre : OpenTheatre
{
    private readonly TempFolder _production = new();

    protected override string[] Options => ["--production", WriteTo(_production["every-kind"]), "--speed", "10"];

    /// <summary>Writes the production's folder.</summary>
    internal static string WriteTo(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "production.yaml"), AllKinds.Sheet);
        File.WriteAllText(Path.Combine(folder, "lines.fountain"), AllKinds.Play);
        return folder;
    }

    protected override ValueTask End()
    {
        _production.Dispose();
        return ValueTask.CompletedTask;
    }
}
