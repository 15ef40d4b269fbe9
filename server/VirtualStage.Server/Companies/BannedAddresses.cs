using System.Collections.Concurrent;
using System.Net;
using Dapper;
using VirtualStage.Server.Journal;
using VirtualStage.Server.StageDoor.Limits;

namespace VirtualStage.Server.Companies;

/// <summary>
/// Addresses that are kept out, and where people were last seen. Addresses are personal: those of bans stand in a table of
/// their own, the others in memory alone. From any thread.
/// </summary>
public sealed class BannedAddresses
{
    private const int Remembered = 10_000;
    private const string What = "the banned addresses";
    private const string Topic = "banned_address";

    private readonly Lock _writing = new();
    private readonly TheatreDatabase _database;
    private readonly ConcurrentDictionary<string, IPAddress> _banned = new();
    private readonly ConcurrentDictionary<string, IPAddress> _lastSeen = new();
    private readonly ConcurrentDictionary<object, (IPAddress Address, string? Person, Action End)> _watched = new();

    public BannedAddresses(TheatreDatabase database)
    {
        _database = database;
        database.OnChange(Topic, Refresh);
        Refresh();
    }

    /// <summary>Somebody with a ticket came from an address.</summary>
    public void Seen(string person, IPAddress? address)
    {
        if (address is not null && (_lastSeen.Count < Remembered || _lastSeen.ContainsKey(person)))
        {
            _lastSeen[person] = Networks.Of(address);
        }
    }

    /// <summary>Why a person's address cannot be kept out; null when it can.</summary>
    public string? RefuseLastSeen(string person) => _lastSeen.TryGetValue(person, out var address)
        ? IPAddress.IsLoopback(address) ? "this person comes from the theatre's own machine: ban them without the address" : null
        : "it is not known where this person comes from: ban them without the address";

    public bool Contains(IPAddress? address) => !_banned.IsEmpty && address is not null && _banned.Values.Contains(Networks.Of(address));

    /// <summary>Keeps out whoever comes from where a person was last seen; those who came in from there are shown out.</summary>
    /// <exception cref="JournalUnavailableException">It cannot be written now; it holds until this server ends.</exception>
    public void Add(string person)
    {
        if (!_lastSeen.TryGetValue(person, out var address))
        {
            return;
        }

        lock (_writing)
        {
            _banned[person] = address;
            ShowOut(address);
            _database.TransactAndTell(What, Topic, connection => connection.Execute(
                "INSERT INTO banned_address (person, address) VALUES (@person, @address) ON CONFLICT (person) DO UPDATE SET address = excluded.address",
                new { person, address = address.ToString() }));
        }
    }

    /// <exception cref="JournalUnavailableException">It cannot be written now.</exception>
    public void Remove(string person)
    {
        lock (_writing)
        {
            if (_banned.TryRemove(person, out _))
            {
                _database.TransactAndTell(What, Topic, connection => connection.Execute("DELETE FROM banned_address WHERE person = @person", new { person }));
            }
        }
    }

    /// <summary>Calls back when an address is banned or its person is shown out, until it is disposed.</summary>
    /// <param name="person">Who came from there; null for somebody without a ticket.</param>
    public IDisposable Watch(IPAddress address, string? person, Action end)
    {
        var key = new Watching(this);
        _watched[key] = (Networks.Of(address), person, end);
        return key;
    }

    /// <summary>Ends what a person watches.</summary>
    public void ShowOut(string person)
    {
        foreach (var watched in _watched.Values.Where(watched => watched.Person == person))
        {
            watched.End();
        }
    }

    /// <summary>Takes what the database has: at first, and when another server has changed it.</summary>
    private void Refresh()
    {
        // Not between what is in memory and what is written down.
        lock (_writing)
        {
            var written = _database.Read(What, connection => connection.Query<(string Person, string Address)>("SELECT person, address FROM banned_address"))
                .ToDictionary(row => row.Person, row => IPAddress.Parse(row.Address));
            foreach (var lifted in _banned.Keys.Where(person => !written.ContainsKey(person)))
            {
                _banned.TryRemove(lifted, out _);
            }

            foreach (var (person, address) in written)
            {
                if (!_banned.TryGetValue(person, out var known) || !known.Equals(address))
                {
                    _banned[person] = address;
                    ShowOut(address);
                }
            }
        }
    }

    private void ShowOut(IPAddress address)
    {
        foreach (var watched in _watched.Values.Where(watched => watched.Address.Equals(address)))
        {
            watched.End();
        }
    }

    private sealed class Watching(BannedAddresses addresses) : IDisposable
    {
        public void Dispose() => addresses._watched.TryRemove(this, out _);
    }
}
