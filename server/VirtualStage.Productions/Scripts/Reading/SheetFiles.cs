namespace VirtualStage.Productions.Scripts.Reading;

/// <summary>The files that a sheet names: sounds, models of set pieces, props and costumes, and translations.</summary>
internal static class SheetFiles
{
    /// <summary>Every file that is named, where it is named, and what for.</summary>
    public static IEnumerable<(Placed<string> Path, FileKind Kind)> NamedBy(SheetMap? sheet) =>
        PathsIn(ValueAt(sheet, "sounds"), "file", FileKind.Sound)
            .Concat(PathsIn(ValueAt(ValueAt(sheet, "stage") as SheetMap, "pieces"), "model", FileKind.Model))
            .Concat(PathsIn(ValueAt(sheet, "props"), "model", FileKind.Model))
            .Concat(PathsIn(ValueAt(sheet, "costumes"), "model", FileKind.Model))
            .Concat(PathsIn(ValueAt(sheet, "translations"), "file", FileKind.Translation));

    /// <summary>The file that a value names; null, and an error, when it is not there or is outside of the folder.</summary>
    /// <param name="files">Those that came with the sheet; null when none were kept, which is no error.</param>
    public static (ProductionFile File, Place Place)? Find(Placed<string>? path, IReadOnlyList<ProductionFile>? files, ErrorList errors)
    {
        RelativePath.Check(path, errors);
        if (files is null || path is not { } written || !RelativePath.IsInside(written.Value)) return null;
        if (files.FirstOrDefault(file => file.Path == written.Value) is { } found) return (found, written.Place);
        // A file that was looked for in a folder and could not be read is told already.
        if (!errors.Has(written.Place)) errors.Add(written.Place, $"there is no file '{Clip.Short(written.Value)}'");
        return null;
    }

    public static SheetNode? ValueAt(SheetMap? map, string key) =>
        map?.Entries.FirstOrDefault(entry => entry.Key.Value == key).Value;

    public static Placed<string>? TextAt(SheetMap? map, string key) =>
        ValueAt(map, key) is SheetText { IsNull: false } text ? new Placed<string>(text.Value.Trim(), text.Place) : null;

    private static IEnumerable<(Placed<string> Path, FileKind Kind)> PathsIn(SheetNode? section, string key, FileKind kind) =>
        ((section as SheetMap)?.Entries ?? [])
            .Select(entry => TextAt(entry.Value as SheetMap, key))
            .OfType<Placed<string>>()
            .Where(path => RelativePath.IsInside(path.Value))
            .Select(path => (path, kind));
}
