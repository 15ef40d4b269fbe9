using System.Text;

namespace VirtualStage.Productions.Scripts.Reading;

/// <summary>Reads a production's files from its folder, and nothing outside of it.</summary>
internal static class ProductionFolder
{
    public const string SheetName = "production.yaml";

    /// <summary>Most bytes on disk, and most characters in memory.</summary>
    public const int LargestSheet = 2 << 20;

    public const int LargestPlay = 32 << 20;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// The source, without a play file's name where that could not be read; null when there is no sheet to read.
    /// What is wrong with the files goes to the errors.
    /// </summary>
    public static ProductionSource? Read(string folder, ErrorList errors)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (ReadFile(root, SheetName, LargestSheet, default, errors) is not { } bytes) return null;
        if (Decode(bytes, errors) is not { } yaml) return null;
        // Syntax errors are found again, and told, when the source is loaded.
        var sheet = SheetParser.Parse(yaml, new ErrorList(SheetName)) as SheetMap;
        var name = SheetFiles.TextAt(sheet, "play");
        var play = name is { } file && RelativePath.IsInside(file.Value)
            ? ReadFile(root, file.Value, LargestPlay, file.Place, errors)
            : null;
        var files = ReadFiles(root, sheet, errors);
        return new ProductionSource(Path.GetFileName(root), yaml, play is null ? "" : name!.Value.Value, play ?? [], files);
    }

    /// <summary>The same from files in memory, by their paths.</summary>
    public static ProductionSource? Read(string id, IReadOnlyDictionary<string, byte[]> files, ErrorList errors)
    {
        if (!files.TryGetValue(SheetName, out var bytes))
        {
            errors.Add(default, $"there is no {SheetName}");
            return null;
        }

        if (Decode(bytes, errors) is not { } yaml) return null;
        var sheet = SheetParser.Parse(yaml, errors) as SheetMap;
        if (sheet is null) return null;
        if (SheetFiles.TextAt(sheet, "play") is not { } play || !files.TryGetValue(play.Value, out var text))
        {
            errors.Add(SheetFiles.TextAt(sheet, "play")?.Place ?? default, "there is no file for 'play'");
            return null;
        }

        // What the sheet does not name is no part of the production, and goes nowhere.
        return new ProductionSource(id, yaml, play.Value, text, [.. SheetFiles.NamedBy(sheet)
            .Select(file => file.Path.Value)
            .Distinct()
            .Where(files.ContainsKey)
            .Select(file => new ProductionFile(file, files[file]))]);
    }

    /// <summary>The files that the sheet names, each once; null, and an error, when they are too many bytes to hold.</summary>
    private static List<ProductionFile>? ReadFiles(string root, SheetMap? sheet, ErrorList errors)
    {
        var files = new List<ProductionFile>();
        var room = new Dictionary<FileKind, int>();
        foreach (var (file, kind) in SheetFiles.NamedBy(sheet))
        {
            if (files.Exists(one => one.Path == file.Value)) continue;
            if (ReadFile(root, file.Value, kind.Largest, file.Place, errors) is not { } bytes) continue;
            room[kind] = room.GetValueOrDefault(kind, kind.LargestTogether) - bytes.Length;
            if (room[kind] < 0)
            {
                errors.Add(file.Place, $"the {kind.Words} up to '{Clip.Short(file.Value)}' are larger than {kind.LargestTogether >> 20} MB together");
                return null;
            }

            files.Add(new ProductionFile(file.Value, bytes));
        }

        return files;
    }

    private static byte[]? ReadFile(string root, string path, int largest, Place place, ErrorList errors) =>
        Try(path, place, errors, () => FindFile(root, path, largest, place, errors) is { } file ? File.ReadAllBytes(file) : null);

    /// <summary>The file's full path; null, and an error, when it is missing, too large, or reached by a link.</summary>
    private static string? FindFile(string root, string path, int largest, Place place, ErrorList errors)
    {
        var full = root;
        foreach (var part in path.Split('/'))
        {
            full = Path.Combine(full, part);
            if (new FileInfo(full).LinkTarget is null) continue;
            errors.Add(place, $"'{Clip.Short(path)}' is reached by a link; put the file itself into the production's folder");
            return null;
        }

        var file = new FileInfo(full);
        if (file.Exists && file.Length <= largest) return full;
        errors.Add(place, file.Exists
            ? $"'{Clip.Short(path)}' is larger than {largest >> 20} MB"
            : $"there is no file '{Clip.Short(path)}' in {root}");
        return null;
    }

    private static T? Try<T>(string path, Place place, ErrorList errors, Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            errors.Add(place, $"'{Clip.Short(path)}' cannot be read: {Clip.Short(problem.Message)}");
            return null;
        }
    }

    private static string? Decode(byte[] bytes, ErrorList errors)
    {
        try
        {
            return Utf8.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            errors.Add(default, "this is not UTF-8 text; save it as UTF-8");
            return null;
        }
    }
}
