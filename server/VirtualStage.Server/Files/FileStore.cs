using System.Collections.Concurrent;
using Dapper;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Journal;

namespace VirtualStage.Server.Files;

/// <summary>
/// The bytes of sounds and models by their hash, beside the journal that names them. What was kept is on disk, and is never
/// changed or dropped. From any thread.
/// </summary>
public sealed class FileStore(TheatreDatabase database)
{
    private const string What = "the files";

    /// <summary>Large files take their time on a slow line.</summary>
    private const int Seconds = 60;

    // What is played and shown here is asked for by every spectator at once, while the stage's loop runs beside it.
    private readonly ConcurrentDictionary<string, byte[]> _atHand = new(StringComparer.Ordinal);

    /// <summary>Writes down what is not there yet, all of it or nothing.</summary>
    /// <exception cref="JournalUnavailableException">It cannot be written now; nothing was.</exception>
    public void Keep(IReadOnlyList<ProductionFile> files)
    {
        if (files.Count == 0)
        {
            return;
        }

        database.Transact(What, connection =>
        {
            // In one order, so that two who keep the same files do not wait for each other. The name is from when all files
            // were sounds; data folders have it.
            foreach (var file in files.OrderBy(file => file.Hash, StringComparer.Ordinal))
            {
                connection.Execute(
                    "INSERT INTO sound (hash, bytes) VALUES (@Hash, @Bytes) ON CONFLICT (hash) DO NOTHING", new { file.Hash, file.Bytes }, commandTimeout: Seconds);
            }

            return files.Count;
        });
        foreach (var file in files)
        {
            _atHand.TryAdd(file.Hash, file.Bytes);
        }
    }

    /// <summary>The bytes with a hash; null when nothing here has it.</summary>
    /// <exception cref="JournalUnavailableException">They are not at hand, and cannot be read now.</exception>
    public byte[]? Find(string hash) => _atHand.TryGetValue(hash, out var bytes) ? bytes : Read(hash);

    private byte[]? Read(string hash) =>
        database.Read(What, connection => connection.QuerySingleOrDefault<byte[]>("SELECT bytes FROM sound WHERE hash = @hash", new { hash }, commandTimeout: Seconds)) is { } bytes
            ? _atHand.GetOrAdd(hash, bytes)
            : null;
}
