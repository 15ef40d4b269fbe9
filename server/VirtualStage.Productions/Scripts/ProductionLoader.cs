using VirtualStage.Plays;
using VirtualStage.Productions.Documents;
using VirtualStage.Productions.Scripts.Reading;

namespace VirtualStage.Productions.Scripts;

/// <summary>
/// Loads a production; docs/production-format.md describes its files. Either everything is right, or every
/// error is told at once.
/// </summary>
public static class ProductionLoader
{
    /// <summary>Loads a production from its folder.</summary>
    /// <exception cref="ProductionException">Something is wrong with its files.</exception>
    public static Production Load(string folder)
    {
        var errors = new ErrorList(ProductionFolder.SheetName);
        return ProductionFolder.Read(folder, errors) is { } source
            ? Load(source, errors)
            : throw new ProductionException(errors.InOrder);
    }

    /// <summary>Loads a production from files in memory.</summary>
    /// <exception cref="ProductionException">Something is wrong in the files.</exception>
    public static Production Load(ProductionSource source)
    {
        var errors = new ErrorList(ProductionFolder.SheetName);
        if (source.PlayFile.Length == 0) errors.Add(default, "the play's text is missing");
        if (source.Yaml.Length > ProductionFolder.LargestSheet)
        {
            errors.Add(default, $"this is larger than {ProductionFolder.LargestSheet >> 20} MB");
            throw new ProductionException(errors.InOrder);
        }

        if (source.Files is { } files
            && (files.Any(file => file.Bytes.Length > FileKind.Sound.Largest) || files.Sum(file => (long)file.Bytes.Length) > FileKind.LargestOfAll))
        {
            errors.Add(default, $"the files that it names are larger than {FileKind.Sound.Largest >> 20} MB each or {FileKind.LargestOfAll >> 20} MB together");
        }

        return Load(source, errors);
    }

    /// <summary>Loads a production from a document.</summary>
    /// <param name="id">The production's id.</param>
    /// <param name="play">The text that the document names, with what is cut.</param>
    /// <param name="files">The files that it may name; null when none were kept, and every sound is words only.</param>
    /// <exception cref="ProductionException">Something is wrong in it; parts of the document stand in place of files.</exception>
    public static Production Load(string id, ProductionDocument document, Play play, IReadOnlyList<ProductionFile>? files) =>
        new ProductionReader(new ErrorList(ProductionFolder.SheetName), files, isEdited: true).Read(id, document.Root, play)
            ?? throw new ProductionException(PartErrors.Of(id, document.Root, play, files));

    private static Production Load(ProductionSource source, ErrorList errors)
    {
        var (play, unreadable) = ReadPlay(source);
        var root = SheetParser.Parse(source.Yaml, errors);
        var production = root is null ? null : new ProductionReader(errors, source.Files).Read(source.Id, root, play);
        return production ?? throw new ProductionException([.. errors.InOrder, .. unreadable]);
    }

    private static (Play? Play, IReadOnlyList<ProductionError> Errors) ReadPlay(ProductionSource source)
    {
        // The sheet names no play, or its file could not be read: that is told already.
        if (source.PlayFile.Length == 0) return (null, []);
        try
        {
            return (PlayReader.Read(source.PlayBytes, source.PlayFile), []);
        }
        catch (PlayFormatException bad)
        {
            return (null, [new ProductionError(bad.File, bad.Line, bad.Column, bad.Problem)]);
        }
    }
}
