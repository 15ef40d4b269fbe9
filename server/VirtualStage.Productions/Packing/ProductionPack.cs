using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using VirtualStage.Productions.Documents;
using VirtualStage.Productions.Scripts;
using VirtualStage.Productions.Scripts.Reading;

namespace VirtualStage.Productions.Packing;

/// <summary>A whole production in one file: a zip archive with a manifest, in which each file's size and hash stand.</summary>
public static class ProductionPack
{
    /// <summary>How such files are called.</summary>
    public const string Extension = ".vsproduction";

    /// <summary>Most bytes of a packed file.</summary>
    public const int Largest = 128 << 20;

    private const int LargestManifest = 1 << 20;

    /// <summary>A sheet has 1,000 sounds, set pieces, props and costumes at most.</summary>
    private const int MostFiles = 4100;

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // The same files make the same pack, whenever it is made.
    private static readonly DateTimeOffset _moment = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes a production's files.</summary>
    /// <exception cref="InvalidDataException">The production's id could not be a name everywhere.</exception>
    public static byte[] Write(ProductionSource source)
    {
        if (!ProductionId.IsValid(source.Id))
        {
            throw new InvalidDataException($"'{Clip.Short(source.Id)}' is no id for a production in one file: {ProductionId.Rule}; rename its folder");
        }

        var stream = new MemoryStream();
        List<(string Path, byte[] Bytes)> files =
        [
            (ProductionFolder.SheetName, Encoding.UTF8.GetBytes(source.Yaml)),
            (source.PlayFile, source.PlayBytes),
            .. (source.Files ?? []).Select(file => (file.Path, file.Bytes)),
        ];
        var manifest = new PackManifest(
            PackManifest.ThisFormat,
            PackManifest.ThisVersion,
            source.Id,
            ProductionDocument.Parse(source.Yaml).Title,
            [.. files.Select(file => new PackedFile(file.Path, file.Bytes.Length, HashOf(file.Bytes)))]);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, PackManifest.Name, JsonSerializer.SerializeToUtf8Bytes(manifest, _json));
            foreach (var (path, bytes) in files)
            {
                Add(archive, path, bytes);
            }
        }

        return stream.ToArray();
    }

    /// <summary>Reads a production's files again. They are what was packed; whether they are a production, the loader says.</summary>
    /// <exception cref="InvalidDataException">It is no pack, is damaged, or holds what no pack holds.</exception>
    /// <exception cref="ProductionException">The sheet in it is no text or no YAML, or a file that it names is not there.</exception>
    public static ProductionSource Read(byte[] pack)
    {
        if (pack.Length > Largest)
        {
            throw new InvalidDataException($"a packed production has at most {Largest >> 20} MB");
        }

        try
        {
            using var archive = Open(pack);
            var entries = EntriesOf(archive);
            var manifest = ManifestOf(entries);
            return SourceOf(manifest, entries);
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException($"{PackManifest.Name} cannot be read: {Clip.Short(problem.Message)}", problem);
        }
    }

    private static ZipArchive Open(byte[] pack)
    {
        try
        {
            var archive = new ZipArchive(new MemoryStream(pack, writable: false), ZipArchiveMode.Read);
            // Looks for what the archive holds, which is where a damaged one shows.
            return archive.Entries.Count <= MostFiles
                ? archive
                : throw new InvalidDataException($"it holds more than {MostFiles} files");
        }
        catch (Exception problem) when (IsDamage(problem))
        {
            throw new InvalidDataException($"this is no packed production, or it is damaged: {Clip.Short(problem.Message)}", problem);
        }
    }

    /// <summary>What .NET's reader of archives throws over bytes that are none.</summary>
    private static bool IsDamage(Exception problem) => problem is InvalidDataException or NotSupportedException or IOException or ArgumentException;

    private static Dictionary<string, ZipArchiveEntry> EntriesOf(ZipArchive archive)
    {
        var entries = new Dictionary<string, ZipArchiveEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in archive.Entries)
        {
            if (!RelativePath.IsInside(entry.FullName))
            {
                throw new InvalidDataException($"'{Clip.Short(entry.FullName)}' leads out of the production's folder");
            }

            // The upper half holds the mode of the system that packed it: links and devices are no files.
            if ((entry.ExternalAttributes >> 28 & 0xF) is not (0 or 8))
            {
                throw new InvalidDataException($"'{Clip.Short(entry.FullName)}' is a link, and no file");
            }

            if (!entries.TryAdd(entry.FullName, entry))
            {
                throw new InvalidDataException($"'{Clip.Short(entry.FullName)}' is there twice");
            }
        }

        return entries;
    }

    private static PackManifest ManifestOf(Dictionary<string, ZipArchiveEntry> entries)
    {
        if (!entries.Remove(PackManifest.Name, out var entry))
        {
            throw new InvalidDataException($"this is no packed production: it has no {PackManifest.Name}");
        }

        var manifest = JsonSerializer.Deserialize<PackManifest>(Bytes(entry, LargestManifest), _json);
        if (manifest?.Format != PackManifest.ThisFormat)
        {
            throw new InvalidDataException("this is no packed production: its manifest is of something else");
        }

        if (manifest.Version != PackManifest.ThisVersion)
        {
            throw new InvalidDataException($"this was packed in format {manifest.Version}; this program reads format {PackManifest.ThisVersion}");
        }

        // JSON's own checks do not look into lists.
        if (manifest.Files.Any(file => file is null))
        {
            throw new InvalidDataException("its manifest names a file without saying anything of it");
        }

        return ProductionId.IsValid(manifest.Id)
            ? manifest
            : throw new InvalidDataException($"'{Clip.Short(manifest.Id)}' is no id for a production: {ProductionId.Rule}");
    }

    private static ProductionSource SourceOf(PackManifest manifest, Dictionary<string, ZipArchiveEntry> entries)
    {
        if (entries.Keys.Except(manifest.Files.Select(file => file.Path), StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } stranger)
        {
            throw new InvalidDataException($"'{Clip.Short(stranger)}' is not in the manifest");
        }

        var room = (long)ProductionFolder.LargestSheet + ProductionFolder.LargestPlay + FileKind.LargestOfAll;
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in manifest.Files)
        {
            room -= file.Bytes;
            if (file.Bytes < 0 || room < 0)
            {
                throw new InvalidDataException("its files are larger than those of any production");
            }

            if (!entries.TryGetValue(file.Path, out var entry) || !files.TryAdd(file.Path, Bytes(entry, file.Bytes)))
            {
                throw new InvalidDataException($"'{Clip.Short(file.Path)}' is missing, or is there twice");
            }

            if (files[file.Path].Length != file.Bytes || HashOf(files[file.Path]) != file.Sha256)
            {
                throw new InvalidDataException($"'{Clip.Short(file.Path)}' is damaged: it is not the file that was packed");
            }
        }

        return ProductionSource.FromFiles(manifest.Id, files);
    }

    /// <summary>Unpacks no more than was said: what an archive says of itself is nothing to rely on.</summary>
    private static byte[] Bytes(ZipArchiveEntry entry, long most)
    {
        using var bytes = new MemoryStream();
        try
        {
            using var packed = entry.Open();
            var buffer = new byte[81_920];
            for (int read; bytes.Length <= most && (read = packed.Read(buffer)) > 0;)
            {
                bytes.Write(buffer, 0, read);
            }
        }
        catch (Exception problem) when (IsDamage(problem))
        {
            throw new InvalidDataException($"'{Clip.Short(entry.FullName)}' is damaged: {Clip.Short(problem.Message)}", problem);
        }

        return bytes.Length <= most
            ? bytes.ToArray()
            : throw new InvalidDataException($"'{Clip.Short(entry.FullName)}' is larger than it says");
    }

    private static void Add(ZipArchive archive, string path, byte[] bytes)
    {
        var entry = archive.CreateEntry(path);
        entry.LastWriteTime = _moment;
        using var stream = entry.Open();
        stream.Write(bytes);
    }

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
