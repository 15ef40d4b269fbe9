using VirtualStage.Productions.Scripts.Reading;

namespace VirtualStage.Productions.Scripts;

/// <summary>
/// The exact files that a production is made of, so that a performance goes on with what it opened with
/// even when the files change.
/// </summary>
/// <param name="Id">The name of the production's folder.</param>
/// <param name="Yaml">The text of production.yaml.</param>
/// <param name="PlayFile">The play's path as the sheet names it.</param>
/// <param name="PlayBytes">The play file's bytes.</param>
/// <param name="Files">Every file of a sound or a model that the sheet names; null when none were kept, and every sound is words only.</param>
public sealed record ProductionSource(string Id, string Yaml, string PlayFile, byte[] PlayBytes, IReadOnlyList<ProductionFile>? Files)
{
    /// <summary>Reads a production's folder.</summary>
    /// <exception cref="ProductionException">A file is missing, too large, or outside of the folder.</exception>
    public static ProductionSource FromFolder(string folder)
    {
        var errors = new ErrorList(ProductionFolder.SheetName);
        var source = ProductionFolder.Read(folder, errors);
        return source is not null && errors.IsEmpty ? source : throw new ProductionException(errors.InOrder);
    }

    /// <summary>Takes files that were read elsewhere; which of them is the play, the sheet says.</summary>
    /// <exception cref="ProductionException">The sheet is no text or no YAML, or a file that it names is not there.</exception>
    public static ProductionSource FromFiles(string id, IReadOnlyDictionary<string, byte[]> files)
    {
        var errors = new ErrorList(ProductionFolder.SheetName);
        var source = ProductionFolder.Read(id, files, errors);
        return source is not null && errors.IsEmpty ? source : throw new ProductionException(errors.InOrder);
    }
}
