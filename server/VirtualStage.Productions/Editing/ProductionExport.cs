using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Editing;

/// <summary>How a production leaves its journal.</summary>
public static class ProductionExport
{
    /// <summary>
    /// The files of a production as it is now: the very ones that were taken in where nothing was edited since, else a
    /// sheet that is written anew, without the comments of the old one.
    /// </summary>
    public static ProductionSource ToSource(this ProductionState state)
    {
        var source = (state.Files ?? throw new InvalidOperationException("there is no production yet")).Source;
        return state.IsEdited ? source with { Yaml = state.Document.ToYaml() } : source;
    }
}
