using System.Collections.Concurrent;
using Dapper;
using Microsoft.Data.Sqlite;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Journal;

namespace VirtualStage.Server.Files;

/// <summary>
/// The bytes of sounds and models by their hash, beside the journal that names them. What was kept is on disk, and is never
/// changed or dropped. From any thread.
/// </summary>
public sealed class FileStore : IDisposable
{
    // The name is from when all files were sounds; data folders have it.
    private const string Table = "CREATE TABLE IF NOT EXISTS sound (hash TEXT PRIMARY KEY, bytes BLOB NOT NULL);";

    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;

    // What is played and shown here is asked for by every spectator at once, while the stage's loop runs beside it.
    private readonly ConcurrentDictionary<string, byte[]> _atHand = new(StringComparer.Ordinal);

    /// <summary>Opens the file, and makes the table when it is not there.</summary>
    /// <exception cref="InvalidDataException">The file is no database, or cannot be opened or written.</exception>
    public FileStore(string path)
        : this(Database.Open(path, "FULL", Table))
    {
    }

    private FileStore(SqliteConnection connection) => _connection = connection;

    /// <summary>Opens what is there, to be read alone.</summary>
    /// <exception cref="InvalidDataException">The file is not there, or is no database of this program.</exception>
    public static FileStore OpenToRead(string path) => new(Database.OpenToRead(path));

    /// <summary>Writes down what is not there yet, all of it or nothing.</summary>
    /// <exception cref="JournalUnavailableException">It cannot be written now; nothing was.</exception>
    public void Keep(IReadOnlyList<ProductionFile> files)
    {
        lock (_gate)
        {
            try
            {
                using var transaction = _connection.BeginTransaction(deferred: false);
                foreach (var file in files)
                {
                    _connection.Execute(
                        "INSERT OR IGNORE INTO sound (hash, bytes) VALUES (@Hash, @Bytes)", new { file.Hash, file.Bytes }, transaction);
                }

                transaction.Commit();
                foreach (var file in files)
                {
                    _atHand.TryAdd(file.Hash, file.Bytes);
                }
            }
            catch (SqliteException e)
            {
                throw new JournalUnavailableException($"the files cannot be written: {Database.Words(e)}", e);
            }
        }
    }

    /// <summary>The bytes with a hash; null when nothing here has it.</summary>
    public byte[]? Find(string hash) => _atHand.TryGetValue(hash, out var bytes) ? bytes : Read(hash);

    public void Dispose() => _connection.Dispose();

    private byte[]? Read(string hash)
    {
        lock (_gate)
        {
            return _connection.QuerySingleOrDefault<byte[]>("SELECT bytes FROM sound WHERE hash = @hash", new { hash }) is { } bytes
                ? _atHand.GetOrAdd(hash, bytes)
                : null;
        }
    }
}
