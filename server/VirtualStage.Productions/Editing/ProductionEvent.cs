using VirtualStage.Contracts.Productions;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Editing;

/// <summary>What happened to a production's document. Facts: edits are made again when they are replayed, and always come out the same.</summary>
public abstract record ProductionEvent
{
    private protected ProductionEvent()
    {
    }
}

/// <summary>Files were taken in, in place of whatever was there. Nothing before it can be undone.</summary>
/// <param name="Id">The production's id.</param>
/// <param name="Yaml">The exact text of production.yaml.</param>
/// <param name="PlayFile">The play's path as the sheet names it.</param>
/// <param name="PlayBytes">The play file's bytes.</param>
/// <param name="Files">The files of sounds and models by their hashes; null for an import from before sounds were kept.</param>
public sealed record ProductionImported(
    string Id, string Yaml, string PlayFile, byte[] PlayBytes, IReadOnlyList<ImportedFile>? Files = null) : ProductionEvent
{
    internal static ProductionImported Of(ProductionSource source) => new(
        source.Id,
        source.Yaml,
        source.PlayFile,
        source.PlayBytes,
        source.Files is { } files ? [.. files.Select(file => new ImportedFile(file.Path, file.Hash))] : null);

    internal bool IsSameAs(ProductionImported other) =>
        Id == other.Id && Yaml == other.Yaml && PlayFile == other.PlayFile
        && PlayBytes.AsSpan().SequenceEqual(other.PlayBytes)
        && (Files is null) == (other.Files is null) && (Files ?? []).SequenceEqual(other.Files ?? []);
}

/// <summary>A file whose bytes are kept apart from the journal.</summary>
/// <param name="Path">Where it is in the production's folder.</param>
/// <param name="Hash">As <see cref="ProductionFile.Hash"/>.</param>
public sealed record ImportedFile(string Path, string Hash);

/// <summary>The document was edited.</summary>
/// <param name="Why">What the editor said of it; null for nothing.</param>
public sealed record SheetEdited(IReadOnlyList<IProductionEdit> Edits, string? Why) : ProductionEvent;

/// <summary>The last edit was undone.</summary>
public sealed record EditUndone : ProductionEvent;

/// <summary>What was undone last was made again.</summary>
public sealed record EditRedone : ProductionEvent;

/// <summary>The sheet was locked by the person who sent the command.</summary>
public sealed record SheetLocked : ProductionEvent;

/// <summary>The sheet was unlocked.</summary>
public sealed record SheetUnlocked : ProductionEvent;

/// <summary>An event with whom it came through, as the journal keeps it.</summary>
/// <param name="CommandId">The command that it came of; null for an import.</param>
/// <param name="Person">Who sent the command; null for an import from the machine itself.</param>
public sealed record ProductionHappening(string? CommandId, string? Person, ProductionEvent Event);
