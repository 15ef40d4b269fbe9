using System.IO.Compression;
using System.Security.Cryptography;
using Dapper;
using Microsoft.Data.Sqlite;
using VirtualStage.Server.Hosting;
using VirtualStage.Server.Journal;
using VirtualStage.Server.Recordings;

namespace VirtualStage.Server.Backups;

/// <summary>Copies a data folder into one file, also while a show runs: the database as it is at one moment.</summary>
internal static class TheatreBackup
{
    /// <summary>Writes the file whole or not at all.</summary>
    /// <param name="withRecordings">Recordings are large; one that is recorded at the moment is copied as far as it is.</param>
    /// <param name="tell">Told what is being copied.</param>
    /// <param name="postgres">Where the database is, when it is not in the folder.</param>
    /// <exception cref="JournalUnavailableException">The database cannot be read.</exception>
    /// <exception cref="InvalidDataException">The folder holds no theatre, or the file is there already.</exception>
    public static BackupManifest Make(string folder, FileInfo to, bool withRecordings, Action<string> tell, PostgresAddress? postgres = null)
    {
        if (to.Exists)
        {
            throw new InvalidDataException($"{to.FullName} is there already; move it away, or choose another name with --to");
        }

        var (copy, unfinished) = ($"{to.FullName}.database", $"{to.FullName}.part");
        try
        {
            tell("the database");
            CopyDatabase(folder, postgres, copy, tell);
            BackupManifest manifest;
            using (var file = SecretFile.Create(unfinished))
            {
                manifest = Pack(file, folder, copy, withRecordings, tell);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, to.FullName);
            return manifest;
        }
        finally
        {
            File.Delete(copy);
            File.Delete(unfinished);
        }
    }

    private static BackupManifest Pack(FileStream file, string folder, string database, bool withRecordings, Action<string> tell)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        var items = new List<BackupManifest.Item> { Add(archive, BackupManifest.DatabaseName, database, CompressionLevel.Fastest) };
        foreach (var secret in BackupManifest.Secrets.Where(name => File.Exists(Path.Combine(folder, name))))
        {
            items.Add(Add(archive, secret, Path.Combine(folder, secret), CompressionLevel.Fastest));
        }

        var recordings = Path.Combine(folder, BackupManifest.RecordingsFolder);
        if (withRecordings && Directory.Exists(recordings))
        {
            foreach (var path in Directory.EnumerateFiles(recordings, $"*{RecordingFiles.Extension}").Where(path => RecordingFiles.TryRead(Path.GetFileName(path)) is not null))
            {
                var name = BackupManifest.RecordingsFolder + Path.GetFileName(path);
                tell(name);
                // They are compressed already.
                items.Add(Add(archive, name, path, CompressionLevel.NoCompression));
            }
        }

        var manifest = new BackupManifest(
            BackupManifest.Newest, DateTimeOffset.UtcNow, typeof(TheatreBackup).Assembly.GetName().Version!.ToString(3), items);
        manifest.WriteTo(archive);
        return manifest;
    }

    private static void CopyDatabase(string folder, PostgresAddress? postgres, string to, Action<string> tell)
    {
        // Made for the owner alone before there is anything in it.
        SecretFile.Create(to).Dispose();
        if (postgres is not null)
        {
            DatabaseCopy.FromPostgres(postgres, to, tell);
            return;
        }

        using var source = TheatreDatabases.OpenToRead(folder, null);
        source.Read("the database", connection =>
        {
            using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = to, Pooling = false }.ToString());
            target.Open();
            ((SqliteConnection)connection).BackupDatabase(target);
            // In one file, without a log beside it.
            return target.Execute("PRAGMA journal_mode = DELETE");
        });
    }

    private static BackupManifest.Item Add(ZipArchive archive, string name, string path, CompressionLevel level)
    {
        using var from = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var to = archive.CreateEntry(name, level).Open();
        var buffer = new byte[1 << 16];
        // What is appended meanwhile is not copied.
        var (left, bytes) = (from.Length, 0L);
        while (left > 0 && from.Read(buffer, 0, (int)Math.Min(left, buffer.Length)) is > 0 and var read)
        {
            hash.AppendData(buffer, 0, read);
            to.Write(buffer, 0, read);
            (left, bytes) = (left - read, bytes + read);
        }

        return new BackupManifest.Item(name, bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
