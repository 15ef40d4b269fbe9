using System.Collections.Immutable;
using VirtualStage.Plays;
using VirtualStage.Productions.Documents;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Editing;

/// <summary>Where a production is: what its events add up to.</summary>
public sealed record ProductionState
{
    /// <summary>Before anything happened.</summary>
    public static readonly ProductionState Empty = new();

    private static readonly ProductionDocument _blank = new(new([], default));

    /// <summary>Number of events so far: the journal's version, and the production's.</summary>
    public int Revision { get; init; }

    /// <summary>The files that were taken in last; null before that.</summary>
    public ImportedFiles? Files { get; init; }

    public ProductionDocument Document { get; init; } = _blank;

    /// <summary>The cues to which the last event gave other numbers, as <see cref="Renumbering"/> has them.</summary>
    public ImmutableDictionary<string, string> Renumbered { get; init; } = Renumbering.None;

    /// <summary>The former documents, the newest on top.</summary>
    public ImmutableStack<DocumentStep> Undo { get; init; } = [];

    /// <summary>The documents that were undone, the last one on top.</summary>
    public ImmutableStack<DocumentStep> Redo { get; init; } = [];

    /// <summary>Who locked the sheet; null while it can be edited.</summary>
    public string? LockedBy { get; init; }

    /// <summary>The revision in which a part of the document changed last, since the last import.</summary>
    public ImmutableDictionary<string, int> ChangedAt { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>The revision of the last import.</summary>
    public int ImportedAt { get; init; }

    /// <summary>Commands that were accepted, with the revision after them: a retry gets the same answer.</summary>
    public ImmutableDictionary<string, int> Answered { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>True when the document is not what was taken in last.</summary>
    public bool IsEdited => Files is not null && !Document.Equals(Files.Document);
}

/// <summary>A document to go back to.</summary>
/// <param name="Words">What that undoes, or makes again.</param>
/// <param name="Parts">The parts that the edit meant; an order that it changed shows in no part itself.</param>
/// <param name="Renumbered">The cues to which the edit gave other numbers.</param>
public sealed record DocumentStep(
    ProductionDocument Document, string Words, IReadOnlyList<string> Parts, ImmutableDictionary<string, string> Renumbered);

/// <summary>Files of an import; what is read of them is read once, when it is needed.</summary>
/// <param name="imported">The event that took them in.</param>
/// <param name="fileBytes">Finds a file's bytes by their hash; null for one that is lost.</param>
public sealed class ImportedFiles(ProductionImported imported, Func<string, byte[]?> fileBytes)
{
    private readonly Lazy<Play> _play = new(() => PlayReader.Read(imported.PlayBytes, imported.PlayFile));
    private readonly Lazy<ProductionDocument> _document = new(() => ProductionDocument.Parse(imported.Yaml));
    private readonly Lazy<ProductionSource> _source = new(() => SourceOf(imported, fileBytes));

    /// <summary>The exact files.</summary>
    /// <exception cref="InvalidDataException">A file's bytes are lost.</exception>
    public ProductionSource Source => _source.Value;

    /// <summary>The whole text, with what is cut.</summary>
    public Play Play => _play.Value;

    /// <summary>The document as it was taken in.</summary>
    public ProductionDocument Document => _document.Value;

    internal ProductionImported Imported => imported;

    /// <summary>Loads a document that was made of these files.</summary>
    /// <exception cref="ProductionException">Something is wrong in it.</exception>
    /// <exception cref="InvalidDataException">A file's bytes are lost.</exception>
    public Production Load(ProductionDocument document) => ProductionLoader.Load(imported.Id, document, Play, Source.Files);

    private static ProductionSource SourceOf(ProductionImported imported, Func<string, byte[]?> fileBytes) => new(
        imported.Id,
        imported.Yaml,
        imported.PlayFile,
        imported.PlayBytes,
        imported.Files?.Select(file => new ProductionFile(file.Path, fileBytes(file.Hash)
            ?? throw new InvalidDataException($"the data folder lacks the file '{file.Path}' of production '{imported.Id}'"))).ToList());
}
