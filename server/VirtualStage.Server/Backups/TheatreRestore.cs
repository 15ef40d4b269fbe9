using System.IO.Compression;
using System.Security.Cryptography;
using Dapper;
using VirtualStage.Server.Hosting;
using VirtualStage.Server.Journal;

namespace VirtualStage.Server.Backups;

/// <summary>Makes a data folder of a backup: all of it, or nothing.</summary>
internal static class TheatreRestore
{
    private const string Unfinished = ".restoring";

    /// <param name="folder">Made when it is not there; it must not hold a theatre.</param>
    /// <param name="tell">Told what is being written.</param>
    /// <exception cref="InvalidDataException">The file is no whole backup, or the folder holds a theatre already.</exception>
    /// <exception cref="DataFolderException">The folder is held by a server, or cannot be written.</exception>
    public static BackupManifest Make(FileInfo from, string folder, Action<string> tell)
    {
        using var held = DataFolder.Hold(folder);
        if (File.Exists(held.DatabasePath))
        {
            throw new InvalidDataException($"{folder} holds a theatre already; restore into another folder, and start the server with that one");
        }

        try
        {
            using var archive = ZipFile.OpenRead(from.FullName);
            var manifest = BackupManifest.Read(archive);
            Extract(archive, manifest, folder, tell);
            return manifest;
        }
        catch (Exception e) when (e is InvalidDataException && !e.Message.StartsWith(from.FullName, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{from.FullName} cannot be restored: {e.Message}", e);
        }
    }

    private static void Extract(ZipArchive archive, BackupManifest manifest, string folder, Action<string> tell)
    {
        CheckRoom(manifest, folder);
        var written = new List<string>();
        try
        {
            foreach (var item in manifest.Files)
            {
                tell(item.Name);
                var path = Path.Combine(folder, item.Name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                written.Add(path);
                Write(archive, item, path + Unfinished);
            }

            CheckDatabase(DataFolder.DatabaseIn(folder) + Unfinished);
            // The database last: before it is there, the folder holds no theatre, and all of this can be done again.
            foreach (var path in written.OrderBy(path => path == DataFolder.DatabaseIn(folder)))
            {
                File.Move(path + Unfinished, path, overwrite: true);
            }
        }
        finally
        {
            written.ForEach(path => File.Delete(path + Unfinished));
        }
    }

    private static void Write(ZipArchive archive, BackupManifest.Item item, string path)
    {
        var entry = archive.GetEntry(item.Name) ?? throw new InvalidDataException($"{item.Name} is not in it");
        File.Delete(path);
        using var from = entry.Open();
        using var to = SecretFile.Create(path);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        var bytes = 0L;
        while (from.Read(buffer) is > 0 and var read)
        {
            // Never more than was said, whatever the archive unpacks to.
            if ((bytes += read) > item.Bytes)
            {
                break;
            }

            hash.AppendData(buffer, 0, read);
            to.Write(buffer, 0, read);
        }

        if (bytes != item.Bytes || !Convert.ToHexStringLower(hash.GetHashAndReset()).Equals(item.Sha256, StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidDataException($"{item.Name} is not as it was when the backup was made");
        }

        to.Flush(flushToDisk: true);
    }

    private static void CheckRoom(BackupManifest manifest, string folder)
    {
        var (wanted, free) = (manifest.Files.Sum(file => (decimal)file.Bytes), new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace);
        if (wanted > free)
        {
            throw new IOException($"{folder} has room for {free >> 20} MB, and the backup needs {(long)wanted >> 20}");
        }
    }

    private static void CheckDatabase(string path)
    {
        using var database = SqliteDatabase.OpenToRead(path);
        if (database.Read("its database", connection => connection.ExecuteScalar<string>("PRAGMA integrity_check(1)")) is not "ok" and var wrong)
        {
            throw new InvalidDataException($"its database is damaged: {wrong}");
        }
    }
}
