using System.Collections.Concurrent;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Journal;
using VirtualStage.Server.Sounds;

namespace VirtualStage.Server.Performances;

/// <summary>
/// Productions as their journals hold them: the exact files of each version, so that a performance goes on with
/// what it opened with.
/// </summary>
public sealed class ProductionStore(IJournal journal, SoundStore sounds)
{
    private readonly ConcurrentDictionary<(string Id, int Version), Production> _loaded = new();

    /// <summary>Takes files in as the production's newest version, unless it holds the same ones already.</summary>
    /// <returns>The version.</returns>
    /// <exception cref="ProductionException">The files are not a production; nothing was taken in.</exception>
    /// <exception cref="JournalUnavailableException">They cannot be written now; no version was made.</exception>
    public int Import(ProductionSource source)
    {
        var production = ProductionLoader.Load(source);
        var stream = StreamOf(source.Id);
        var newest = journal.Read(stream) is [.., var last] ? last : null;
        var imported = ProductionImported.Of(source).ToEntry();
        var version = newest?.Version ?? 0;
        // The sounds first: what the journal names is there.
        sounds.Keep(source.Sounds ?? []);
        if (newest?.Entry.Data != imported.Data)
        {
            journal.Append(stream, version, [imported]);
            version++;
        }

        _loaded[(source.Id, version)] = production with { Version = version };
        return version;
    }

    /// <summary>A version of a production.</summary>
    public Production Load(string id, int version) => _loaded.GetOrAdd((id, version), Read);

    private static string StreamOf(string id) => $"production/{id}";

    private Production Read((string Id, int Version) key)
    {
        var entry = (journal.Read(StreamOf(key.Id), key.Version - 1) is [var first, ..] ? first : null)
            ?? throw new InvalidDataException($"the journal holds no version {key.Version} of production '{key.Id}'");
        return ProductionLoader.Load(ProductionImported.Read(entry.Entry).ToSource(sounds)) with { Version = key.Version };
    }
}
