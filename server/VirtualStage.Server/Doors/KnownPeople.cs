using Microsoft.Extensions.Caching.Memory;

namespace VirtualStage.Server.Doors;

/// <summary>The people who were asked for last, in memory. From any thread.</summary>
internal sealed class KnownPeople : IDisposable
{
    private const int Most = 10_000;

    private readonly Lock _gate = new();
    private readonly MemoryCache _people = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>Counts changes: what was read before one must not be put behind it.</summary>
    private long _changes;

    public KnownPerson Get(string id, Func<KnownPerson> load)
    {
        if (_people.Get<KnownPerson>(id) is { } known)
        {
            return known;
        }

        var before = Interlocked.Read(ref _changes);
        var loaded = load();
        lock (_gate)
        {
            if (_changes == before)
            {
                Put(id, loaded);
            }
        }

        return loaded;
    }

    /// <summary>Somebody has changed, and it is written. Who is not held here is read when they are asked for.</summary>
    public void Change(string id, Func<KnownPerson, KnownPerson> change)
    {
        lock (_gate)
        {
            _changes++;
            if (_people.Get<KnownPerson>(id) is { } known)
            {
                Put(id, change(known));
            }
        }
    }

    /// <summary>Reads all anew that are held.</summary>
    public void Refresh(Func<string[], IReadOnlyList<KnownPerson>> load)
    {
        while (!TryRefresh(load))
        {
            // Somebody has changed here meanwhile.
        }
    }

    public void Dispose() => _people.Dispose();

    private bool TryRefresh(Func<string[], IReadOnlyList<KnownPerson>> load)
    {
        var before = Interlocked.Read(ref _changes);
        var loaded = load([.. _people.Keys.Cast<string>()]);
        lock (_gate)
        {
            if (_changes != before)
            {
                return false;
            }

            _changes++;
            foreach (var known in loaded)
            {
                Put(known.Person.Id, known);
            }

            return true;
        }
    }

    private void Put(string id, KnownPerson known) => _people.Set(id, known, new MemoryCacheEntryOptions { Size = 1 });
}
