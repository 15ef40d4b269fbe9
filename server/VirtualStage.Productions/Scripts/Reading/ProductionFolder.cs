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
        var name = TextAt(sheet, "play");
        var play = name is { } file && RelativePath.IsInside(file.Value)
            ? ReadFile(root, file.Value, LargestPlay, file.Place, errors)
            : null;
        var sounds = ReadSounds(root, sheet, errors);
        return new ProductionSource(Path.GetFileName(root), yaml, play is null ? "" : name!.Value.Value, play ?? [], sounds);
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
        if (TextAt(sheet, "play") is not { } play || !files.TryGetValue(play.Value, out var text))
        {
            errors.Add(TextAt(sheet, "play")?.Place ?? default, "there is no file for 'play'");
            return null;
        }

        // What the sheet does not name is no part of the production, and goes nowhere.
        return new ProductionSource(id, yaml, play.Value, text, [.. SoundFilesOf(sheet)
            .Select(file => file.Value)
            .Distinct()
            .Where(files.ContainsKey)
            .Select(file => new SoundFile(file, files[file]))]);
    }

    /// <summary>The files that a sheet's sounds name.</summary>
    private static IEnumerable<Placed<string>> SoundFilesOf(SheetMap? sheet) =>
        ((ValueAt(sheet, "sounds") as SheetMap)?.Entries ?? [])
            .Select(sound => TextAt(sound.Value as SheetMap, "file"))
            .OfType<Placed<string>>()
            .Where(file => RelativePath.IsInside(file.Value));

    /// <summary>The files that sounds name, each once; null, and an error, when they are too many bytes to hold.</summary>
    private static List<SoundFile>? ReadSounds(string root, SheetMap? sheet, ErrorList errors)
    {
        var files = new List<SoundFile>();
        var room = SoundFile.LargestTogether;
        foreach (var file in SoundFilesOf(sheet))
        {
            if (files.Exists(one => one.Path == file.Value)) continue;
            if (ReadFile(root, file.Value, SoundFile.Largest, file.Place, errors) is not { } bytes) continue;
            room -= bytes.Length;
            if (room < 0)
            {
                errors.Add(file.Place, $"the sounds up to '{Clip.Short(file.Value)}' are larger than {SoundFile.LargestTogether >> 20} MB together");
                return null;
            }

            files.Add(new SoundFile(file.Value, bytes));
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

    private static SheetNode? ValueAt(SheetMap? map, string key) =>
        map?.Entries.FirstOrDefault(entry => entry.Key.Value == key).Value;

    private static Placed<string>? TextAt(SheetMap? map, string key) =>
        ValueAt(map, key) is SheetText { IsNull: false } text ? new Placed<string>(text.Value.Trim(), text.Place) : null;
}
