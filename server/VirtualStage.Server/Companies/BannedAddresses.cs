using System.Collections.Concurrent;
using System.Net;
using Dapper;
using Microsoft.Data.Sqlite;
using VirtualStage.Server.Journal;
using VirtualStage.Server.StageDoor.Limits;

namespace VirtualStage.Server.Companies;

/// <summary>
/// Addresses that are kept out, and where people were last seen. Addresses are personal: those of bans stand in a table of
/// their own, the others in memory alone. From any thread.
/// </summary>
public sealed class BannedAddresses : IDisposable
{
    private const int Remembered = 10_000;

    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;
    private readonly ConcurrentDictionary<string, IPAddress> _banned = new();
    private readonly ConcurrentDictionary<string, IPAddress> _lastSeen = new();
    private readonly ConcurrentDictionary<object, (IPAddress Address, string? Person, Action End)> _watched = new();

    public BannedAddresses(string path)
    {
        _connection = Database.Open(path, "FULL", "CREATE TABLE IF NOT EXISTS banned_address (person TEXT PRIMARY KEY, address TEXT NOT NULL);");
        foreach (var (person, address) in _connection.Query<(string, string)>("SELECT person, address FROM banned_address"))
        {
            _banned[person] = IPAddress.Parse(address);
        }
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
    public void Add(string person)
    {
        if (!_lastSeen.TryGetValue(person, out var address))
        {
            return;
        }

        _banned[person] = address;
        foreach (var watched in _watched.Values.Where(watched => watched.Address.Equals(address)))
        {
            watched.End();
        }

        lock (_gate)
        {
            _connection.Execute(
                "INSERT OR REPLACE INTO banned_address (person, address) VALUES (@person, @address)", new { person, address = address.ToString() });
        }
    }

    public void Remove(string person)
    {
        if (_banned.TryRemove(person, out _))
        {
            lock (_gate)
            {
                _connection.Execute("DELETE FROM banned_address WHERE person = @person", new { person });
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

    public void Dispose() => _connection.Dispose();

    private sealed class Watching(BannedAddresses addresses) : IDisposable
    {
        public void Dispose() => addresses._watched.TryRemove(this, out _);
    }
}
