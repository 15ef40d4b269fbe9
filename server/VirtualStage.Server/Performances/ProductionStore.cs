using System.Collections.Concurrent;
using System.Text.Json;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Journal;

namespace VirtualStage.Server.Performances;

/// <summary>
/// Productions as their journals hold them: the exact files of each version, so that a performance goes on with
/// what it opened with.
/// </summary>
public sealed class ProductionStore(IJournal journal)
{
    private const string Imported = "production-imported.1";

    private readonly ConcurrentDictionary<(string Id, int Version), Production> _loaded = new();

    /// <summary>Takes files in as the production's newest version, unless it holds the same ones already.</summary>
    /// <returns>The version.</returns>
    /// <exception cref="ProductionException">The files are not a production; nothing was taken in.</exception>
    public int Import(ProductionSource source)
    {
        var production = ProductionLoader.Load(source);
        var stream = StreamOf(source.Id);
        var newest = journal.Read(stream) is [.., var last] ? last : null;
        var data = JsonSerializer.Serialize(source);
        var version = newest?.Version ?? 0;
        if (newest?.Entry.Data != data)
        {
            journal.Append(stream, version, [new NewEntry(Imported, data, null, null, 0, 0)]);
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
        var source = JsonSerializer.Deserialize<ProductionSource>(entry.Entry.Data)
            ?? throw new InvalidDataException($"version {key.Version} of production '{key.Id}' is empty");
        return ProductionLoader.Load(source) with { Version = key.Version };
    }
}
