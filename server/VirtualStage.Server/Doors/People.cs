using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using VirtualStage.Contracts.Doors;
using VirtualStage.Server.Journal;

namespace VirtualStage.Server.Doors;

/// <summary>How people want to be called. Apart from the journal, which knows ids alone, so that it can be erased.</summary>
public sealed class People : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;

    public People(string path)
        : this(Database.Open(path, "FULL", """
            CREATE TABLE IF NOT EXISTS person (id TEXT PRIMARY KEY, name TEXT NOT NULL, pronouns TEXT NOT NULL);
            CREATE TABLE IF NOT EXISTS person_note (person TEXT PRIMARY KEY, note TEXT NOT NULL);
            CREATE TABLE IF NOT EXISTS person_appearance (person TEXT PRIMARY KEY, appearance TEXT NOT NULL);
            CREATE TABLE IF NOT EXISTS owner_key (only INTEGER PRIMARY KEY CHECK (only = 1), hash BLOB, claimed_by TEXT);
            """))
    {
    }

    private People(SqliteConnection connection) => _connection = connection;

    /// <summary>Opens what is there, to be read alone.</summary>
    /// <exception cref="InvalidDataException">The file is not there, or is no database of this program.</exception>
    public static People OpenToRead(string path) => new(Database.OpenToRead(path));

    /// <summary>The person with this id; a nameless one where nobody has given a name.</summary>
    public Person Find(string id)
    {
        lock (_gate)
        {
            return _connection.QuerySingleOrDefault<Person>("SELECT id, name, pronouns FROM person WHERE id = @id", new { id })
                ?? new Person(id, "", "");
        }
    }

    /// <summary>How somebody wants to be seen; null where they did not say.</summary>
    public ChosenAppearance? AppearanceOf(string person)
    {
        lock (_gate)
        {
            return _connection.ExecuteScalar<string?>("SELECT appearance FROM person_appearance WHERE person = @person", new { person }) is { } json
                ? JsonSerializer.Deserialize<ChosenAppearance>(json)
                : null;
        }
    }

    public void SaveAppearance(string person, ChosenAppearance chosen)
    {
        lock (_gate)
        {
            _connection.Execute(
                "INSERT OR REPLACE INTO person_appearance (person, appearance) VALUES (@person, @json)",
                new { person, json = JsonSerializer.Serialize(chosen) });
        }
    }

    /// <summary>What somebody wrote about themselves for an audition; empty for nothing.</summary>
    public string NoteOf(string person)
    {
        lock (_gate)
        {
            return _connection.ExecuteScalar<string?>("SELECT note FROM person_note WHERE person = @person", new { person }) ?? "";
        }
    }

    public void SaveNote(string person, string note)
    {
        lock (_gate)
        {
            _connection.Execute("INSERT OR REPLACE INTO person_note (person, note) VALUES (@person, @note)", new { person, note });
        }
    }

    public void Save(Person person)
    {
        lock (_gate)
        {
            _connection.Execute("INSERT OR REPLACE INTO person (id, name, pronouns) VALUES (@Id, @Name, @Pronouns)", person);
        }
    }

    /// <summary>Forgets a person: the journal keeps an id that leads nowhere.</summary>
    public void Erase(string id)
    {
        lock (_gate)
        {
            _connection.Execute("DELETE FROM person WHERE id = @id; DELETE FROM person_note WHERE person = @id; DELETE FROM person_appearance WHERE person = @id", new { id });
        }
    }

    /// <summary>True once somebody came in by the owner's link.</summary>
    public bool OwnerIsKnown
    {
        get
        {
            lock (_gate)
            {
                return _connection.ExecuteScalar<bool>("SELECT count(*) FROM owner_key WHERE claimed_by IS NOT NULL");
            }
        }
    }

    /// <summary>Who came in by the owner's link; null before somebody did.</summary>
    public string? Owner
    {
        get
        {
            lock (_gate)
            {
                return _connection.ExecuteScalar<string?>("SELECT claimed_by FROM owner_key");
            }
        }
    }

    /// <summary>Replaces the owner's key; the former link is void.</summary>
    public void SetOwnerKey(byte[] hash)
    {
        lock (_gate)
        {
            _connection.Execute("INSERT OR REPLACE INTO owner_key (only, hash) VALUES (1, @hash)", new { hash });
        }
    }

    /// <summary>The hash of the owner's key; null when it was used or never made.</summary>
    public byte[]? OwnerKeyHash
    {
        get
        {
            lock (_gate)
            {
                return _connection.ExecuteScalar<byte[]?>("SELECT hash FROM owner_key");
            }
        }
    }

    /// <summary>Uses the key up; false when somebody else was faster.</summary>
    public bool ClaimOwner(string person)
    {
        lock (_gate)
        {
            return _connection.Execute(
                "UPDATE owner_key SET hash = NULL, claimed_by = @person WHERE hash IS NOT NULL", new { person }) == 1;
        }
    }

    public void Dispose() => _connection.Dispose();
}
