using System.IO.Compression;
using System.Text.Json;
using VirtualStage.Server.Recordings;

namespace VirtualStage.Server.Backups;

/// <summary>What a backup holds: the entry <c>backup.json</c> of its ZIP archive.</summary>
/// <param name="Format">Rises when older programs cannot read it any more.</param>
/// <param name="Made">When.</param>
/// <param name="By">The version of the program that made it.</param>
internal sealed record BackupManifest(int Format, DateTimeOffset Made, string By, IReadOnlyList<BackupManifest.Item> Files)
{
    public const string EntryName = "backup.json";
    public const int Newest = 1;
    public const string DatabaseName = "virtualstage.db";
    public const string RecordingsFolder = "recordings/";
    private const int MostBytes = 1 << 20;
    private const int MostFiles = 10_000;

    /// <summary>Files beside the database that are of no use to others, and without which nobody comes in any more.</summary>
    public static readonly IReadOnlyList<string> Secrets = ["signing.key", "osc.token"];

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <param name="Name">Its path in the data folder, with slashes.</param>
    /// <param name="Sha256">In hexadecimal.</param>
    public sealed record Item(string Name, long Bytes, string Sha256);

    public void WriteTo(ZipArchive archive)
    {
        using var entry = archive.CreateEntry(EntryName).Open();
        JsonSerializer.Serialize(entry, this, _json);
    }

    /// <summary>Reads and checks what an archive says of itself.</summary>
    /// <exception cref="InvalidDataException">It is no backup, a newer one, or names files that no data folder has.</exception>
    public static BackupManifest Read(ZipArchive archive)
    {
        var entry = archive.GetEntry(EntryName) ?? throw new InvalidDataException($"it is no backup of a theatre: {EntryName} is not in it");
        if (entry.Length > MostBytes)
        {
            throw new InvalidDataException($"{EntryName} is larger than {MostBytes >> 20} MB");
        }

        BackupManifest manifest;
        try
        {
            using var stream = entry.Open();
            manifest = JsonSerializer.Deserialize<BackupManifest>(stream, _json)!;
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{EntryName} cannot be read: {e.Message}", e);
        }

        return manifest switch
        {
            null => throw new InvalidDataException($"{EntryName} is empty"),
            { Format: > Newest } => throw new InvalidDataException($"it was made by a newer program ({manifest.By}); restore it with that one"),
            { Format: < 1 } or { Files.Count: 0 or > MostFiles } => throw new InvalidDataException($"{EntryName} says nothing that makes sense"),
            _ when manifest.Files.FirstOrDefault(file => file is null || file.Bytes < 0 || !IsOfDataFolder(file.Name)) is { } strange =>
                throw new InvalidDataException($"it names '{strange.Name}', which no data folder has"),
            _ when manifest.Files.Any(file => file is null) => throw new InvalidDataException($"{EntryName} names nothing"),
            _ when manifest.Files.DistinctBy(file => file.Name).Count() < manifest.Files.Count => throw new InvalidDataException("it names a file twice"),
            _ when manifest.Files.All(file => file.Name != DatabaseName) => throw new InvalidDataException("it holds no database"),
            _ => manifest,
        };
    }

    /// <summary>True for the names that a backup may have: nothing else is ever written.</summary>
    private static bool IsOfDataFolder(string name) => name == DatabaseName || Secrets.Contains(name)
        || (name.StartsWith(RecordingsFolder, StringComparison.Ordinal)
            && RecordingFiles.TryRead(name[RecordingsFolder.Length..]) is not null);
}
